package org.pawprint.ssa.response;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pawprint.core.votable.Info;
import org.pawprint.ssa.query.Constraint;
import org.pawprint.ssa.query.Search;
import org.pawprint.store.search.CatalogueView;
import org.pawprint.store.search.Condition;

/**
 * Tells someone who found nothing which constraint is to blame: how many spectra are left when the
 * constraints are put on one after another, and how many there would be without each one.
 */
final class WhyNoRows {
  private static final String NAME = "WHY_NO_ROWS";
  private static final long MOST = 10_000;
  private static final long LONGEST_STATEMENT = 200_000;
  private static final Duration LIMIT = Duration.ofSeconds(2);

  private final List<Condition> always = new ArrayList<>();
  private final List<Constraint> asked = new ArrayList<>();

  private WhyNoRows(Search query) {
    for (Constraint constraint : query.constraints()) {
      if (constraint.parameters().isEmpty()) {
        always.add(constraint.condition());
      } else {
        asked.add(constraint);
      }
    }
  }

  /** Nothing to say of a last page, nor where nothing was asked. */
  static List<Info> of(Search query, CatalogueView view) {
    WhyNoRows why = new WhyNoRows(query);
    if (query.page().isPresent() || why.asked.isEmpty()) {
      return List.of();
    }
    Optional<List<Long>> counts =
        why.isShort() ? view.counts(query.versions(), why.lists(), MOST, LIMIT) : Optional.empty();
    return counts
        .map(why::told)
        .orElseGet(
            () ->
                List.of(
                    Info.of(NAME, "", "To find out which constraint left none takes too long.")));
  }

  /** Each constraint is written once for every other one. */
  private boolean isShort() {
    long length = asked.stream().mapToLong(constraint -> constraint.condition().length()).sum();
    return length * 2 * asked.size() < LONGEST_STATEMENT;
  }

  /** One constraint, two, … all but the last, then all but one of them. */
  private List<List<Condition>> lists() {
    List<List<Condition>> lists = new ArrayList<>();
    for (int i = 1; i <= asked.size(); i++) {
      lists.add(conditions(asked.subList(0, i)));
    }
    for (Constraint without : asked) {
      lists.add(conditions(asked.stream().filter(c -> c != without).toList()));
    }
    return lists;
  }

  private List<Condition> conditions(List<Constraint> constraints) {
    List<Condition> conditions = new ArrayList<>(always);
    constraints.forEach(c -> conditions.add(c.condition()));
    return conditions;
  }

  private List<Info> told(List<Long> counts) {
    List<Info> infos = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      String left = spectra(counts.get(i));
      String without = spectra(counts.get(asked.size() + i));
      infos.add(
          Info.of(
              NAME,
              asked.get(i).parameters(),
              (i == 0
                      ? "Spectra that meet it: %s; without it, all else the same: %s."
                      : "Of those, spectra that meet it too: %s; without it, all else the same: %s.")
                  .formatted(left, without)));
    }
    return infos;
  }

  private static String spectra(long count) {
    return count > MOST ? "more than " + MOST : String.format(Locale.ROOT, "%d", count);
  }
}
