package org.pawprint.catalogue.survey.twodfdr;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.FitsHdu;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.fits.FitsTable;
import org.pawprint.core.fits.HduKind;

/**
 * The HDUs of one frame, found by name: their order differs between versions of 2dfdr.
 *
 * @param flux one row per fibre
 * @param variance of the same shape
 * @param wavelength one row for all fibres or one each
 * @param sky that was subtracted, one row for all fibres or one each
 * @param fibres one row per fibre, in the order of the flux
 */
record FibreFrame(
    FitsHdu flux,
    Optional<FitsHdu> variance,
    Optional<FitsHdu> wavelength,
    Optional<FitsHdu> sky,
    FitsTable fibres) {

  /** Files converted from NDF put {@code MORE.} before the name; IFU frames have both tables. */
  private static final List<String> FIBRE_TABLES = List.of("FIBRES_IFU", "FIBRES");

  private static final List<String> COLUMNS = List.of("NAME", "RA", "DEC", "TYPE");

  /** Empty when there is no fibre table, or no image with as many rows. */
  static Optional<FibreFrame> in(FitsFile fits) {
    FitsHdu flux = fits.primary();
    Optional<FitsHdu> table = fibreTable(fits);
    if (table.isEmpty() || flux.shape().length < 1 || flux.shape().length > 2) {
      return Optional.empty();
    }
    FitsTable fibres = table.get().table();
    if (!COLUMNS.stream().allMatch(fibres::has) || fibres.rows() != rows(flux)) {
      return Optional.empty();
    }
    return Optional.of(
        new FibreFrame(
            flux, image(fits, "VARIANCE"), image(fits, "WAVELENGTH"), image(fits, "SKY"), fibres));
  }

  private static Optional<FitsHdu> fibreTable(FitsFile fits) {
    for (String suffix : FIBRE_TABLES) {
      for (FitsHdu hdu : fits.hdus()) {
        if (hdu.kind() == HduKind.BINTABLE && upper(hdu.name()).endsWith(suffix)) {
          return Optional.of(hdu);
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<FitsHdu> image(FitsFile fits, String name) {
    return fits.hdu(name).filter(h -> h.kind() == HduKind.IMAGE);
  }

  /** Rows of an image; a one-dimensional one has a single row. */
  static int rows(FitsHdu image) {
    long[] shape = image.shape();
    return shape.length == 2 ? (int) Math.min(shape[1], Integer.MAX_VALUE) : 1;
  }

  private static String upper(String name) {
    return name.toUpperCase(Locale.ROOT);
  }

  FitsHeader header() {
    return flux.header();
  }

  /** Pixels of one spectrum. */
  int length() {
    return (int) flux.shape()[0];
  }

  int rows() {
    return rows(flux);
  }

  /** Whether an image has a row of the right length for every fibre. */
  boolean sameShape(FitsHdu image) {
    return image.shape().length >= 1 && image.shape()[0] == length() && rows(image) == rows();
  }
}
