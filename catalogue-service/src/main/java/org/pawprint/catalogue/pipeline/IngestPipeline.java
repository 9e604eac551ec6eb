package org.pawprint.catalogue.pipeline;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.pawprint.catalogue.pipeline.Identification.Identified;
import org.pawprint.catalogue.survey.LoadedSpectrum;
import org.pawprint.core.event.StageCommand;
import org.pawprint.core.event.StageCommand.StagedFile;
import org.pawprint.core.identifier.Sha256;
import org.pawprint.service.CrashPoint;
import org.pawprint.service.RightOfWay;
import org.pawprint.service.RightOfWay.Turn;
import org.pawprint.store.catalogue.Arrival;
import org.pawprint.store.catalogue.CatalogueEntry;
import org.pawprint.store.catalogue.CatalogueWriter;
import org.pawprint.store.catalogue.FileOutcome;
import org.pawprint.store.catalogue.FileOutcome.Result;
import org.pawprint.store.catalogue.ReductionEntry;
import org.pawprint.store.catalogue.StoredAxis;
import org.pawprint.store.file.SegmentDraft;
import org.pawprint.store.file.SegmentSlice;
import org.pawprint.store.file.SegmentStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * The whole way of a stage command, in order: read each original, join it with its survey's table,
 * give its spectra and cubes their identity, write the spectra into one segment, commit rows and
 * outcomes together. Doing it again changes nothing. Thread-safe.
 */
public final class IngestPipeline {
  private static final Logger log = LoggerFactory.getLogger(IngestPipeline.class);

  private final CommandReader reader;
  private final CatalogueJoin targets;
  private final Identification identification;
  private final SegmentStore segments;
  private final CatalogueWriter catalogue;
  private final RightOfWay rightOfWay;
  private final RetryDelay retryDelay;
  private final Clock clock;

  IngestPipeline(
      CommandReader reader,
      CatalogueJoin targets,
      Identification identification,
      SegmentStore segments,
      CatalogueWriter catalogue,
      RightOfWay rightOfWay,
      RetryDelay retryDelay,
      Clock clock) {
    this.reader = reader;
    this.targets = targets;
    this.identification = identification;
    this.segments = segments;
    this.catalogue = catalogue;
    this.rightOfWay = rightOfWay;
    this.retryDelay = retryDelay;
    this.clock = clock;
  }

  /**
   * Catalogues the files of a command.
   *
   * @return an outcome per file, recorded in the ledger
   * @throws SQLException when the database refuses or is away; nothing is recorded then
   * @throws IOException when the segment store cannot take the spectra
   */
  public List<FileOutcome> ingest(StageCommand command) throws SQLException, IOException {
    Instant began = clock.instant();
    List<FileOutcome> outcomes = new ArrayList<>();
    try (Turn turn = rightOfWay.begin(command.lane())) {
      Iterator<List<FileLoad>> portions = reader.portions(command, turn);
      while (portions.hasNext()) {
        outcomes.addAll(catalogue(command, portions.next(), turn, began));
      }
      return outcomes;
    }
  }

  private List<FileOutcome> catalogue(
      StageCommand command, List<FileLoad> loads, Turn turn, Instant began)
      throws SQLException, IOException {
    List<FileLoad.Loaded> loaded = new ArrayList<>();
    List<FileOutcome> recorded = new ArrayList<>();
    for (FileLoad load : loads) {
      if (load instanceof FileLoad.Loaded good) {
        loaded.add(good);
      } else {
        recorded.add(withoutRows(command, load, began));
      }
    }
    // A notice tells of changes that follow on one another, and of one collection.
    loaded.sort(Comparator.comparing(load -> Identification.collection(command, load)));
    List<FileLoad.Loaded> fresh = withoutKnown(command, loaded, recorded, began);
    List<FileOutcome> outcomes = new ArrayList<>();
    if (!fresh.isEmpty()) {
      turn.step();
      List<Arrival> arrivals = stage(command, targets.join(command, fresh), turn, began);
      CrashPoint.reached("segment-renamed");
      turn.step();
      outcomes.addAll(commit(command, arrivals, began));
      CrashPoint.reached("committed");
      discardUnused(arrivals, outcomes);
    }
    if (!recorded.isEmpty()) {
      catalogue.record(recorded);
    }
    outcomes.addAll(recorded);
    return outcomes;
  }

