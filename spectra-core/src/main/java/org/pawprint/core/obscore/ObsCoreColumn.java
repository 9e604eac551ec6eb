package org.pawprint.core.obscore;

import static org.pawprint.core.obscore.ColumnType.DOUBLE;
import static org.pawprint.core.obscore.ColumnType.INT;
import static org.pawprint.core.obscore.ColumnType.LONG;
import static org.pawprint.core.obscore.ColumnType.STRING;
import static org.pawprint.core.obscore.ColumnType.TIMESTAMP;

import java.util.Locale;
import java.util.Optional;
import org.pawprint.core.spectrum.QualityFlag;

/**
 * Every column of the catalogue that is served: ObsCore 1.1 (mandatory, then optional), then Data
 * Central's extras, then ours. The one table of name, unit, UCD, utypes, type and section; DDL
 * check, VOTable FIELDs, TAP_SCHEMA and SSA fields derive from it.
 *
 * <p>Utypes are given without the {@code obscore:} and {@code ssa:} prefixes. Wavelengths in metres
 * are vacuum; times are UTC MJD; positions ICRS degrees.
 */
public enum ObsCoreColumn {
  DATAPRODUCT_TYPE(
      STRING,
      "",
      "meta.code.class",
      "ObsDataset.dataProductType",
      "",
      "ObsCore-1.1 4.1",
      "Logical data product type"),
  CALIB_LEVEL(
      INT,
      "",
      "meta.code;obs.calib",
      "ObsDataset.calibLevel",
      "",
      "ObsCore-1.1 4.2",
      "Calibration level, 2 for a reduced exposure, 3 for a co-add"),
  OBS_COLLECTION(
      STRING,
      "",
      "meta.id",
      "DataID.collection",
      "DataID.Collection",
      "ObsCore-1.1 4.3",
      "Survey and release, or the live collection"),
  OBS_ID(
      STRING,
      "",
      "meta.id",
      "DataID.observationID",
      "",
      "ObsCore-1.1 4.4",
      "The collection's own key of the exposure"),
  OBS_PUBLISHER_DID(
      STRING,
      "",
      "meta.ref.ivoid",
      "Curation.publisherDID",
      "Curation.PublisherDID",
      "ObsCore-1.1 4.5",
      "Identifier of this spectrum in this reduction"),
  TARGET_NAME(
      STRING,
      "",
      "meta.id;src",
      "Target.name",
      "Target.Name",
      "ObsCore-1.1 4.9",
      "Name of the target as its survey spells it"),
  S_RA(
      DOUBLE,
      "deg",
      "pos.eq.ra",
      "Char.SpatialAxis.Coverage.Location.Coord.Position2D.Value2.C1",
      "",
      "ObsCore-1.1 4.10",
      "Right ascension of the fibre, ICRS"),
  S_DEC(
      DOUBLE,
      "deg",
      "pos.eq.dec",
      "Char.SpatialAxis.Coverage.Location.Coord.Position2D.Value2.C2",
      "",
      "ObsCore-1.1 4.10",
      "Declination of the fibre, ICRS"),
  S_FOV(
      DOUBLE,
      "deg",
      "phys.angSize;instr.fov",
      "Char.SpatialAxis.Coverage.Bounds.Extent.diameter",
      "Char.SpatialAxis.Coverage.Bounds.Extent",
      "ObsCore-1.1 4.11",
      "Diameter of the fibre or aperture on the sky"),
  S_REGION(
      STRING,
      "",
      "pos.outline;obs.field",
      "Char.SpatialAxis.Coverage.Support.Area",
      "",
      "ObsCore-1.1 4.12",
      "Sky covered, as STC-S in ICRS degrees"),
  S_RESOLUTION(
      DOUBLE,
      "arcsec",
      "pos.angResolution",
      "Char.SpatialAxis.Resolution.Refval.value",
      "",
      "ObsCore-1.1 4.13",
      "Spatial resolution"),
  S_XEL1(
      LONG,
      "",
      "meta.number",
      "Char.SpatialAxis.numBins1",
      "",
      "ObsCore-1.1 4.14",
      "Elements along the first axis"),
  S_XEL2(
      LONG,
      "",
      "meta.number",
      "Char.SpatialAxis.numBins2",
      "",
      "ObsCore-1.1 4.14",
      "Elements along the second axis"),
  T_MIN(
      DOUBLE,
      "d",
      "time.start;obs.exposure",
      "Char.TimeAxis.Coverage.Bounds.Limits.StartTime",
      "Char.TimeAxis.Coverage.Bounds.Start",
      "ObsCore-1.1 4.15",
      "Start of the earliest exposure, MJD UTC"),
  T_MAX(
      DOUBLE,
      "d",
      "time.end;obs.exposure",
      "Char.TimeAxis.Coverage.Bounds.Limits.StopTime",
      "Char.TimeAxis.Coverage.Bounds.Stop",
      "ObsCore-1.1 4.15",
      "End of the latest exposure, MJD UTC"),
  T_EXPTIME(
      DOUBLE,
      "s",
      "time.duration;obs.exposure",
      "Char.TimeAxis.Coverage.Support.Extent",
      "Char.TimeAxis.Coverage.Support.Extent",
      "ObsCore-1.1 4.16",
      "Total exposure time"),
  T_RESOLUTION(
      DOUBLE,
      "s",
      "time.resolution",
      "Char.TimeAxis.Resolution.Refval.value",
      "",
      "ObsCore-1.1 4.17",
      "Resolution in time"),
  T_XEL(
      LONG,
      "",
      "meta.number",
      "Char.TimeAxis.numBins",
      "",
      "ObsCore-1.1 4.18",
      "Exposures or epochs combined"),
  EM_MIN(
      DOUBLE,
      "m",
      "em.wl;stat.min",
      "Char.SpectralAxis.Coverage.Bounds.Limits.LoLimit",
      "Char.SpectralAxis.Coverage.Bounds.Start",
      "ObsCore-1.1 4.19",
      "Vacuum wavelength of the first pixel"),
  EM_MAX(
      DOUBLE,
      "m",
      "em.wl;stat.max",
      "Char.SpectralAxis.Coverage.Bounds.Limits.HiLimit",
      "Char.SpectralAxis.Coverage.Bounds.Stop",
      "ObsCore-1.1 4.19",
      "Vacuum wavelength of the last pixel"),
  EM_RES_POWER(
      DOUBLE,
      "",
      "spect.resolution",
      "Char.SpectralAxis.Resolution.ResolPower.refVal",
      "",
      "ObsCore-1.1 4.20",
      "Resolving power at the middle of the band"),
  EM_XEL(
      LONG,
      "",
      "meta.number",
      "Char.SpectralAxis.numBins",
      "Dataset.Length",
      "ObsCore-1.1 4.21",
      "Number of pixels"),
  O_UCD(
      STRING,
      "",
      "meta.ucd",
      "Char.ObservableAxis.ucd",
      "Char.FluxAxis.Ucd",
      "ObsCore-1.1 4.22",
      "UCD of the flux"),
  POL_STATES(
      STRING,
      "",
      "meta.code;phys.polarization",
      "Char.PolarizationAxis.stateList",
      "",
      "ObsCore-1.1 4.23",
      "Polarisation states"),
  POL_XEL(
      LONG,
      "",
      "meta.number",
      "Char.PolarizationAxis.numBins",
      "",
      "ObsCore-1.1 4.24",
      "Number of polarisation states"),
  FACILITY_NAME(
      STRING,
      "",
      "meta.id;instr.tel",
      "Provenance.ObsConfig.Facility.name",
      "",
      "ObsCore-1.1 4.25",
      "Telescope"),
  INSTRUMENT_NAME(
      STRING,
      "",
      "meta.id;instr",
      "Provenance.ObsConfig.Instrument.name",
      "DataID.Instrument",
      "ObsCore-1.1 4.26",
      "Instrument"),

