package org.pawprint.listener.ops;

import java.util.List;
import java.util.Optional;
import org.pawprint.store.backfill.BackfillBatches;
import org.pawprint.store.backfill.BackfillBatches.Aside;
import org.pawprint.store.backfill.BackfillReport;
import org.pawprint.store.backfill.BackfillReports;
import org.pawprint.store.backfill.BackfillRun;
import org.pawprint.store.backfill.BackfillRuns;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps the books of backfills: the command announces the events, here stands how far it is, and
 * from here comes the account at the end.
 */
@RestController
class BackfillController {
  private static final int LISTED = 100;

  private final BackfillRuns runs;
  private final BackfillBatches batches;
  private final BackfillReports reports;
  private final JsonMapper json;

  BackfillController(
      BackfillRuns runs, BackfillBatches batches, BackfillReports reports, JsonMapper json) {
    this.runs = runs;
    this.batches = batches;
    this.reports = reports;
    this.json = json;
  }

  /** A number in an answer. */
  record Number(long id) {}

  @GetMapping("/ops/backfill")
  List<BackfillRun> list() {
    return runs.latest(LISTED);
  }

  /** Begins a run, or takes up the unfinished one over the same files. */
  @PostMapping("/ops/backfill")
  BackfillRun begin(@RequestBody BackfillOrders.Begin order) {
    String what = order.whatChecked();
    Optional<String> collection = order.collectionChecked();
    Optional<BackfillRun> open = order.isNew() ? Optional.empty() : runs.takeUp(what, collection);
    return open.orElseGet(() -> runs.begin(what, collection));
  }

  @GetMapping("/ops/backfill/{run}")
  BackfillRun find(@PathVariable("run") String run) {
    return known(run);
  }

  /** Registers an event that the command is about to publish. */
  @PostMapping("/ops/backfill/{run}/batches")
  Number register(@PathVariable("run") String run, @RequestBody BackfillOrders.Batch order) {
    return new Number(
        batches.register(
            open(run).id(), order.sourceChecked(), order.idChecked(), order.namesChecked()));
  }

  @GetMapping("/ops/backfill/{run}/batches/{batch}")
  BackfillBatches.Progress progress(
      @PathVariable("run") String run, @PathVariable("batch") String batch) {
    return batches
        .progress(number("run", run), number("batch", batch))
        .orElseThrow(() -> new OpsFault(404, "batch", batch, "a batch of this backfill"));
  }

  /** Moves the cursor past a batch that has ended. */
  @PostMapping("/ops/backfill/{run}/batches/{batch}/end")
  BackfillRun advance(
      @PathVariable("run") String run,
      @PathVariable("batch") String batch,
      @RequestBody BackfillOrders.Cursor order) {
    long id = open(run).id();
    runs.advance(id, number("batch", batch), order.placeChecked(), order.filesChecked());
    return known(run);
  }

  /** Files that the command does not announce. */
  @PostMapping("/ops/backfill/{run}/aside")
  BackfillRun putAside(@PathVariable("run") String run, @RequestBody BackfillOrders.Asides order) {
    BackfillRun open = open(run);
    List<Aside> files = order.filesChecked();
    batches.putAside(open.id(), files);
    return open;
  }

  /** The account of every file: as kept at the end of the run, or as of now. */
  @GetMapping(value = "/ops/backfill/{run}/report", produces = MediaType.APPLICATION_JSON_VALUE)
  String report(@PathVariable("run") String run) {
    long id = known(run).id();
    return reports.stored(id).orElseGet(() -> json.writeValueAsString(reports.report(id)));
  }

  /** Ends a run whose every file has its outcome, and keeps the account. */
  @PostMapping(value = "/ops/backfill/{run}/end", produces = MediaType.APPLICATION_JSON_VALUE)
  String end(@PathVariable("run") String run) {
    long id = open(run).id();
    BackfillReport report = reports.report(id);
    if (report.waiting() > 0) {
      throw new OpsFault(
          409, "run", run, "a run without waiting files; %d wait".formatted(report.waiting()));
    }
    String text = json.writeValueAsString(report);
    reports.end(id, text);
    return text;
  }

  private BackfillRun open(String text) {
    BackfillRun run = known(text);
    if (run.endedAt().isPresent()) {
      throw new OpsFault(409, "run", text, "a run that has not ended");
    }
    return run;
  }

  private BackfillRun known(String text) {
    return runs.find(number("run", text))
        .orElseThrow(() -> new OpsFault(404, "run", text, "the number of a backfill"));
  }

  private static long number(String parameter, String text) {
    try {
      return LedgerParameters.positive(text);
    } catch (IllegalArgumentException e) {
      throw new OpsFault(parameter, text, "a whole number from 1");
    }
  }
}
