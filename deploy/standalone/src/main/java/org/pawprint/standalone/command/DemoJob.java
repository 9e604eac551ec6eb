package org.pawprint.standalone.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.pawprint.core.event.Lane;
import org.pawprint.standalone.archive.Arrivals;
import org.pawprint.standalone.archive.EventPublisher;
import org.pawprint.standalone.archive.FileOutcomes;
import org.pawprint.standalone.archive.FilePublication;
import org.pawprint.standalone.archive.Quantiles;
import org.pawprint.standalone.archive.RunningArchive;
import org.pawprint.standalone.simulate.Arm;
import org.pawprint.standalone.simulate.CubeSimulator;
import org.pawprint.standalone.simulate.FieldSimulator;
import org.pawprint.standalone.simulate.FrameWriter;
import org.pawprint.standalone.simulate.ReductionAnnouncement;
import org.pawprint.standalone.simulate.SimulatedCube;
import org.pawprint.standalone.simulate.SimulatedField;
import org.pawprint.standalone.simulate.SimulatedReduction;

/**
 * What the demo does once everything is up: real files and a simulated cube, then simulated frames
 * one after another.
 */
final class DemoJob {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration POLL = Duration.ofMillis(5);

  /** Collection of the simulated cube: not that of the survey whose form it has. */
  static final String CUBES = "simulated_cubes";

  private final RunningArchive archive;
  private final List<Path> roots;
  private final Progress progress;

  DemoJob(RunningArchive archive, List<Path> roots, Progress progress) {
    this.archive = archive;
    this.roots = roots;
    this.progress = progress;
  }

  /**
   * @param reductions announced, real and simulated, that of the cube among them
   * @param spectra of theirs in the catalogue
   * @param cubes in the catalogue
   * @param latency milliseconds from confirm to answer, over the simulated frames
   * @param files what became of the real ones
   * @param example a target to try
   * @param cube the simulated one
   * @param complete whether everything arrived and nothing was parked
   */
  record Result(
      int reductions,
      long spectra,
      long cubes,
      Quantiles latency,
      FileOutcomes files,
      String example,
      SimulatedCube cube,
      boolean complete) {}

  Result run(Path real, int frames, long seed) throws IOException {
    FileOutcomes files = new FileOutcomes();
    try (EventPublisher publisher = EventPublisher.connect(archive.broker())) {
      FilePublication publication = new FilePublication(archive, publisher, roots);
      int announced = publishReal(real, publication, files);
      SimulatedCube cube = CubeSimulator.write(seed, archive.data().simulated());
      FileOutcomes cubes = new FileOutcomes();
      await(
          publication,
          publication.announce(cube.file(), Optional.of(CUBES)),
          String.valueOf(cube.file().getFileName()),
          cubes);
      progress.say("a simulated cube announced");
      List<Double> latencies = new ArrayList<>();
      FieldSimulator simulator = new FieldSimulator(seed);
      FrameWriter writer = new FrameWriter();
      Arrivals arrivals = new Arrivals(archive, POLL);
      long simulatedSpectra = 0;
      String example = "";
      for (int i = 0; i < frames; i++) {
        SimulatedField field = simulator.field(i / 2);
        SimulatedReduction frame =
            writer.write(field, Arm.values()[i % 2], archive.data().simulated());
        example = field.firstTarget();
        OptionalDouble took = announceAndAwait(frame, example, publisher, arrivals);
        if (took.isPresent()) {
          latencies.add(took.getAsDouble());
          simulatedSpectra += frame.spectra();
        }
        progress.step("simulated frames queryable", i + 1, frames);
      }
      if (cubes.hasParked()) {
        cubes.lines().forEach(progress::say);
      }
      boolean complete = latencies.size() == frames && !files.hasParked() && !cubes.hasParked();
      return new Result(
          announced + 1 + frames,
          files.spectra() + simulatedSpectra,
          cubes.spectra(),
          Quantiles.of(latencies),
          files,
          example,
          cube,
          complete);
    }
  }

  private OptionalDouble announceAndAwait(
      SimulatedReduction frame, String target, EventPublisher publisher, Arrivals arrivals)
      throws IOException {
    ReductionAnnouncement announcement = ReductionAnnouncement.of(frame);
    publisher.publish(Lane.LIVE, announcement.id(), announcement.json());
    return arrivals.await(target, frame.reductionId(), System.nanoTime(), PATIENCE);
  }

  private int publishReal(Path folder, FilePublication publication, FileOutcomes outcomes)
      throws IOException {
    List<Path> files;
    try (Stream<Path> tree = Files.walk(folder)) {
      files = tree.filter(Files::isRegularFile).filter(DemoJob::isFits).sorted().toList();
    }
    Map<Path, String> events = new LinkedHashMap<>();
    for (Path file : files) {
      events.put(file, publication.announce(file, Optional.empty()));
    }
    for (Map.Entry<Path, String> event : events.entrySet()) {
      await(publication, event.getValue(), folder.relativize(event.getKey()).toString(), outcomes);
    }
    progress.say(files.size() + " real files announced");
    return files.size();
  }

  private static void await(
      FilePublication publication, String event, String name, FileOutcomes outcomes)
      throws IOException {
    if (!publication.await(event, name, PATIENCE, outcomes)) {
      outcomes.parked(name, "no outcome within " + PATIENCE.toSeconds() + " s");
    }
  }

  private static boolean isFits(Path file) {
    return file.toString().matches(".*\\.(fits?|FITS?)(\\.gz)?");
  }
}
