package org.pawprint.listener.ops;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pawprint.listener.messaging.Replayer;
import org.pawprint.listener.messaging.Replayer.Refusal;
import org.pawprint.listener.messaging.Replayer.Replayed;
import org.pawprint.store.ledger.EventRow;
import org.pawprint.store.ledger.LedgerEntry;
import org.pawprint.store.ledger.LedgerQuery;
import org.pawprint.store.ledger.LedgerSearch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Sends stored events again. */
@RestController
class ReplayController {
  private static final Logger LOG = LoggerFactory.getLogger(ReplayController.class);
  private static final int MOST_EVENTS = 100_000;
  private static final int PAGE = 500;
  private static final String DRY_RUN = "dry_run";
  private static final String REPLAY = "replay";

  private final LedgerSearch ledger;
  private final Replayer replayer;
  private final Clock clock;

  ReplayController(LedgerSearch ledger, Replayer replayer, Clock clock) {
    this.ledger = ledger;
    this.replayer = replayer;
    this.clock = clock;
  }

  /**
   * What was done.
   *
   * @param replay name of the replay, in each event sent
   * @param matching events that answer to the order; of a dry run only
   * @param sent events the broker has confirmed
   * @param cursor give it back to go on, where the limit ended this order; absent at the end
   */
  record Answer(
      String replay,
      Optional<Long> matching,
      int sent,
      List<Refusal> refused,
      Optional<String> cursor) {}

  @PostMapping("/ops/parked/{key}/replay")
  Answer replayParked(@PathVariable("key") String text) {
    long key = key("key", text);
    List<EventRow> rows = ledger.rows(List.of(key));
    if (rows.isEmpty()) {
      throw new OpsFault(404, "key", text, "the key of an event in the ledger");
    }
    if (rows.get(0).state() != EventRow.State.PARKED) {
      throw new OpsFault(
          409, "key", text, "a parked event; this one is " + rows.get(0).state().word());
    }
    String name = name();
    return answer(name, List.of(replayer.replay(rows, name)), Optional.empty());
  }

  /**
   * {@code {"keys": [1, 2]}}, or the parameters of the ledger: source and id, state, collection,
   * loader and revision, times. {@code dry_run} only counts; {@code replay} is the name that an
   * earlier part of the same replay was given.
   */
  @PostMapping("/ops/replay")
  Answer replay(@RequestBody JsonNode order) {
    if (!order.isObject() || order.isEmpty()) {
      throw new OpsFault(
          "body", order.toString(), "an object with keys, or " + LedgerParameters.NAMES);
    }
    if (order.has("keys")) {
      String name = name();
      return answer(name, replayKeys(order, name), Optional.empty());
    }
    LedgerQuery query = new LedgerParameters(values(order), MOST_EVENTS).query();
    String name = order.has(REPLAY) ? order.path(REPLAY).asString() : name();
    if (order.path(DRY_RUN).asBoolean(false)) {
      return new Answer(name, Optional.of(ledger.count(query)), 0, List.of(), Optional.empty());
    }
    return replayFound(query, name);
  }

  private List<Replayed> replayKeys(JsonNode order, String name) {
    JsonNode given = order.path("keys");
    if (order.size() > 1 || !given.isArray() || given.isEmpty() || given.size() > PAGE) {
      throw new OpsFault("keys", given.toString(), "1 to " + PAGE + " keys and nothing beside");
    }
    List<Long> keys = new ArrayList<>();
    given.forEach(key -> keys.add(key("keys", key.isValueNode() ? key.asString() : "")));
    List<EventRow> rows = ledger.rows(keys);
    List<Long> found = rows.stream().map(EventRow::key).toList();
    List<Refusal> unknown =
        keys.stream()
            .filter(key -> !found.contains(key))
            .map(key -> new Refusal(key, "not in the ledger"))
            .toList();
    return List.of(new Replayed(List.of(), unknown), replayer.replay(rows, name));
  }

  private Answer replayFound(LedgerQuery query, String name) {
    List<Replayed> all = new ArrayList<>();
    Optional<Long> before = query.before();
    int left = query.limit();
    while (left > 0) {
      int asked = Math.min(left, PAGE);
      List<LedgerEntry> page = ledger.list(query.page(before, asked));
      if (!page.isEmpty()) {
        List<Long> keys = page.stream().map(LedgerEntry::key).toList();
        all.add(replayer.replay(ledger.rows(keys), name));
        before = Optional.of(keys.get(keys.size() - 1));
      }
      if (page.size() < asked) {
        return answer(name, all, Optional.empty());
      }
      left -= page.size();
    }
    return answer(name, all, before.map(String::valueOf));
  }

  private static Answer answer(String name, List<Replayed> all, Optional<String> cursor) {
    int sent = all.stream().mapToInt(part -> part.sent().size()).sum();
    List<Refusal> refused = all.stream().flatMap(part -> part.refused().stream()).toList();
    LOG.info("replay={} sent={} refused={}", name, sent, refused.size());
    return new Answer(name, Optional.empty(), sent, refused, cursor);
  }

  private String name() {
    return "replay-" + clock.instant();
  }

  private static long key(String parameter, String text) {
    try {
      return LedgerParameters.positive(text);
    } catch (IllegalArgumentException e) {
      throw new OpsFault(parameter, text, "a key of the ledger, a whole number from 1");
    }
  }

  private static Map<String, List<String>> values(JsonNode order) {
    Map<String, List<String>> values = new HashMap<>();
    order.properties().stream()
        .filter(field -> !field.getKey().equals(DRY_RUN) && !field.getKey().equals(REPLAY))
        .forEach(
            field -> {
              JsonNode value = field.getValue();
              if (!value.isString() && !value.isNumber()) {
                throw new OpsFault(field.getKey(), value.toString(), "a text or a number");
              }
              values.put(field.getKey(), List.of(value.asString()));
            });
    return values;
  }
}
