package org.pawprint.ssa.response;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.ssa.query.Product;
import org.pawprint.store.search.ObsCoreRows;

/**
 * The present row of the catalogue in one form: what SSA wants and ObsCore does not have in so many
 * words. One object serves all rows of an answer.
 */
final class AnswerRow {
  private static final double SECONDS_PER_DAY = 86400;
  private static final double ARCSEC_PER_DEGREE = 3600;
  private static final String CUBE = "cube";

  /** Bytes of a row of the VOTable form and around all rows, measured roughly. */
  private static final int VOTABLE_BYTES_PER_PIXEL = 70;

  private static final int VOTABLE_BYTES_AROUND = 6000;

  /** Flux as an image, and wavelength, flux, sigma and mask as a table. */
  private static final int FITS_BYTES_PER_PIXEL = 4 + 8 + 4 + 4 + 1;

  /** 800 by 400 pixels of half a byte. */
  private static final int GRAPHIC_BYTES = 160_000;

  private static final int FITS_BYTES_AROUND = 8 * 2880;

  private final ObsCoreRows rows;
  private final ProductUrls urls;
  private Product product = Product.VOTABLE;

  AnswerRow(ObsCoreRows rows, ProductUrls urls) {
    this.rows = rows;
    this.urls = urls;
  }

  /** Turns to a form of the row; a cube has its file only. */
  void in(Product form) {
    boolean isCube = CUBE.equals(rows.text(ObsCoreColumn.DATAPRODUCT_TYPE));
    product = isCube ? Product.NATIVE : form;
  }

  ObsCoreRows catalogue() {
    return rows;
  }

  String did() {
    String did = rows.text(ObsCoreColumn.OBS_PUBLISHER_DID);
    if (did == null) {
      throw new IllegalStateException("a catalogue row without obs_publisher_did");
    }
    return did;
  }

  String accessUrl() {
    return urls.of(product, did());
  }

  String originalUrl() {
    return urls.original(did());
  }

  Product product() {
    return product;
  }

  /** Estimated kilobytes of the form, or −1 for an original, whose size the row does not say. */
  long estimatedKilobytes() {
    Long pixels = rows.integer(ObsCoreColumn.EM_XEL);
    if (pixels == null || product == Product.NATIVE) {
      return -1;
    }
    long bytes =
        switch (product) {
          case VOTABLE -> VOTABLE_BYTES_AROUND + VOTABLE_BYTES_PER_PIXEL * pixels;
          case GRAPHIC -> GRAPHIC_BYTES;
          case FITS, NATIVE -> FITS_BYTES_AROUND + FITS_BYTES_PER_PIXEL * pixels;
        };
    return Math.max(1, bytes / 1000);
  }

  /** RA and Dec, ICRS degrees. */
  double[] position() {
    return new double[] {rows.number(ObsCoreColumn.S_RA), rows.number(ObsCoreColumn.S_DEC)};
  }

  /** The survey's title, else one made of target and collection; SSA wants one in every row. */
  String title() {
    String title = rows.text(ObsCoreColumn.OBS_TITLE);
    if (title != null) {
      return title;
    }
    String target = rows.text(ObsCoreColumn.TARGET_NAME);
    String collection = rows.text(ObsCoreColumn.OBS_COLLECTION);
    return (target == null ? "spectrum" : target) + " (" + collection + ")";
  }

  double spatialResolutionDeg() {
    return rows.number(ObsCoreColumn.S_RESOLUTION) / ARCSEC_PER_DEGREE;
  }

  /** A programme points at its targets; a survey takes what its field holds (SSA-1.1 4.2.5.2). */
  String dataSource() {
    return rows.text(ObsCoreColumn.PROPOSAL_ID) == null ? "survey" : "pointed";
  }

  double spectralExtentMetres() {
    return rows.number(ObsCoreColumn.EM_MAX) - rows.number(ObsCoreColumn.EM_MIN);
  }

  double timeExtentSeconds() {
    return (rows.number(ObsCoreColumn.T_MAX) - rows.number(ObsCoreColumn.T_MIN)) * SECONDS_PER_DAY;
  }

  /**
   * Day on which the dataset was made. Never with a time: pyvo reads {@code ssa:DataID.Date} in a
   * form that has a blank where ISO 8601 has its T.
   */
  @Nullable String creationDay() {
    Instant made = rows.instant(ObsCoreColumn.OBS_CREATION_DATE);
    return made == null ? day(rows.instant(ObsCoreColumn.LAST_MODIFIED)) : day(made);
  }

  /** Day on which the row left the searches, or null while it is in them. */
  @Nullable String deletedDay() {
    return rows.isNewest() ? null : day(rows.instant(ObsCoreColumn.LAST_MODIFIED));
  }

  private static @Nullable String day(@Nullable Instant instant) {
    return instant == null ? null : LocalDate.ofInstant(instant, ZoneOffset.UTC).toString();
  }
}
