package org.pawprint.ssa.query;

import org.pawprint.core.votable.Values;

/**
 * Every parameter the search understands: the one table of them, from which FORMAT=METADATA
 * describes the service. Others are accepted and ignored, as SSA-1.1 4.1 asks.
 */
public enum SsaParameter implements QueryParameter {
  REQUEST(Shape.text("The operation").options("queryData")),
  VERSION(Shape.text("Version of the protocol").options("1.1")),
  POS(
      Shape.text("Centre of the cone: ra,dec in degree, ICRS; ;FK5 or ;GALACTIC says otherwise")
          .unit("deg")
          .ucd("pos.eq")
          .utype("ssa:Char.SpatialAxis.Coverage.Location.Value")),
  SIZE(
      Shape.number("Diameter of the cone; used with POS")
          .unit("deg")
          .utype("ssa:Char.SpatialAxis.Coverage.Bounds.Extent")
          .values(Values.between("0", "360"))),
  BAND(
      Shape.text(
              "Observed wavelengths in vacuum, a list of numbers and ranges: 5e-7 or 4e-7/5e-7,8e-7/;"
                  + " or of bands: U B V R I of Johnson-Cousins, u g r i z of SDSS, J H K, UV,"
                  + " Optical, Infrared; ;source means wavelengths in the rest frame of the source")
          .unit("m")
          .ucd("em.wl")
          .utype("ssa:Char.SpectralAxis.Coverage.Bounds")),
  TIME(
      Shape.text(
              "When it was observed, UTC, a list of dates and ranges: 2021, 2021-03-24,"
                  + " 2021-03-24T11:00:00/2021-04")
          .ucd("time.epoch")
          .utype("ssa:Char.TimeAxis.Coverage.Bounds")),
  FORMAT(
      Shape.text("Forms wanted, media types or short names; METADATA describes the service")
          .ucd("meta.code.mime")
          .utype("ssa:Access.Format")
          .options(
              "all",
              "compliant",
              "native",
              "graphic",
              "votable",
              "fits",
              "xml",
              "metadata",
              "application/x-votable+xml",
              "application/fits")),
  TARGETNAME(
      Shape.text("Names of targets as their survey spells them, a list")
          .ucd("meta.id;src")
          .utype("ssa:Target.Name")),
  COLLECTION(
      Shape.text("Part of the name of a collection in any case, a list")
          .ucd("meta.id")
          .utype("ssa:DataID.Collection")),
  PUBDID(
      Shape.text("Publisher DID in any case; without version, the newest one")
          .ucd("meta.ref.ivoid")
          .utype("ssa:Curation.PublisherDID")),
  CREATORDID(Shape.text("Creator DID in any case").ucd("meta.id").utype("ssa:DataID.CreatorDID")),
  TARGETCLASS(
      Shape.text("Classes of targets in any case, a list")
          .ucd("src.class")
          .utype("ssa:Target.Class")),
  REDSHIFT(
      Shape.text("Redshift, one range: 0.1/0.3").ucd("src.redshift").utype("ssa:Target.Redshift")),
  SNR(Shape.number("Least signal to noise per pixel").ucd("stat.snr").utype("ssa:Derived.SNR")),
  SPECRP(Shape.number("Least resolving power").ucd("spect.resolution")),
  SPATRES(
      Shape.number("Coarsest spatial resolution")
          .unit("deg")
          .ucd("pos.angResolution")
          .utype("ssa:Char.SpatialAxis.Resolution")),
  TIMERES(Shape.number("Coarsest resolution in time").unit("s").ucd("time.resolution")),
  VARAMPL(
      Shape.text(
              "Amplitude of variability from 0 to 1, one range; no spectrum here has it, so it leaves"
                  + " none out")
          .ucd("src.var.amplitude")),
  APERTURE(
      Shape.number(
              "Diameter of an aperture to extract; of no use for spectra that are made already")
          .unit("deg")
          .utype("ssa:Char.SpatialAxis.Coverage.Bounds.Extent")),
  FLUXCALIB(
      Shape.text("Least calibration of the flux")
          .ucd("meta.code.qual")
          .utype("ssa:Char.FluxAxis.Calibration")
          .options("absolute", "relative", "normalized", "any")),
  WAVECALIB(
      Shape.text("Least calibration of the wavelengths")
          .ucd("meta.code.qual")
          .utype("ssa:Char.SpectralAxis.Calibration")
          .options("absolute", "relative", "any")),
  MTIME(
      Shape.text(
          "When the dataset was made, changed, superseded or withdrawn, UTC, one range;"
              + " shows deleted datasets too")),
  RESPONSEFORMAT(
      Shape.text("Form of the answer itself: a short name or a media type")
          .ucd("meta.code.mime")
          .options(AnswerForm.shortNames())),
  MAXREC(Shape.whole("Most rows in the answer; 0 for its fields only")),
  TOP(Shape.whole("The best so many rows: with POS the nearest")),
  PAGE(Shape.text("Next page of a listing: the value of INFO NEXT_PAGE in the page before it")),
  COMPRESS(
      Shape.text("Compressed spectra are welcome; what is sent is up to HTTP's Accept-Encoding")
          .options("true", "false")),
  RUNID(Shape.text("A name for the run the request belongs to; repeated in the answer")),
  BANDREST(
      Shape.text("Wavelengths in the rest frame of the source, as BAND with ;source")
          .unit("m")
          .ucd("em.wl;phys.restFrame")),
  DPSUBTYPE(
      Shape.text("science, combined, normalised, uncalibrated, spliced or sky, a list")
          .ucd("meta.code.class")
          .options("science", "combined", "normalised", "spliced", "sky"));

  private final Shape shape;

  SsaParameter(Shape shape) {
    this.shape = shape;
  }

  @Override
  public Shape shape() {
    return shape;
  }

  @Override
  public boolean isConstraint() {
    return switch (this) {
      case REQUEST, VERSION, FORMAT, RESPONSEFORMAT, MAXREC, PAGE, COMPRESS, RUNID -> false;
      default -> true;
    };
  }
}
