package org.pawprint.catalogue.join;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_MAX;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_MIDPOINT;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_MIDPOINT_REST;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_MIN;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_MIN_REST;
import static org.pawprint.core.obscore.ObsCoreColumn.QUALITY_FLAGS;
import static org.pawprint.core.obscore.ObsCoreColumn.REDSHIFT;
import static org.pawprint.core.obscore.ObsCoreColumn.RV;
import static org.pawprint.core.obscore.ObsCoreColumn.SPECSYS;
import static org.pawprint.core.obscore.ObsCoreColumn.S_DEC;
import static org.pawprint.core.obscore.ObsCoreColumn.S_FOV;
import static org.pawprint.core.obscore.ObsCoreColumn.S_RA;
import static org.pawprint.core.obscore.ObsCoreColumn.S_REGION;
import static org.pawprint.core.obscore.ObsCoreColumn.TARGET_NAME;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.sky.SkyPosition;
import org.pawprint.store.catalogue.Target;

/** Expected values by arithmetic. */
class TargetJoinTest {
  private static final int FIELD_POSITION = 64;
  private static final int LOW_FLUX = 2;

  private static final Target TARGET =
      new Target(
          Optional.of(new SkyPosition(35.5, -28.75)),
          Optional.of(0.25),
          Optional.of(299.792458),
          Optional.of("the star"));

  private static ObsCoreRow.Builder row() {
    return ObsCoreRow.builder()
        .set(EM_MIN, 4e-7)
        .set(EM_MAX, 6e-7)
        .set(EM_MIDPOINT, 5e-7)
        .set(S_FOV, 0.001)
        .set(SPECSYS, "BARYCENT");
  }

  @Test
  void fillsWhatIsAbsentAndWhatFollowsFromIt() {
    ObsCoreRow joined = TargetJoin.with(row().build(), TARGET);

    assertThat(joined.value(S_RA)).isEqualTo(35.5);
    assertThat(joined.value(S_DEC)).isEqualTo(-28.75);
    assertThat(joined.value(S_REGION)).isEqualTo("Circle ICRS 35.5 -28.75 0.0005");
    assertThat(joined.value(REDSHIFT)).isEqualTo(0.25);
    assertThat(joined.value(RV)).isEqualTo(299.792458);
    assertThat(joined.value(TARGET_NAME)).isEqualTo("the star");
    // 400 nm / 1.25 and 500 nm / 1.25
    assertThat(joined.requiredNumber(EM_MIN_REST)).isCloseTo(3.2e-7, within(1e-20));
    assertThat(joined.requiredNumber(EM_MIDPOINT_REST)).isCloseTo(4e-7, within(1e-20));
    assertThat(joined.value(EM_MIN)).isEqualTo(4e-7);
  }

  @Test
  void keepsWhatTheFileTells() {
    ObsCoreRow told =
        row()
            .set(S_RA, 1.0)
            .set(S_DEC, 2.0)
            .set(REDSHIFT, 1.0)
            .set(RV, 7.0)
            .set(TARGET_NAME, "mine")
            .set(QUALITY_FLAGS, LOW_FLUX)
            .build();

    ObsCoreRow joined = TargetJoin.with(told, TARGET);

    assertThat(joined.value(S_RA)).isEqualTo(1.0);
    assertThat(joined.value(REDSHIFT)).isEqualTo(1.0);
    assertThat(joined.value(RV)).isEqualTo(7.0);
    assertThat(joined.value(TARGET_NAME)).isEqualTo("mine");
    assertThat(joined.value(QUALITY_FLAGS)).isEqualTo(LOW_FLUX);
  }

  @Test
  void replacesTheCentreOfTheFieldAndClearsItsFlagAlone() {
    ObsCoreRow ofField =
        row().set(S_RA, 1.0).set(S_DEC, 2.0).set(QUALITY_FLAGS, FIELD_POSITION | LOW_FLUX).build();

    ObsCoreRow joined = TargetJoin.with(ofField, TARGET);

    assertThat(joined.value(S_RA)).isEqualTo(35.5);
    assertThat(joined.value(S_REGION)).isEqualTo("Circle ICRS 35.5 -28.75 0.0005");
    assertThat(joined.value(QUALITY_FLAGS)).isEqualTo(LOW_FLUX);
  }

  @Test
  void theFlagStaysWhereTheTableHasNoPosition() {
    ObsCoreRow ofField =
        row().set(S_RA, 1.0).set(S_DEC, 2.0).set(QUALITY_FLAGS, FIELD_POSITION).build();
    Target without =
        new Target(Optional.empty(), Optional.of(0.25), Optional.empty(), Optional.empty());

    ObsCoreRow joined = TargetJoin.with(ofField, without);

    assertThat(joined.value(S_RA)).isEqualTo(1.0);
    assertThat(joined.value(QUALITY_FLAGS)).isEqualTo(FIELD_POSITION);
  }

  @Test
  void aVelocityShiftsTheLimitsOfAnAxisAtRestInTheStarOnce() {
    ObsCoreRow atRest = row().set(SPECSYS, "SOURCE").build();

    ObsCoreRow joined = TargetJoin.with(atRest, TARGET);

    // 299.792458 km/s is a thousandth of light.
    assertThat(joined.requiredNumber(EM_MIN)).isCloseTo(4.004e-7, within(1e-20));
    assertThat(joined.requiredNumber(EM_MAX)).isCloseTo(6.006e-7, within(1e-20));
    assertThat(TargetJoin.with(joined, TARGET).value(EM_MIN)).isEqualTo(joined.value(EM_MIN));
  }
}
