package org.pawprint.datalink.bulk;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.pawprint.store.catalogue.PackedSpectrum;

/** The columns of a table of spectra besides their numbers, the same in every form. */
final class BulkColumns {
  /** Length of the arrays. */
  static final String PIXELS = "em_xel";

  static final String WAVELENGTH = "wavelength";
  static final String FLUX = "flux";
  static final String ERROR = "error";
  static final String QUALITY = "quality";

  /** Of the table of what is missing. */
  static final String REASON = "reason";

  /** A column of text; empty for unknown. */
  record Text(String name, String ucd, String description, Function<Wanted, String> value) {}

  /** A column of numbers; NaN for unknown. */
  record Number(
      String name, String unit, String ucd, String description, ToDoubleFunction<Wanted> value) {}

  /** The first is the ID. */
  static final List<Text> TEXTS =
      List.of(
          new Text("id", "meta.id", "ID as submitted", Wanted::id),
          text("obs_publisher_did", "meta.ref.ivoid", "With its version", s -> s.did().toString()),
          text("obs_collection", "meta.id", "Collection", PackedSpectrum::collection),
          text("target_name", "meta.id;src", "Target", PackedSpectrum::target),
          text("band_name", "instr.bandpass", "Band or arm", PackedSpectrum::band),
          text("o_unit", "meta.unit", "Unit of flux and error", PackedSpectrum::fluxUnit),
          new Text(
              "spectral_medium",
              "meta.note",
              "Medium of the wavelengths, air or vacuum",
              wanted -> wanted.medium().word()),
          text(
              "specsys",
              "meta.note",
              "Velocity frame of the wavelengths, as SPECSYS in FITS",
              s -> s.frame().specsys()));

  static final List<Number> NUMBERS =
      List.of(
          number("s_ra", "deg", "pos.eq.ra", "Right ascension, ICRS", PackedSpectrum::raDeg),
          number("s_dec", "deg", "pos.eq.dec", "Declination, ICRS", PackedSpectrum::decDeg),
          number(
              "t_midpoint",
              "d",
              "time.epoch",
              "Middle of the exposure, MJD UTC",
              PackedSpectrum::midpointMjd),
          number(
              "t_exptime",
              "s",
              "time.duration;obs.exposure",
              "Total exposure",
              PackedSpectrum::exposureSeconds),
          number("redshift", "", "src.redshift", "Redshift", PackedSpectrum::redshift));

  private BulkColumns() {}

  private static Text text(
      String name, String ucd, String description, Function<PackedSpectrum, String> value) {
    return new Text(name, ucd, description, wanted -> value.apply(wanted.facts()));
  }

  private static Number number(
      String name,
      String unit,
      String ucd,
      String description,
      ToDoubleFunction<PackedSpectrum> value) {
    return new Number(name, unit, ucd, description, wanted -> value.applyAsDouble(wanted.facts()));
  }
}