  DATAPRODUCT_SUBTYPE(
      STRING,
      "",
      "meta.code.class",
      "ObsDataset.dataProductSubtype",
      "",
      "ObsCore-1.1 B.1",
      "science, combined, normalised, uncalibrated, spliced or sky"),
  OBS_CREATOR_DID(
      STRING,
      "",
      "meta.id",
      "DataID.creatorDID",
      "DataID.CreatorDID",
      "ObsCore-1.1 B.3",
      "Identifier given by the creator, if any"),
  OBS_CREATOR_NAME(
      STRING,
      "",
      "meta.id",
      "DataID.creator",
      "DataID.Creator",
      "ObsCore-1.1 B.3",
      "Who made the spectrum"),
  OBS_CREATION_DATE(
      TIMESTAMP,
      "",
      "time;meta.dataset",
      "DataID.date",
      "",
      "ObsCore-1.1 B.3",
      "When the reduction ended, UTC"),
  OBS_RELEASE_DATE(
      TIMESTAMP,
      "",
      "time.release",
      "Curation.releaseDate",
      "",
      "ObsCore-1.1 B.4",
      "When the spectrum becomes public, UTC"),
  OBS_TITLE(
      STRING,
      "",
      "meta.title;obs",
      "DataID.title",
      "DataID.Title",
      "ObsCore-1.1 B.3",
      "One line for people"),
  DATA_RIGHTS(
      STRING,
      "",
      "meta.code",
      "Curation.rights",
      "Curation.Rights",
      "ObsCore-1.1 B.4",
      "public, secure or proprietary"),
  PUBLISHER_ID(
      STRING,
      "",
      "meta.ref.ivoid",
      "Curation.publisherID",
      "",
      "ObsCore-1.1 B.4",
      "Identifier of the publisher"),
  BIB_REFERENCE(
      STRING,
      "",
      "meta.bib",
      "Curation.reference",
      "Curation.Reference",
      "ObsCore-1.1 B.4",
      "Paper to cite"),
  PROPOSAL_ID(
      STRING,
      "",
      "meta.id;obs.proposal",
      "Provenance.Proposal.identifier",
      "",
      "ObsCore-1.1 B.7",
      "Observing programme"),
  TARGET_CLASS(
      STRING,
      "",
      "src.class",
      "Target.class",
      "Target.Class",
      "ObsCore-1.1 B.2",
      "Class of the target where the file gives one"),
  EM_UCD(
      STRING,
      "",
      "meta.ucd",
      "Char.SpectralAxis.ucd",
      "Char.SpectralAxis.Ucd",
      "ObsCore-1.1 B.6.3",
      "UCD of the spectral axis"),
  EM_UNIT(
      STRING,
      "",
      "meta.unit",
      "Char.SpectralAxis.unit",
      "",
      "ObsCore-1.1 B.6.3",
      "Unit of the spectral axis in the product"),
  EM_CALIB_STATUS(
      STRING,
      "",
      "meta.code.qual",
      "Char.SpectralAxis.calibrationStatus",
      "Char.SpectralAxis.Calibration",
      "ObsCore-1.1 B.6.3",
      "Calibration of the spectral axis"),
  EM_RESOLUTION(
      DOUBLE,
      "m",
      "spect.resolution;stat.mean",
      "Char.SpectralAxis.Resolution.refVal",
      "Char.SpectralAxis.Resolution",
      "ObsCore-1.1 B.6.3",
      "Width of the instrument profile, FWHM"),
  EM_RES_POWER_MIN(
      DOUBLE,
      "",
      "spect.resolution;stat.min",
      "Char.SpectralAxis.Resolution.ResolPower.LoLimit",
      "",
      "ObsCore-1.1 B.6.3",
      "Least resolving power over the band"),
  EM_RES_POWER_MAX(
      DOUBLE,
      "",
      "spect.resolution;stat.max",
      "Char.SpectralAxis.Resolution.ResolPower.HiLimit",
      "",
      "ObsCore-1.1 B.6.3",
      "Greatest resolving power over the band"),
  O_UNIT(
      STRING,
      "",
      "meta.unit",
      "Char.ObservableAxis.unit",
      "",
      "ObsCore-1.1 B.6.5",
      "Unit of the flux"),
  O_CALIB_STATUS(
      STRING,
      "",
      "meta.code.qual",
      "Char.ObservableAxis.calibrationStatus",
      "Char.FluxAxis.Calibration",
      "ObsCore-1.1 B.6.5",
      "absolute, relative, normalized or uncalibrated"),

