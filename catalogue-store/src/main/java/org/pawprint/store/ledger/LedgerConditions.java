package org.pawprint.store.ledger;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The parts of a question to the view {@code ledger.entry}, joined in one place. */
final class LedgerConditions {
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> parameters = new HashMap<>();

  /** Everything but the page. */
  static LedgerConditions of(LedgerQuery query) {
    LedgerConditions all = new LedgerConditions();
    query.state().ifPresent(state -> all.add("state = :state", "state", state));
    query.lane().ifPresent(lane -> all.add("lane = :lane", "lane", lane.word()));
    query.source().ifPresent(source -> all.add("source = :source", "source", source));
    query.eventId().ifPresent(id -> all.add("event_id = :event_id", "event_id", id));
    query.collection().ifPresent(c -> all.add("collection = :collection", "collection", c));
    query.reductionId().ifPresent(id -> all.add("reduction_id = :reduction", "reduction", id));
    query.since().ifPresent(at -> all.add("received_at >= :since", "since", Timestamp.from(at)));
    query.until().ifPresent(at -> all.add("received_at < :until", "until", Timestamp.from(at)));
    query.readBy().ifPresent(all::add);
    return all;
  }

  void add(String condition, String parameter, Object value) {
    conditions.add(condition);
    parameters.put(parameter, value);
  }

  private void add(LedgerQuery.ReadBy by) {
    String below = by.belowRevision().isPresent() ? " AND i.loader_revision < :below" : "";
    add(
        "key IN (SELECT i.event_key FROM ledger.ingest_outcome i WHERE i.loader = :loader"
            + below
            + ")",
        "loader",
        by.loader());
    by.belowRevision().ifPresent(revision -> parameters.put("below", revision));
  }

  /** Empty without conditions. */
  String where() {
    return conditions.isEmpty() ? "" : "WHERE " + String.join(" AND ", conditions);
  }

  Map<String, Object> parameters() {
    return parameters;
  }
}