  /**
   * All together; where the database refuses a value, one by one, so that only its file is lost.
   */
  private List<FileOutcome> commit(StageCommand command, List<Arrival> arrivals, Instant began)
      throws SQLException {
    try {
      return catalogue.commit(arrivals);
    } catch (SQLException e) {
      if (!CatalogueWriter.refusesValues(e)) {
        throw e;
      }
      if (arrivals.size() == 1) {
        FileOutcome parked = refused(command, arrivals.get(0).outcome(), e, began);
        catalogue.record(List.of(parked));
        return List.of(parked);
      }
    }
    List<FileOutcome> outcomes = new ArrayList<>();
    for (Arrival arrival : arrivals) {
      outcomes.addAll(commit(command, List.of(arrival), began));
    }
    return outcomes;
  }

  private FileOutcome refused(
      StageCommand command, FileOutcome outcome, SQLException e, Instant began) {
    StagedFile file = new StagedFile(outcome.fileName(), outcome.original().hex(), 0);
    String reason = "the database refuses a value: " + e.getMessage();
    return ending(command, file, Result.PARKED, "commit", reason, began);
  }

  /** Another worker was quicker with the same files: the segment has no use. */
  private void discardUnused(List<Arrival> arrivals, List<FileOutcome> outcomes) {
    if (outcomes.stream().anyMatch(o -> o.result() == Result.CATALOGUED)) {
      return;
    }
    Optional<String> segment =
        arrivals.stream()
            .flatMap(arrival -> arrival.reduction().spectra().stream())
            .flatMap(entry -> entry.pixels().stream())
            .map(pixels -> pixels.slice().segment())
            .findFirst();
    segment.ifPresent(this::discard);
  }

  private void discard(String segment) {
    try {
      segments.discard(segment);
    } catch (IOException | DataAccessException e) {
      log.warn("segment={} reason=\"{}\" next=\"swept in a day\"", segment, e.getMessage());
    }
  }

  /** Leaves out what the catalogue holds already, so that a repeat writes no segment. */
  private List<FileLoad.Loaded> withoutKnown(
      StageCommand command, List<FileLoad.Loaded> loaded, List<FileOutcome> recorded, Instant began)
      throws SQLException {
    List<Arrival> arrivals =
        loaded.stream().map(load -> arrival(command, load, List.of(), List.of(), began)).toList();
    List<Optional<Integer>> known =
        catalogue.known(arrivals.stream().map(Arrival::reduction).toList());
    List<FileLoad.Loaded> fresh = new ArrayList<>();
    for (int i = 0; i < loaded.size(); i++) {
      if (known.get(i).isPresent()) {
        recorded.add(arrivals.get(i).outcome().already(known.get(i).get()));
      } else {
        fresh.add(loaded.get(i));
      }
    }
    return fresh;
  }

  private record Staged(FileLoad.Loaded load, List<Identified> entries, List<String> leftOut) {}

  private List<Arrival> stage(
      StageCommand command, List<FileLoad.Loaded> loaded, Turn turn, Instant began)
      throws IOException {
    List<Staged> staged = new ArrayList<>();
    for (FileLoad.Loaded load : loaded) {
      List<String> leftOut = new ArrayList<>(load.content().rejected());
      staged.add(new Staged(load, identification.identify(command, load, leftOut), leftOut));
    }
    Iterator<SegmentSlice> slices = write(command, staged, turn).iterator();
    return staged.stream()
        .map(
            s ->
                arrival(
                    command,
                    s.load(),
                    s.entries().stream().map(identified -> entry(identified, slices)).toList(),
                    s.leftOut(),
                    began))
        .toList();
  }

