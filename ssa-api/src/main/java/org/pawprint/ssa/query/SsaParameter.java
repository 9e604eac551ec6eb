package org.pawprint.ssa.query;

import java.util.List;
import org.pawprint.core.votable.DataType;
import org.pawprint.core.votable.Field;
import org.pawprint.core.votable.Param;
import org.pawprint.core.votable.Values;

/**
 * Every parameter the search understands: the one table of them, from which FORMAT=METADATA
 * describes the service. Others are accepted and ignored, as SSA-1.1 4.1 asks.
 */
public enum SsaParameter {
  REQUEST(text("The operation").values(options("queryData"))),
  VERSION(text("Version of the protocol").values(options("1.1"))),
  POS(
      text("Centre of the cone: ra,dec in degree, ICRS; ;FK5 or ;GALACTIC says otherwise")
          .unit("deg")
          .ucd("pos.eq")
          .utype("ssa:Char.SpatialAxis.Coverage.Location.Value")),
  SIZE(
      number("Diameter of the cone; used with POS")
          .unit("deg")
          .utype("ssa:Char.SpatialAxis.Coverage.Bounds.Extent")
          .values(Values.between("0", "360"))),
  BAND(
      text("Observed wavelengths in vacuum, a list of numbers and ranges: 5e-7 or 4e-7/5e-7,8e-7/;"
              + " ;source means wavelengths in the rest frame of the source")
          .unit("m")
          .ucd("em.wl")
          .utype("ssa:Char.SpectralAxis.Coverage.Bounds")),
  TIME(
      text("When it was observed, UTC, a list of dates and ranges: 2021, 2021-03-24,"
              + " 2021-03-24T11:00:00/2021-04")
          .ucd("time.epoch")
          .utype("ssa:Char.TimeAxis.Coverage.Bounds")),
  FORMAT(
      text("Forms wanted, media types or short names; METADATA describes the service")
          .ucd("meta.code.mime")
          .utype("ssa:Access.Format")
          .values(
              options(
                  "all",
                  "compliant",
                  "native",
                  "graphic",
                  "votable",
                  "fits",
                  "xml",
                  "metadata",
                  "application/x-votable+xml",
                  "application/fits"))),
  TARGETNAME(
      text("Names of targets as their survey spells them, a list")
          .ucd("meta.id;src")
          .utype("ssa:Target.Name")),
  COLLECTION(
      text("Part of the name of a collection in any case, a list")
          .ucd("meta.id")
          .utype("ssa:DataID.Collection")),
  PUBDID(
      text("Publisher DID in any case; without version, the newest one")
          .ucd("meta.ref.ivoid")
          .utype("ssa:Curation.PublisherDID")),
  CREATORDID(text("Creator DID in any case").ucd("meta.id").utype("ssa:DataID.CreatorDID")),
  TARGETCLASS(
      text("Classes of targets in any case, a list").ucd("src.class").utype("ssa:Target.Class")),
  REDSHIFT(text("Redshift, one range: 0.1/0.3").ucd("src.redshift").utype("ssa:Target.Redshift")),
  SNR(number("Least signal to noise per pixel").ucd("stat.snr").utype("ssa:Derived.SNR")),
  SPECRP(number("Least resolving power").ucd("spect.resolution")),
  SPATRES(
      number("Coarsest spatial resolution")
          .unit("deg")
          .ucd("pos.angResolution")
          .utype("ssa:Char.SpatialAxis.Resolution")),
  TIMERES(number("Coarsest resolution in time").unit("s").ucd("time.resolution")),
  VARAMPL(
      text("Amplitude of variability from 0 to 1, one range; no spectrum here has it, so it leaves"
              + " none out")
          .ucd("src.var.amplitude")),
  APERTURE(
      number("Diameter of an aperture to extract; of no use for spectra that are made already")
          .unit("deg")
          .utype("ssa:Char.SpatialAxis.Coverage.Bounds.Extent")),
  FLUXCALIB(
      text("Least calibration of the flux")
          .ucd("meta.code.qual")
          .utype("ssa:Char.FluxAxis.Calibration")
          .values(options("absolute", "relative", "normalized", "any"))),
  WAVECALIB(
      text("Least calibration of the wavelengths")
          .ucd("meta.code.qual")
          .utype("ssa:Char.SpectralAxis.Calibration")
          .values(options("absolute", "relative", "any"))),
  MTIME(
      text(
          "When the dataset was made, changed, superseded or withdrawn, UTC, one range;"
              + " shows deleted datasets too")),
  RESPONSEFORMAT(
      text("Form of the answer itself: a short name or a media type")
          .ucd("meta.code.mime")
          .values(options(AnswerForm.shortNames()))),
  MAXREC(whole("Most rows in the answer; 0 for its fields only")),
  TOP(whole("The best so many rows: with POS the nearest")),
  PAGE(text("Next page of a listing: the value of INFO NEXT_PAGE in the page before it")),
  COMPRESS(
      text("Compressed spectra are welcome; what is sent is up to HTTP's Accept-Encoding")
          .values(options("true", "false"))),
  RUNID(text("A name for the run the request belongs to; repeated in the answer")),
  BANDREST(
      text("Wavelengths in the rest frame of the source, as BAND with ;source")
          .unit("m")
          .ucd("em.wl;phys.restFrame")),
  DPSUBTYPE(
      text("science, combined, normalised, uncalibrated, spliced or sky, a list")
          .ucd("meta.code.class")
          .values(options("science", "combined", "normalised", "spliced", "sky")));

  private final Shape shape;

  SsaParameter(Shape shape) {
    this.shape = shape;
  }

  /** Whether it has a say in which rows are found and in their order. */
  boolean isConstraint() {
    return switch (this) {
      case REQUEST, VERSION, FORMAT, RESPONSEFORMAT, MAXREC, PAGE, COMPRESS, RUNID -> false;
      default -> true;
    };
  }

  /**
   * As FORMAT=METADATA shows it (SSA-1.1 4.1.5).
   *
   * @param value what is assumed when it is not given, or empty
   */
  public Param metadata(String value) {
    return described("INPUT:" + name()).utype(shape.utype).value(value);
  }

  /**
   * As a service descriptor shows it, without the utype: the fields of the answer have those.
   *
   * @param value that is always to be sent, or empty
   */
  public Param input(String value) {
    return described(name()).value(value);
  }

  private Field.Builder described(String name) {
    return Field.named(name, shape.type)
        .arraysize(shape.type == DataType.CHAR ? "*" : "")
        .unit(shape.unit)
        .ucd(shape.ucd)
        .description(shape.description)
        .values(shape.values);
  }

  private static Shape text(String description) {
    return new Shape(DataType.CHAR, description);
  }

  private static Shape number(String description) {
    return new Shape(DataType.DOUBLE, description);
  }

  private static Shape whole(String description) {
    return new Shape(DataType.LONG, description);
  }

  private static Values options(String... options) {
    return Values.oneOf(List.of(options));
  }

  /** How the parameter describes itself; filled while the table above is read. */
  private static final class Shape {
    private final DataType type;
    private final String description;
    private String unit = "";
    private String ucd = "";
    private String utype = "";
    private Values values = Values.ANY;

    private Shape(DataType type, String description) {
      this.type = type;
      this.description = description;
    }

    Shape unit(String text) {
      unit = text;
      return this;
    }

    Shape ucd(String text) {
      ucd = text;
      return this;
    }

    Shape utype(String text) {
      utype = text;
      return this;
    }

    Shape values(Values allowed) {
      values = allowed;
      return this;
    }
  }
}
