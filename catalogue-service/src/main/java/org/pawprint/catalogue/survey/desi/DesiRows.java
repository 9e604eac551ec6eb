package org.pawprint.catalogue.survey.desi;

import static org.pawprint.core.obscore.ObsCoreColumn.ARM;
import static org.pawprint.core.obscore.ObsCoreColumn.BAND_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.BIB_REFERENCE;
import static org.pawprint.core.obscore.ObsCoreColumn.CALIB_LEVEL;
import static org.pawprint.core.obscore.ObsCoreColumn.DATAPRODUCT_SUBTYPE;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_CALIB_STATUS;
import static org.pawprint.core.obscore.ObsCoreColumn.FACILITY_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.FIELD_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.INSTRUMENT_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.OBS_ID;
import static org.pawprint.core.obscore.ObsCoreColumn.O_CALIB_STATUS;
import static org.pawprint.core.obscore.ObsCoreColumn.O_UCD;
import static org.pawprint.core.obscore.ObsCoreColumn.PIPELINE;
import static org.pawprint.core.obscore.ObsCoreColumn.PROPOSAL_ID;
import static org.pawprint.core.obscore.ObsCoreColumn.S_DEC;
import static org.pawprint.core.obscore.ObsCoreColumn.S_FOV;
import static org.pawprint.core.obscore.ObsCoreColumn.S_RA;
import static org.pawprint.core.obscore.ObsCoreColumn.TARGET_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.T_EXPTIME;
import static org.pawprint.core.obscore.ObsCoreColumn.T_MAX;
import static org.pawprint.core.obscore.ObsCoreColumn.T_MIN;
import static org.pawprint.core.obscore.ObsCoreColumn.T_XEL;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.pawprint.catalogue.survey.DataPaper;
import org.pawprint.catalogue.survey.RowDerivation;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.FitsHdu;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.fits.FitsTable;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.sky.SkyPosition;
import org.pawprint.core.spectrum.Spectrum;

/** Fills the rows of a file's targets. */
final class DesiRows {
  /** Diameter of a fibre, 107 µm (DESI Collaboration 2022, AJ 164, 207, section 4). */
  private static final double FIBRE_DEGREES = 1.5 / 3600;

  /** By the name of the reduction. */
  private static final Map<String, DataPaper> PAPERS =
      Map.of("fuji", DataPaper.DESI_EDR, "iron", DataPaper.DESI_DR1);

  private final FitsTable targets;
  private final DesiExposures exposures;
  private final ObsCoreRow common;

  DesiRows(FitsFile fits, FitsTable targets) {
    this.targets = targets;
    this.exposures = DesiExposures.in(fits);
    String group = group(fits);
    this.common =
        ObsCoreRow.builder()
            .set(OBS_ID, group)
            .set(FIELD_NAME, group)
            .set(CALIB_LEVEL, 3)
            .set(DATAPRODUCT_SUBTYPE, "combined")
            .set(FACILITY_NAME, "Mayall 4 m")
            .set(INSTRUMENT_NAME, "DESI")
            .set(
                BIB_REFERENCE,
                card(fits, "SPECPROD").map(PAPERS::get).map(DataPaper::bibcode).orElse(null))
            .set(PROPOSAL_ID, card(fits, "SURVEY").orElse(null))
            .set(PIPELINE, card(fits, "SPECPROD").map(p -> "desispec " + p).orElse(null))
            .set(S_FOV, FIBRE_DEGREES)
            .set(EM_CALIB_STATUS, "calibrated")
            .set(O_UCD, "phot.flux.density;em.wl")
            .set(O_CALIB_STATUS, "absolute")
            .build();
  }

  /** The same cards are in the primary header or beside FIBERMAP, by release. */
  private static Optional<String> card(FitsFile fits, String key) {
    return fits.primary()
        .header()
        .text(key)
        .or(() -> fits.hdu("FIBERMAP").map(FitsHdu::header).flatMap(h -> h.text(key)));
  }

  /**
   * How the exposures were grouped: {@code main-dark-10000} by healpix, {@code
   * tile80605-6-cumulative-20210205} by tile. Files before release fuji tell only their healpix, or
   * by INFIL000 what they were made of.
   */
  private static String group(FitsFile fits) {
    Optional<String> pixel = card(fits, "HPXPIXEL");
    Optional<String> tile = card(fits, "TILEID");
    if (tile.isPresent() && pixel.isEmpty()) {
      return "tile"
          + tile.get()
          + card(fits, "PETAL").map(p -> "-" + p).orElse("")
          + card(fits, "SPGRP").map(g -> "-" + g).orElse("")
          + card(fits, "SPGRPVAL").map(g -> "-" + g).orElse("");
    }
    if (pixel.isPresent()) {
      return card(fits, "SURVEY").map(s -> s + "-").orElse("")
          + card(fits, "PROGRAM").map(p -> p + "-").orElse("")
          + pixel.get();
    }
    FitsHeader header = fits.primary().header();
    return header
        .text("INFIL000")
        .map(name -> name.replaceFirst("^.*/", "").replaceFirst("\\.fits.*$", ""))
        .orElseThrow(() -> header.unreadable("HPXPIXEL", "HPXPIXEL, TILEID or INFIL000"));
  }

  /** TARGETID, or the row's number where a file lacks it. */
  String targetId(int row) {
    OptionalLong id = targets.integer("TARGETID", row);
    return id.isPresent() ? Long.toString(id.getAsLong()) : "row" + (row + 1);
  }

  ObsCoreRow row(int row, DesiArm arm, Spectrum spectrum) {
    SkyPosition position = new SkyPosition(number("TARGET_RA", row), number("TARGET_DEC", row));
    ObsCoreRow.Builder built =
        common.toBuilder()
            .set(TARGET_NAME, "DESI " + targetId(row))
            .set(ARM, arm.name())
            .set(BAND_NAME, arm.name())
            .set(S_RA, position.raDeg())
            .set(S_DEC, position.decDeg())
            .set(T_EXPTIME, number("COADD_EXPTIME", row))
            .set(T_XEL, exposureCount(row));
    exposures
        .of(targets.integer("TARGETID", row).orElse(0))
        .ifPresent(window -> built.set(T_MIN, window.startMjd()).set(T_MAX, window.endMjd()));
    return RowDerivation.complete(built.build(), spectrum);
  }

  private @Nullable Integer exposureCount(int row) {
    OptionalLong count = targets.integer("COADD_NUMEXP", row);
    return count.isPresent() && count.getAsLong() > 0
        ? (int) Math.min(count.getAsLong(), Integer.MAX_VALUE)
        : null;
  }

  private double number(String column, int row) {
    return targets.has(column) ? targets.number(column, row).orElse(Double.NaN) : Double.NaN;
  }
}
