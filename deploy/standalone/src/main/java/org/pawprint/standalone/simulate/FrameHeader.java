package org.pawprint.standalone.simulate;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import nom.tam.fits.Header;

/** The primary header of a reduced frame: the keywords 2dfdr passes on and those it adds. */
final class FrameHeader {
  private static final DateTimeFormatter DATE = utc("uuuu:MM:dd");
  private static final DateTimeFormatter TIME = utc("HH:mm:ss");
  private static final DateTimeFormatter FILE_DATE = utc("ddMMM");
  private static final DateTimeFormatter NIGHT = utc("yyMMdd");

  private FrameHeader() {}

  /** File name without suffix: day, month, camera and run, e.g. {@code 11sep20023}. */
  static String frameName(SimulatedField field, Arm arm) {
    return FILE_DATE.format(field.start()).toLowerCase(Locale.ROOT)
        + arm.camera()
        + String.format(Locale.ROOT, "%04d", field.run());
  }

  /** Folder of the observatory's layout: night and camera, e.g. {@code 240911/ccd_2}. */
  static String folder(SimulatedField field, Arm arm) {
    return NIGHT.format(field.start()) + "/ccd_" + arm.camera();
  }

  static Header of(SimulatedField field, Arm arm) {
    Cards cards = Cards.primaryImage(Arm.PIXELS, SimulatedField.FIBRES);
    detector(cards, field, arm);
    telescope(cards, field);
    spectrograph(cards, arm);
    bookkeeping(cards, field, arm);
    pointing(cards, field);
    axes(cards, arm);
    history(cards, field, arm);
    return cards.header();
  }

  private static void detector(Cards cards, SimulatedField field, Arm arm) {
    cards
        .add("DCT_DATE", "Sep 12 2014", "detector control release")
        .add("DCT_VER", "r3_110_2_3", "detector control version")
        .add("DETECTOR", arm == Arm.BLUE ? "E2V2A" : "E2V3A", "detector name")
        .add("XPIXSIZE", 15.0, "pixel size in microns")
        .add("YPIXSIZE", 15.0, "pixel size in microns")
        .add("METHOD", "CCD Charge shuffling technique", "observing method")
        .add("SPEED", "NORMAL", "readout speed")
        .add("READAMP", "RIGHT", "readout amplifier")
        .add("EXPOSED", (double) field.exposureSeconds(), "exposure time (s)")
        .add("ELAPSED", (double) field.exposureSeconds(), "elapsed time (s)")
        .add("TOTALEXP", (double) field.exposureSeconds(), "total exposure (s)")
        .add("RO_GAIN", arm.gain(), "inverse gain (e-/ADU)")
        .add("RO_NOISE", arm.readNoise(), "readout noise (electrons)");
  }

  private static void telescope(Cards cards, SimulatedField field) {
    cards
        .add("ORIGIN", "AAO", "originating institution")
        .add("TELESCOP", "Anglo-Australian Telescope", "telescope")
        .add("ALT_OBS", Site.ALTITUDE_METRES, "altitude of observatory (m)")
        .add("LAT_OBS", Site.LATITUDE_DEGREES, "latitude of observatory (deg)")
        .add("LONG_OBS", Site.LONGITUDE_DEGREES, "longitude of observatory (deg)")
        .add("OBJECT", field.label(), "field")
        .add("RADECSYS", "FK5", "reference system")
        .add("EQUINOX", 2000.0, "J2000 equinox")
        .add("INSTRUME", "AAOMEGA-2dF", "instrument")
        .add("AAOPRGID", field.programme(), "observing programme")
        .add("OBSERVER", "Pawprint simulator", "not an observation of the sky");
  }

  private static void spectrograph(Cards cards, Arm arm) {
    double symmetric =
        StrictMath.sin(StrictMath.toRadians(arm.gratingAngleDegrees() + arm.tiltDegrees()));
    cards
        .add("SPECTID", arm.spectrographId(), "spectrograph arm")
        .add("GRATID", arm.gratingId(), "grating")
        .add("GRATTILT", arm.tiltDegrees(), "tilt of the fringes (deg)")
        .add("GRATLPMM", arm.linesPerMm(), "ruling (lines/mm)")
        .add("ORDER", 1, "spectral order")
        .add("GRATANGL", arm.gratingAngleDegrees(), "grating angle (deg)")
        .add("CAMANGL", arm.cameraAngleDegrees(), "camera angle (deg)")
        .add("LAMBDAC", arm.centreAngstrom(), "central wavelength (Angstrom)")
        .add("LAMBDAB", 2e7 * symmetric / arm.linesPerMm(), "wavelength of the blaze (Angstrom)")
        .add("DISPERS", arm.dispersion(), "central dispersion (Angstrom/pixel)")
        .add("DICHROIC", "X5700", "dichroic");
  }

