package org.pawprint.listener.ops;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pawprint.listener.messaging.Replayer;
import org.pawprint.listener.messaging.Replayer.Replayed;
import org.pawprint.store.ledger.EventRow;
import org.pawprint.store.ledger.LedgerSearch;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Reductions that a publisher made and the catalogue lacks: sends again what announced them. */
@RestController
class GapController {
  private static final int MOST_GAPS = 500;
  private static final int EVENTS_LOOKED_AT = 50;

  private final LedgerSearch ledger;
  private final Replayer replayer;
  private final AnnouncedReduction announced = new AnnouncedReduction();
  private final Clock clock;

  GapController(LedgerSearch ledger, Replayer replayer, Clock clock) {
    this.ledger = ledger;
    this.replayer = replayer;
    this.clock = clock;
  }

  /** The reductions that are missing, 1 to 500. */
  record Order(@Nullable List<Gap> gaps) {}

  /**
   * A missing reduction.
   *
   * @param reductionId the publisher's
   * @param version its number, if the publisher tells it
   * @param sha256 of its file, if the publisher tells it
   */
  record Gap(
      @Nullable String reductionId,
      @Nullable String collection,
      @Nullable Long version,
      @Nullable String sha256) {}

  /**
   * What was done.
   *
   * @param replayed positions in the order of the gaps whose event went out again
   * @param unknown positions of those that no stored event announced
   */
  record Answer(String replay, List<Integer> replayed, List<Integer> unknown) {}

  @PostMapping("/ops/gaps")
  Answer request(@RequestBody Order order) {
    List<Gap> gaps = order.gaps() == null ? List.of() : order.gaps();
    if (gaps.isEmpty() || gaps.size() > MOST_GAPS) {
      throw new OpsFault("gaps", gaps.size() + " gaps", "1 to " + MOST_GAPS);
    }
    Map<Integer, EventRow> events = new LinkedHashMap<>();
    for (int i = 0; i < gaps.size(); i++) {
      int position = i;
      event(gaps.get(i)).ifPresent(row -> events.put(position, row));
    }
    String name = "reconcile-" + clock.instant();
    // Several files of one event are one event.
    Map<Long, EventRow> byKey = new LinkedHashMap<>();
    events.values().forEach(row -> byKey.put(row.key(), row));
    Replayed done = replayer.replay(List.copyOf(byKey.values()), name);
    List<Integer> replayed = new ArrayList<>();
    List<Integer> unknown = new ArrayList<>();
    for (int i = 0; i < gaps.size(); i++) {
      EventRow row = events.get(i);
      (row != null && done.sent().contains(row.key()) ? replayed : unknown).add(i);
    }
    return new Answer(name, replayed, unknown);
  }

  private Optional<EventRow> event(Gap gap) {
    if (gap.reductionId() == null || gap.collection() == null) {
      throw new OpsFault("gaps", String.valueOf(gap), "reduction_id and collection in each");
    }
    return ledger.ofReduction(gap.reductionId(), gap.collection(), EVENTS_LOOKED_AT).stream()
        .filter(row -> announced.isIn(row.raw(), gap.version(), gap.sha256()))
        .findFirst();
  }
}