  /** One segment for the spectra of all files; none where there are only cubes. */
  private List<SegmentSlice> write(StageCommand command, List<Staged> staged, Turn turn)
      throws IOException {
    try (SegmentDraft draft = segments.begin(segmentName(command))) {
      boolean empty = true;
      for (Staged file : staged) {
        for (Identified identified : file.entries()) {
          if (identified.loaded() instanceof LoadedSpectrum spectrum) {
            draft.add(
                identified.did().obsId() + "/" + identified.did().spectrum(), spectrum.spectrum());
            empty = false;
          }
        }
      }
      return empty ? List.of() : draft.finish(turn::step);
    }
  }

  private static CatalogueEntry entry(Identified identified, Iterator<SegmentSlice> slices) {
    if (identified.loaded() instanceof LoadedSpectrum loaded) {
      StoredAxis axis = StoredAxis.of(loaded.spectrum().axis());
      return new CatalogueEntry(
          identified.did(), identified.row(), slices.next(), axis, loaded.sky());
    }
    return CatalogueEntry.cube(identified.did(), identified.row());
  }

  private Arrival arrival(
      StageCommand command,
      FileLoad.Loaded load,
      List<CatalogueEntry> entries,
      List<String> leftOut,
      Instant began) {
    String collection = Identification.collection(command, load);
    ReductionEntry reduction =
        new ReductionEntry(
            command.source(),
            collection,
            Identification.reductionId(command, load),
            Identification.version(command, load),
            load.loader().name(),
            load.file().name(),
            command.supersedes(),
            command.replay(),
            entries);
    Optional<String> reason =
        leftOut.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", leftOut));
    FileOutcome outcome =
        new FileOutcome(
            command.eventKey(),
            new Sha256(load.file().sha256()),
            load.file().name(),
            Result.CATALOGUED,
            Optional.of(load.loader().name()),
            load.loader().revision(),
            Optional.of(collection),
            entries.size(),
            load.content().notCatalogued(),
            reason.map(r -> "load"),
            reason,
            Optional.empty(),
            Duration.between(began, clock.instant()));
    return new Arrival(reduction, outcome);
  }

  private FileOutcome withoutRows(StageCommand command, FileLoad load, Instant began) {
    boolean later = load instanceof FileLoad.TryLater;
    String step =
        load instanceof FileLoad.Unusable u ? u.step() : ((FileLoad.TryLater) load).step();
    String reason =
        load instanceof FileLoad.Unusable u ? u.reason() : ((FileLoad.TryLater) load).reason();
    return ending(command, load.file(), later ? Result.LATER : Result.PARKED, step, reason, began);
  }

  /** The outcomes of a command whose every file failed for the same unexpected reason. */
  public List<FileOutcome> giveUp(
      StageCommand command, Result result, String step, String reason, Instant began)
      throws SQLException {
    List<FileOutcome> outcomes =
        command.files().stream()
            .map(file -> ending(command, file, result, step, reason, began))
            .toList();
    catalogue.record(outcomes);
    return outcomes;
  }

  private FileOutcome ending(
      StageCommand command,
      StagedFile file,
      Result result,
      String step,
      String reason,
      Instant began) {
    Instant now = clock.instant();
    return new FileOutcome(
        command.eventKey(),
        new Sha256(file.sha256()),
        file.name(),
        result,
        Optional.empty(),
        0,
        Optional.empty(),
        0,
        0,
        Optional.of(step),
        Optional.of(reason),
        result == Result.LATER ? Optional.of(now.plus(retryDelay.next())) : Optional.empty(),
        Duration.between(began, now));
  }

  private static String segmentName(StageCommand command) {
    return command.lane().word() + "-" + command.eventKey();
  }
}