  T_MIDPOINT(
      DOUBLE,
      "d",
      "time.epoch",
      "",
      "Char.TimeAxis.Coverage.Location.Value",
      "Data Central",
      "Middle of t_min and t_max, MJD UTC"),
  EM_MIDPOINT(
      DOUBLE,
      "m",
      "em.wl;instr.bandpass",
      "",
      "Char.SpectralAxis.Coverage.Location.Value",
      "Data Central",
      "Middle of em_min and em_max"),
  EM_MIN_REST(
      DOUBLE,
      "m",
      "em.wl;stat.min;phys.restFrame",
      "",
      "",
      "Data Central",
      "em_min over 1 + redshift"),
  EM_MAX_REST(
      DOUBLE,
      "m",
      "em.wl;stat.max;phys.restFrame",
      "",
      "",
      "Data Central",
      "em_max over 1 + redshift"),
  EM_MIDPOINT_REST(
      DOUBLE, "m", "em.wl;phys.restFrame", "", "", "Data Central", "em_midpoint over 1 + redshift"),
  EM_SNR(
      DOUBLE,
      "",
      "stat.snr",
      "",
      "Derived.SNR",
      "Data Central",
      "Signal to noise per pixel, the survey's own or the median of flux over sigma"),
  BAND_NAME(
      STRING,
      "",
      "instr.bandpass",
      "",
      "DataID.Bandpass",
      "Data Central",
      "Name of the band or arm"),
  S_SEEING(
      DOUBLE,
      "arcsec",
      "instr.obsty.seeing",
      "",
      "",
      "Data Central",
      "Seeing as the header gives it"),
  REDSHIFT(
      DOUBLE,
      "",
      "src.redshift",
      "",
      "Target.Redshift",
      "Data Central",
      "Heliocentric redshift where the survey gives one; quality_flags says where it doubts it"),
  RV(
      DOUBLE,
      "km/s",
      "phys.veloc;pos.heliocentric",
      "",
      "",
      "Data Central",
      "Radial velocity where the survey gives one"),
  ALT_TARGET_NAME(
      STRING,
      "",
      "meta.id;src",
      "",
      "",
      "Data Central",
      "Name of the target in the observation file"),

