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
import org.pawprint.standalone.simulate.FieldSimulator;
import org.pawprint.standalone.simulate.FrameWriter;
import org.pawprint.standalone.simulate.ReductionAnnouncement;
import org.pawprint.standalone.simulate.SimulatedField;
import org.pawprint.standalone.simulate.SimulatedReduction;

/**
 * What the demo does once everything is up: real files, then simulated frames one after another.
 */
final class DemoJob {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration POLL = Duration.ofMillis(5);

  private final RunningArchive archive;
  private final List<Path> roots;
  private final Progress progress;

  DemoJob(RunningArchive archive, List<Path> roots, Progress progress) {
    this.archive = archive;
    this.roots = roots;
    this.progress = progress;
  }

  /**
   * @param reductions announced, real and simulated
   * @param spectra of theirs in the catalogue
   * @param latency milliseconds from confirm to answer, over the simulated frames
   * @param example a target to try
   * @param complete whether everything arrived and nothing was parked
   */
  record Result(
      int reductions,
      long spectra,
      Quantiles latency,
      FileOutcomes files,
      String example,
      boolean complete) {}

  Result run(Path real, int frames, long seed) throws IOException {
    FileOutcomes files = new FileOutcomes();
    try (EventPublisher publisher = EventPublisher.connect(archive.broker())) {
      int announced = publishReal(real, publisher, files);
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
      boolean complete = latencies.size() == frames && !files.hasParked();
      return new Result(
          announced + frames,
          files.spectra() + simulatedSpectra,
          Quantiles.of(latencies),
          files,
          example,
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

  private int publishReal(Path folder, EventPublisher publisher, FileOutcomes outcomes)
      throws IOException {
    List<Path> files;
    try (Stream<Path> tree = Files.walk(folder)) {
      files = tree.filter(Files::isRegularFile).filter(DemoJob::isFits).sorted().toList();
    }
    FilePublication publication = new FilePublication(archive, publisher, roots);
    Map<Path, String> events = new LinkedHashMap<>();
    for (Path file : files) {
      events.put(file, publication.announce(file, Optional.empty()));
    }
    for (Map.Entry<Path, String> event : events.entrySet()) {
      String name = folder.relativize(event.getKey()).toString();
      if (!publication.await(event.getValue(), name, PATIENCE, outcomes)) {
        outcomes.parked(name, "no outcome within " + PATIENCE.toSeconds() + " s");
      }
    }
    progress.say(files.size() + " real files announced");
    return files.size();
  }

  private static boolean isFits(Path file) {
    return file.toString().matches(".*\\.(fits?|FITS?)(\\.gz)?");
  }
}
