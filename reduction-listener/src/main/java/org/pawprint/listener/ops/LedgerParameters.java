package org.pawprint.listener.ops;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.pawprint.core.event.Lane;
import org.pawprint.store.ledger.LedgerQuery;
import org.pawprint.store.ledger.LedgerQuery.ReadBy;

/** The parameters of a question to the ledger, from a query string or a JSON body. */
final class LedgerParameters {
  static final Set<String> NAMES =
      Set.of(
          "state",
          "lane",
          "source",
          "id",
          "collection",
          "reduction_id",
          "loader",
          "below_revision",
          "since",
          "until",
          "cursor",
          "limit");
  private static final int DEFAULT_LIMIT = 100;

  private final Map<String, List<String>> values;
  private final int largestLimit;

  LedgerParameters(Map<String, List<String>> values, int largestLimit) {
    this.values = values;
    this.largestLimit = largestLimit;
  }

  LedgerQuery query() {
    for (String name : values.keySet()) {
      if (!NAMES.contains(name)) {
        throw new OpsFault(name, name, "one of the parameters " + new TreeSet<>(NAMES));
      }
    }
    Optional<Instant> since =
        one("since", LedgerParameters::instant, "a time like 2026-11-22T10:00:00Z");
    Optional<Instant> until =
        one("until", LedgerParameters::instant, "a time like 2026-11-22T10:00:00Z");
    if (since.isPresent() && until.isPresent() && !since.get().isBefore(until.get())) {
      throw new OpsFault("until", until.get().toString(), "a time after since");
    }
    return new LedgerQuery(
        one("state", LedgerParameters::state, "one of " + new TreeSet<>(LedgerQuery.STATES)),
        one("lane", Lane::of, "live or backfill"),
        one("source", LedgerParameters::text, "the CloudEvents source"),
        one("id", LedgerParameters::text, "the CloudEvents id"),
        one("collection", LedgerParameters::text, "a collection"),
        one("reduction_id", LedgerParameters::text, "the publisher's id of a reduction"),
        readBy(),
        since,
        until,
        one("cursor", LedgerParameters::positive, "the cursor of the page before"),
        one("limit", this::limit, "a number from 1 to " + largestLimit).orElse(DEFAULT_LIMIT));
  }

  private Optional<ReadBy> readBy() {
    Optional<String> loader = one("loader", LedgerParameters::text, "the name of a survey loader");
    Optional<Integer> below =
        one("below_revision", text -> Math.toIntExact(positive(text)), "a revision, from 1");
    if (below.isPresent() && loader.isEmpty()) {
      throw new OpsFault("loader", "", "the loader whose revision is meant");
    }
    return loader.map(name -> new ReadBy(name, below));
  }

  private <T> Optional<T> one(String name, Function<String, T> parse, String expected) {
    List<String> given = values.getOrDefault(name, List.of());
    if (given.isEmpty()) {
      return Optional.empty();
    }
    if (given.size() > 1) {
      throw new OpsFault(name, String.join(", ", given), "one value");
    }
    try {
      return Optional.of(parse.apply(given.get(0)));
    } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
      throw new OpsFault(name, given.get(0), expected);
    }
  }

  /** Within what PostgreSQL and the ledger can hold. */
  static Instant instant(String text) {
    Instant at = OffsetDateTime.parse(text).toInstant();
    if (at.isBefore(Instant.EPOCH) || at.isAfter(Instant.parse("9999-12-31T00:00:00Z"))) {
      throw new DateTimeException("outside 1970 to 9999");
    }
    return at;
  }

  private static String state(String text) {
    if (!LedgerQuery.STATES.contains(text)) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }

  private static String text(String text) {
    if (text.isBlank() || text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("blank");
    }
    return text;
  }

  static long positive(String text) {
    long number = Long.parseLong(text);
    if (number < 1) {
      throw new IllegalArgumentException(text);
    }
    return number;
  }

  private int limit(String text) {
    long number = positive(text);
    if (number > largestLimit) {
      throw new IllegalArgumentException(text);
    }
    return (int) number;
  }
}