  ALT_OBS_ID(STRING, "", "meta.id", "", "", "Pawprint", "Data Central's name of the exposure"),
  ARM(STRING, "", "meta.id;instr.setup", "", "", "Pawprint", "Spectrograph arm, e.g. blue or red"),
  FIBRE(INT, "", "meta.id;instr.det", "", "", "Pawprint", "Fibre number in slit order, from 1"),
  PIVOT(INT, "", "meta.id;instr.det", "", "", "Pawprint", "Fibre pivot on the plate"),
  FIELD_NAME(
      STRING,
      "",
      "meta.id;obs.field",
      "",
      "",
      "Pawprint",
      "Label of the field or plate configuration"),
  SPECTRAL_MEDIUM(
      STRING,
      "",
      "meta.code",
      "",
      "",
      "Pawprint",
      "Medium of the product's own axis: air or vacuum"),
  SPECSYS(
      STRING,
      "",
      "meta.code",
      "",
      "",
      "Pawprint",
      "Velocity frame of the product's own axis, as FITS spells it"),
  ERROR_KIND(
      STRING,
      "",
      "meta.code",
      "",
      "",
      "Pawprint",
      "How the original states errors: variance, sigma, relative, inverse_variance or none"),
  QUALITY_FLAGS(INT, "", "meta.code.qual", "", "", "Pawprint", "Bits: " + QualityFlag.legend()),
  BAD_PIXEL_FRACTION(
      DOUBLE,
      "",
      "stat.ratio;meta.code.qual",
      "",
      "",
      "Pawprint",
      "Fraction of masked pixels, 0 to 1"),
  SKY_RESIDUAL(
      DOUBLE,
      "",
      "stat.ratio;meta.code.qual",
      "",
      "",
      "Pawprint",
      "Scatter of flux over sigma at strong night-sky lines over that beside them"),
  REDUCTION_ID(STRING, "", "meta.id", "", "", "Pawprint", "The publisher's id of the reduction"),
  REDUCTION_VERSION(
      STRING,
      "",
      "meta.version",
      "",
      "DataID.Version",
      "Pawprint",
      "Version of the reduction: its number, else its time"),
  PIPELINE(
      STRING,
      "",
      "meta.software",
      "",
      "",
      "Pawprint",
      "Pipeline and version that made the original"),
  LAST_MODIFIED(
      TIMESTAMP,
      "",
      "time.processing",
      "",
      "",
      "Pawprint",
      "When this row last changed in the catalogue, UTC");

  private final ColumnType type;
  private final String unit;
  private final String ucd;
  private final String utype;
  private final String ssaUtype;
  private final String source;
  private final String description;

  ObsCoreColumn(
      ColumnType type,
      String unit,
      String ucd,
      String utype,
      String ssaUtype,
      String source,
      String description) {
    this.type = type;
    this.unit = unit;
    this.ucd = ucd;
    this.utype = utype;
    this.ssaUtype = ssaUtype;
    this.source = source;
    this.description = description;
  }

  /** The column's name in tables and answers, e.g. {@code em_min}. */
  public String column() {
    return name().toLowerCase(Locale.ROOT);
  }

  public ColumnType type() {
    return type;
  }

  /** VOUnits string, empty for none. */
  public String unit() {
    return unit;
  }

  public String ucd() {
    return ucd;
  }

  /** ObsCore utype with its prefix, where ObsCore has the column. */
  public Optional<String> utype() {
    return utype.isEmpty() ? Optional.empty() : Optional.of("obscore:" + utype);
  }

  /** SSA utype with its prefix, where SSA has the field. */
  public Optional<String> ssaUtype() {
    return ssaUtype.isEmpty() ? Optional.empty() : Optional.of("ssa:" + ssaUtype);
  }

  /** Standard and section, or the service, that defines the column. */
  public String source() {
    return source;
  }

  public String description() {
    return description;
  }
}
