package org.pawprint.ssa.query;

/**
 * Parameters of the search in the words of SIA 2.0 (section 2.1) and the draft of DAP. All but the
 * last five may be repeated: a row has to meet one value of each. A row that lacks the value meets
 * none.
 */
public enum DapParameter implements QueryParameter {
  POS(
      Shape.text(
              "Where, ICRS degrees: CIRCLE lon lat radius, RANGE lon1 lon2 lat1 lat2, or POLYGON"
                  + " lon1 lat1 lon2 lat2 lon3 lat3 …")
          .unit("deg")
          .ucd("pos.outline;obs.field")),
  BAND(
      Shape.text("Wavelengths in vacuum: one, or 'lo hi'; -Inf and +Inf leave a side open")
          .unit("m")
          .ucd("em.wl;stat.interval")),
  TIME(
      Shape.text("When it was observed, MJD in UTC: one, or 'lo hi'")
          .unit("d")
          .ucd("time.interval;obs.exposure")),
  POL(Shape.text("Polarisation state").ucd("meta.code;phys.polarization")),
  FOV(Shape.text("Field of view 'lo hi'").unit("deg").ucd("phys.angSize;instr.fov")),
  SPATRES(Shape.text("Spatial resolution 'lo hi'").unit("arcsec").ucd("pos.angResolution")),
  SPECRP(Shape.text("Resolving power 'lo hi'").ucd("spect.resolution")),
  EXPTIME(Shape.text("Exposure time 'lo hi'").unit("s").ucd("time.duration;obs.exposure")),
  TIMERES(Shape.text("Resolution in time 'lo hi'").unit("s").ucd("time.resolution")),
  ID(Shape.text("Publisher DID in any case; without version, the newest").ucd("meta.ref.ivoid")),
  COLLECTION(Shape.text("Name of a collection").ucd("meta.id")),
  FACILITY(Shape.text("Name of a telescope").ucd("meta.id;instr.tel")),
  INSTRUMENT(Shape.text("Name of an instrument").ucd("meta.id;instr")),
  DPTYPE(Shape.text("Kind of product").ucd("meta.code.class").options("spectrum", "cube")),
  CALIB(
      Shape.text("Calibration level").ucd("meta.code;obs.calib").options("0", "1", "2", "3", "4")),
  TARGET(Shape.text("Name of a target").ucd("meta.id;src")),
  REDSHIFT(Shape.text("Redshift 'lo hi'; our own").ucd("src.redshift")),
  RELEASEDATE(
      Shape.text("When it became public, UTC: 'lo hi', each yyyy-mm-dd[Thh:mm:ss], -Inf or +Inf")
          .ucd("time.release")),
  FORMAT(Shape.text("Media type of the file").ucd("meta.code.mime")),
  RESPONSEFORMAT(
      Shape.text("Form of the answer itself: a short name or a media type")
          .ucd("meta.code.mime")
          .options(AnswerForm.shortNames())),
  MAXREC(Shape.whole("Most rows in the answer; 0 for its fields only")),
  PAGE(Shape.text("Next page of a listing: the value of INFO NEXT_PAGE in the page before it")),
  RUNID(Shape.text("A name for the run the request belongs to; repeated in the answer"));

  private final Shape shape;

  DapParameter(Shape shape) {
    this.shape = shape;
  }

  @Override
  public Shape shape() {
    return shape;
  }

  @Override
  public boolean isConstraint() {
    return switch (this) {
      case RESPONSEFORMAT, MAXREC, PAGE, RUNID -> false;
      default -> true;
    };
  }
}
