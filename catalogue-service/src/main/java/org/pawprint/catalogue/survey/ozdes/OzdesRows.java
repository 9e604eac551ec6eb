package org.pawprint.catalogue.survey.ozdes;

import static org.pawprint.core.obscore.ObsCoreColumn.ALT_OBS_ID;
import static org.pawprint.core.obscore.ObsCoreColumn.ALT_TARGET_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.BIB_REFERENCE;
import static org.pawprint.core.obscore.ObsCoreColumn.CALIB_LEVEL;
import static org.pawprint.core.obscore.ObsCoreColumn.DATAPRODUCT_SUBTYPE;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_CALIB_STATUS;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_RESOLUTION;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_RES_POWER;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_RES_POWER_MAX;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_RES_POWER_MIN;
import static org.pawprint.core.obscore.ObsCoreColumn.FACILITY_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.FIELD_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.INSTRUMENT_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.OBS_ID;
import static org.pawprint.core.obscore.ObsCoreColumn.O_CALIB_STATUS;
import static org.pawprint.core.obscore.ObsCoreColumn.O_UCD;
import static org.pawprint.core.obscore.ObsCoreColumn.PIPELINE;
import static org.pawprint.core.obscore.ObsCoreColumn.PIVOT;
import static org.pawprint.core.obscore.ObsCoreColumn.PROPOSAL_ID;
import static org.pawprint.core.obscore.ObsCoreColumn.QUALITY_FLAGS;
import static org.pawprint.core.obscore.ObsCoreColumn.REDSHIFT;
import static org.pawprint.core.obscore.ObsCoreColumn.S_DEC;
import static org.pawprint.core.obscore.ObsCoreColumn.S_FOV;
import static org.pawprint.core.obscore.ObsCoreColumn.S_RA;
import static org.pawprint.core.obscore.ObsCoreColumn.S_SEEING;
import static org.pawprint.core.obscore.ObsCoreColumn.TARGET_CLASS;
import static org.pawprint.core.obscore.ObsCoreColumn.TARGET_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.T_EXPTIME;
import static org.pawprint.core.obscore.ObsCoreColumn.T_MAX;
import static org.pawprint.core.obscore.ObsCoreColumn.T_MIN;
import static org.pawprint.core.obscore.ObsCoreColumn.T_RESOLUTION;
import static org.pawprint.core.obscore.ObsCoreColumn.T_XEL;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pawprint.catalogue.survey.DataPaper;
import org.pawprint.catalogue.survey.ExposureTimes;
import org.pawprint.catalogue.survey.Redshift;
import org.pawprint.catalogue.survey.RowDerivation;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.sky.SkyPosition;
import org.pawprint.core.spectrum.QualityFlag;
import org.pawprint.core.spectrum.Spectrum;

/**
 * Fills the catalogue rows of one object. The co-add's redshift, type and name stand in every row;
 * times, programme, field and pivot are each epoch's own.
 */
final class OzdesRows {
  /** Diameter of a 2dF fibre on the sky. */
  private static final double FIBRE_DEGREES = 2.1 / 3600;

  /**
   * Gratings 580V and 385R throughout, whichever the dichroic: resolving power in the middle and at
   * the ends, and the width of a line, as Data Central publishes them for the survey.
   */
  private static final double RES_POWER = 1361;

  private static final double RES_POWER_MIN = 1050;
  private static final double RES_POWER_MAX = 1681;
  private static final double RESOLUTION_METRES = 5.318e-10;

  private final OzdesFile file;
  private final Redshift redshift;
  private final ObsCoreRow common;

  OzdesRows(OzdesFile file) {
    this.file = file;
    this.redshift = Redshift.of(file.header(), "Z").withQuality(file.header().integer("QOP"));
    this.common = common();
  }

  private ObsCoreRow common() {
    FitsHeader header = file.header();
    String source = source();
    return ObsCoreRow.builder()
        .set(OBS_ID, source)
        .set(TARGET_NAME, source)
        .set(TARGET_CLASS, types(header))
        .set(REDSHIFT, redshift.value())
        .set(QUALITY_FLAGS, redshift.flags())
        .set(BIB_REFERENCE, DataPaper.OZDES.unlessStated(header.text("REFERENC")))
        .set(FACILITY_NAME, "AAT")
        .set(INSTRUMENT_NAME, "2dF-AAOmega")
        .set(S_FOV, FIBRE_DEGREES)
        .set(EM_RES_POWER, RES_POWER)
        .set(EM_RES_POWER_MIN, RES_POWER_MIN)
        .set(EM_RES_POWER_MAX, RES_POWER_MAX)
        .set(EM_RESOLUTION, RESOLUTION_METRES)
        .set(EM_CALIB_STATUS, "calibrated")
        .set(O_UCD, "phot.count")
        .set(O_CALIB_STATUS, "uncalibrated")
        .build();
  }