  private static void bookkeeping(Cards cards, SimulatedField field, Arm arm) {
    Instant start = field.start();
    double year = 2000 + (Site.mjd(start) - 51544.5) / 365.25;
    cards
        .add("AAOMOSFT", 1, "written by AAOmega software")
        .add("NDFCLASS", "MFOBJECT", "class of the frame")
        .add("CFG_FILE", field.configurationFile(), "fibre configuration")
        .add("SOURCE", "plate " + field.plate(), "slit in use")
        .add("RUN", field.run(), "run number")
        .add("OBSNUM", field.run(), "observation number")
        .add("GRPNUM", field.run(), "group number")
        .add("GRPMEM", 1, "group member")
        .add("GRPMAX", 0, "group maximum")
        .add("OBSTYPE", "OBJECT", "type of observation")
        .add("UTDATE", DATE.format(start), "UT date of the start")
        .add("EPOCH", year, "decimal year")
        .add("UTSTART", TIME.format(start), "UT start")
        .add("UTEND", TIME.format(field.end()), "UT end, next day if before UTSTART")
        .add("STSTART", sexagesimalHours(Site.siderealDegrees(start)), "ST start")
        .add("STEND", sexagesimalHours(Site.siderealDegrees(field.end())), "ST end")
        .add("UTMJD", Site.mjd(start), "MJD of the start (UTC)")
        .add("TOPEND", "2DF", "top end")
        .add("WINDOW", "AAOMEGA_2DF", "detector window")
        .add("SEEING", field.seeingArcsec(), "seeing (arcsec)")
        .add("FILEORIG", folder(field, arm) + "/" + frameName(field, arm) + ".fits", "raw frame")
        .add("TDFDRVER", TWODFDR_VERSION, "2dfdr version")
        .add("SCRUNCH", true, "on one wavelength scale");
  }

  /** As an event would name it. */
  static final String TWODFDR_VERSION = "8.03";

  private static void pointing(Cards cards, SimulatedField field) {
    double ra = field.raDegrees();
    double dec = field.decDegrees();
    cards
        .add("AXIS", "B", "optical axis")
        .add("TRACKING", "TRACKING", "telescope is tracking")
        .add("MEANRA", ra, "field centre, mean J2000 (deg)")
        .add("MEANDEC", dec, "field centre, mean J2000 (deg)")
        .add("TEL_PA", 90.0, "rotator position angle")
        .add("HASTART", Site.hourAngleDegrees(field.start(), ra), "hour angle at start (deg)")
        .add("ZDSTART", Site.zenithDistanceDegrees(field.start(), ra, dec), "zenith distance (deg)")
        .add("HAEND", Site.hourAngleDegrees(field.end(), ra), "hour angle at end (deg)")
        .add("ZDEND", Site.zenithDistanceDegrees(field.end(), ra, dec), "zenith distance (deg)");
  }

  private static void axes(Cards cards, Arm arm) {
    cards
        .add("CRVAL1", arm.centreAngstrom(), "co-ordinate value of axis 1")
        .add("CDELT1", arm.dispersion(), "co-ordinate increment along axis 1")
        .add("CRPIX1", (double) Arm.REFERENCE_PIXEL, "reference pixel along axis 1")
        .add("CRVAL2", 0.5, "co-ordinate value of axis 2")
        .add("CDELT2", 1.0, "co-ordinate increment along axis 2")
        .add("CRPIX2", 1.0, "reference pixel along axis 2")
        .add("CTYPE1", "Wavelength", "label of axis 1")
        .add("CUNIT1", "Angstroms", "unit of axis 1")
        .add("CTYPE2", "Fibre Number", "label of axis 2")
        .add("CUNIT2", "", "unit of axis 2");
  }

  private static void history(Cards cards, SimulatedField field, Arm arm) {
    String night = frameName(field, arm).substring(0, 6);
    long sky = field.fibres().stream().filter(fibre -> fibre.use() == FibreUse.SKY).count();
    cards
        .history("OPTEX extracting using tram map " + night + "0009tlm.fits")
        .history("Divided by fibre flat field " + night + "0009red.fits")
        .history("Throughput calibrating using sky lines")
        .history("Sky subtracting using " + sky + " sky fibres")
        .history("Correcting for telluric absorption")
        .history("Simulated frame: no light of the sky was used");
  }

  private static String sexagesimalHours(double degrees) {
    int seconds = (int) (degrees * 240);
    return String.format(
        Locale.ROOT, "%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
  }

  private static DateTimeFormatter utc(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
  }
}
