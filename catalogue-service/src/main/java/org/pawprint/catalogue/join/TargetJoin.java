package org.pawprint.catalogue.join;

import static org.pawprint.core.obscore.ObsCoreColumn.ALT_TARGET_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.OBS_ID;
import static org.pawprint.core.obscore.ObsCoreColumn.QUALITY_FLAGS;
import static org.pawprint.core.obscore.ObsCoreColumn.REDSHIFT;
import static org.pawprint.core.obscore.ObsCoreColumn.RV;
import static org.pawprint.core.obscore.ObsCoreColumn.S_DEC;
import static org.pawprint.core.obscore.ObsCoreColumn.S_RA;
import static org.pawprint.core.obscore.ObsCoreColumn.TARGET_NAME;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pawprint.catalogue.survey.RowDerivation;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.sky.SkyPosition;
import org.pawprint.core.spectrum.QualityFlag;
import org.pawprint.store.catalogue.Target;
import org.pawprint.store.catalogue.TargetTables;

/**
 * Adds to rows what their survey's table says of the target: by {@code target_name}, else {@code
 * alt_target_name}, else {@code obs_id}. What a file tells stays, but for the centre of its field
 * in place of the target's position. Doing it again changes nothing.
 */
public final class TargetJoin {
  private static final List<ObsCoreColumn> KEYS = List.of(TARGET_NAME, ALT_TARGET_NAME, OBS_ID);

  private final TargetTables tables;

  public TargetJoin(TargetTables tables) {
    this.tables = tables;
  }

  /** The rows of a collection, in their order, with one question to the database for all. */
  public List<ObsCoreRow> join(String collection, List<ObsCoreRow> rows) {
    Set<String> keys = new HashSet<>();
    for (ObsCoreRow row : rows) {
      KEYS.forEach(column -> row.text(column).ifPresent(text -> keys.add(text.strip())));
    }
    Map<String, Target> targets = tables.lookup(collection, keys);
    return targets.isEmpty() ? rows : rows.stream().map(row -> join(row, targets)).toList();
  }

  private static ObsCoreRow join(ObsCoreRow row, Map<String, Target> targets) {
    return KEYS.stream()
        .flatMap(column -> row.text(column).stream())
        .map(text -> targets.get(text.strip()))
        .flatMap(target -> Optional.ofNullable(target).stream())
        .findFirst()
        .map(target -> with(row, target))
        .orElse(row);
  }

  /** The row with what the target adds, and what follows from that. */
  static ObsCoreRow with(ObsCoreRow row, Target target) {
    ObsCoreRow.Builder joined = row.toBuilder();
    int flags = row.number(QUALITY_FLAGS).map(Double::intValue).orElse(0);
    boolean fieldOnly = QualityFlag.FIELD_POSITION.isIn(flags);
    boolean nowhere = row.value(S_RA) == null || row.value(S_DEC) == null;
    if (target.position().isPresent() && (fieldOnly || nowhere)) {
      SkyPosition position = target.position().get();
      joined.set(S_RA, position.raDeg()).set(S_DEC, position.decDeg());
      if (fieldOnly) {
        joined.set(QUALITY_FLAGS, flags & ~QualityFlag.FIELD_POSITION.bit());
      }
    }
    fill(joined, row, REDSHIFT, target.redshift());
    fill(joined, row, RV, target.rv());
    fill(joined, row, TARGET_NAME, target.name());
    return RowDerivation.follow(row, joined.build());
  }

  private static void fill(
      ObsCoreRow.Builder joined, ObsCoreRow row, ObsCoreColumn column, Optional<?> value) {
    if (row.value(column) == null && value.isPresent()) {
      joined.set(column, value.get());
    }
  }
}