  /** SOURCE of the co-add; ORIGTARG is the name that the fibres were configured with. */
  private String source() {
    return file.header()
        .text("SOURCE")
        .or(() -> file.epochs().stream().findFirst().flatMap(e -> e.header().text("ORIGTARG")))
        .orElseThrow(() -> file.header().unreadable("SOURCE", "the name of the object"));
  }

  /** TYPE0, TYPE1, …: an object may have been a target for several reasons. */
  private static @Nullable String types(FitsHeader header) {
    Set<String> types = new LinkedHashSet<>();
    int number = 0;
    for (Optional<String> type = header.text("TYPE0");
        type.isPresent();
        type = header.text("TYPE" + ++number)) {
      types.add(type.get());
    }
    return types.isEmpty() ? null : String.join(", ", types);
  }

  /**
   * @param times of the epochs in the co-add
   */
  ObsCoreRow combined(OzdesSpectrum coAdd, List<ExposureTimes> times, Spectrum spectrum) {
    CoAddTimes span = CoAddTimes.of(times);
    ObsCoreRow.Builder row =
        common.toBuilder()
            .set(CALIB_LEVEL, 3)
            .set(DATAPRODUCT_SUBTYPE, "combined")
            .set(T_MIN, span.minMjd())
            .set(T_MAX, span.maxMjd())
            .set(T_EXPTIME, span.exposureSeconds())
            .set(T_RESOLUTION, span.resolutionSeconds())
            .set(T_XEL, span.epochs() == 0 ? null : span.epochs())
            .set(PIPELINE, pipeline(coAdd.header(), "VERCOADD"))
            .set(PROPOSAL_ID, shared("AAOPRGID"))
            .set(FIELD_NAME, shared("OBJECT"));
    position(row, coAdd.header());
    return RowDerivation.complete(row.build(), spectrum);
  }

  ObsCoreRow epoch(OzdesSpectrum epoch, ExposureTimes times, Spectrum spectrum) {
    FitsHeader header = epoch.header();
    String original = header.text("ORIGTARG").orElse(null);
    ObsCoreRow.Builder row =
        common.toBuilder()
            .set(CALIB_LEVEL, 2)
            .set(DATAPRODUCT_SUBTYPE, "science")
            .set(ALT_TARGET_NAME, original)
            .set(ALT_OBS_ID, original)
            .set(T_MIN, times.minMjd())
            .set(T_MAX, times.maxMjd())
            .set(T_EXPTIME, times.exposureSeconds())
            .set(T_RESOLUTION, times.exposureSeconds())
            .set(T_XEL, 1)
            .set(S_SEEING, seeing(header))
            .set(PIPELINE, pipeline(header, "VERSION"))
            .set(PROPOSAL_ID, header.text("AAOPRGID").orElse(null))
            .set(FIELD_NAME, header.text("OBJECT").orElse(null))
            .set(PIVOT, pivot(header))
            .set(
                QUALITY_FLAGS,
                redshift.flags() | (epoch.isDoubted() ? QualityFlag.DOUBTED.bit() : 0));
    position(row, header.number("RA").isPresent() ? header : file.header());
    return RowDerivation.complete(row.build(), spectrum);
  }

  /**
   * RA and DEC in degrees, J2000, which FK5 and ICRS give alike to 0.03″.
   *
   * @throws IllegalArgumentException when they are no place on the sky
   */
  private static void position(ObsCoreRow.Builder row, FitsHeader header) {
    OptionalDouble ra = header.number("RA");
    OptionalDouble dec = header.number("DEC");
    if (ra.isPresent() && dec.isPresent()) {
      SkyPosition position = new SkyPosition(ra.getAsDouble(), dec.getAsDouble());
      row.set(S_RA, position.raDeg()).set(S_DEC, position.decDeg());
    }
  }

  private static @Nullable Double seeing(FitsHeader header) {
    double seeing = header.number("SEEING").orElse(Double.NaN);
    return seeing > 0 ? seeing : null;
  }

  private static @Nullable Integer pivot(FitsHeader header) {
    long pivot = header.integer("PIVOT").orElse(0);
    return pivot > 0 && pivot <= Integer.MAX_VALUE ? (int) pivot : null;
  }

  private static @Nullable String pipeline(FitsHeader header, String version) {
    return header.text(version).map(v -> "OzDES " + v).orElse(null);
  }

  /** What all epochs that tell it agree upon. */
  private @Nullable String shared(String keyword) {
    Set<String> values = new LinkedHashSet<>();
    file.epochs().forEach(epoch -> epoch.header().text(keyword).ifPresent(values::add));
    return values.size() == 1 ? values.iterator().next() : null;
  }
}
