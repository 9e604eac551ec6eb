package org.pawprint.standalone.reconcile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A publisher's list beside what the catalogue holds: by count, version and digest. */
public final class Comparison {
  /** How many a collection has on either side, and how many agree. */
  private static final class Count {
    private long listed;
    private long catalogued;
    private long agree;
  }

  /**
   * What the catalogue lacks.
   *
   * @param held versions of the same reduction that it has; empty where it has none
   */
  public record Gap(ManifestEntry entry, List<HeldReduction> held) {
    Map<String, Object> asMap() {
      Map<String, Object> map = entry.asMap();
      if (!held.isEmpty()) {
        map.put("held", held.stream().map(HeldReduction::words).toList());
      }
      return map;
    }

    String words() {
      return held.isEmpty()
          ? entry.words()
          : entry.words()
              + ": the catalogue has "
              + held.stream().map(HeldReduction::words).collect(Collectors.joining(" and "));
    }
  }

  private final List<Gap> gaps = new ArrayList<>();
  private final List<ManifestEntry> withdrawn = new ArrayList<>();
  private final List<HeldReduction> extra = new ArrayList<>();
  private final Map<String, Count> counts = new TreeMap<>();

  private record Name(String collection, String key) {}

  public Comparison(List<ManifestEntry> listed, List<HeldReduction> held) {
    Map<Name, List<HeldReduction>> byName = new HashMap<>();
    for (HeldReduction reduction : held) {
      names(reduction)
          .forEach(name -> byName.computeIfAbsent(name, n -> new ArrayList<>()).add(reduction));
    }
    Set<Name> known = new HashSet<>();
    for (ManifestEntry entry : listed) {
      Name name = new Name(entry.collection(), entry.key());
      known.add(name);
      place(entry, byName.getOrDefault(name, List.of()));
    }
    for (HeldReduction reduction : held) {
      if (reduction.isNewest()) {
        count(reduction.collection()).catalogued++;
        if (names(reduction).noneMatch(known::contains)) {
          extra.add(reduction);
        }
      }
    }
  }

  private static Stream<Name> names(HeldReduction reduction) {
    return Stream.concat(Stream.of(reduction.key()), reduction.keyWithoutFile().stream())
        .map(key -> new Name(reduction.collection(), key));
  }

  private void place(ManifestEntry entry, List<HeldReduction> candidates) {
    Count count = count(entry.collection());
    count.listed++;
    Predicate<HeldReduction> same =
        held ->
            (entry.sha256().isEmpty() || entry.sha256().get().equals(held.sha256()))
                && (entry.version().isEmpty() || entry.version().equals(held.version()));
    List<HeldReduction> matching = candidates.stream().filter(same).toList();
    if (matching.stream().anyMatch(held -> !held.isWithdrawn())) {
      count.agree++;
    } else if (!matching.isEmpty()) {
      withdrawn.add(entry);
    } else {
      gaps.add(new Gap(entry, candidates));
    }
  }

  private Count count(String collection) {
    return counts.computeIfAbsent(collection, c -> new Count());
  }

  /** What the catalogue lacks, in the order of the list. */
  public List<Gap> gaps() {
    return gaps;
  }

  public boolean agrees() {
    return gaps.isEmpty() && extra.isEmpty();
  }

  /** The form of {@code --json}. */
  public Map<String, Object> asMap() {
    Map<String, Object> collections = new LinkedHashMap<>();
    counts.forEach(
        (collection, n) ->
            collections.put(
                collection,
                Map.of("listed", n.listed, "catalogued", n.catalogued, "agree", n.agree)));
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("collections", collections);
    map.put("missing", gaps.stream().filter(g -> g.held().isEmpty()).map(Gap::asMap).toList());
    map.put("differing", gaps.stream().filter(g -> !g.held().isEmpty()).map(Gap::asMap).toList());
    map.put("withdrawn", withdrawn.stream().map(ManifestEntry::asMap).toList());
    map.put(
        "extra",
        extra.stream()
            .map(r -> Map.of("collection", r.collection(), "reduction_id", r.key()))
            .toList());
    return map;
  }

  /** For people. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    counts.forEach(
        (collection, n) ->
            lines.add(
                "%s: %d listed, %d in the catalogue, %d agree"
                    .formatted(collection, n.listed, n.catalogued, n.agree)));
    for (Gap gap : gaps) {
      lines.add((gap.held().isEmpty() ? "  missing   " : "  differing ") + gap.words());
    }
    withdrawn.forEach(entry -> lines.add("  withdrawn " + entry.words()));
    extra.forEach(r -> lines.add("  extra     " + r.collection() + " " + r.key()));
    return lines;
  }
}
