package org.pawprint.standalone.simulate;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import nom.tam.fits.Header;

/** The FIBRES extension: the configuration as the 2dF robot left it, one row per fibre. */
final class FibreTable {
  private static final int ROW_BYTES = 245;

  /** Name, TFORM and unit. Positions are radians. */
  private static final String[][] COLUMNS = {
    {"NAME", "80A", ""},
    {"RA", "D", "Radians"},
    {"DEC", "D", "Radians"},
    {"X", "J", "Microns"},
    {"Y", "J", "Microns"},
    {"XERR", "I", "Microns"},
    {"YERR", "I", "Microns"},
    {"THETA", "D", "Radians"},
    {"TYPE", "1A", ""},
    {"PIVOT", "I", ""},
    {"MAGNITUDE", "D", ""},
    {"PID", "J", ""},
    {"COMMENT", "80A", ""},
    {"RETRACTOR", "10A", ""},
    {"WLEN", "D", "Nanometers"},
    {"PMRA", "D", ""},
    {"PMDEC", "D", ""}
  };

  private FibreTable() {}

  static Header header(SimulatedField field) {
    double mjd = Site.mjd(field.start());
    Cards cards = Cards.table("FIBRES", ROW_BYTES, SimulatedField.FIBRES, COLUMNS.length);
    cards
        .add("CENRA", Math.toRadians(field.raDegrees()), "field centre RA (radians)")
        .add("CENDEC", Math.toRadians(field.decDegrees()), "field centre Dec (radians)")
        .add("CENEQNX", 2000.0, "equinox of the above")
        .add("CONFMJD", mjd, "MJD configured for")
        .add("ACTMJD", mjd, "MJD of the tweak")
        .add("ATMPRES", 886.6, "atmospheric pressure (millibars)")
        .add("ATMRHUM", 45.0, "relative humidity (percent)")
        .add("ATMTEMP", 12.85, "atmospheric temperature (celsius)")
        .add("SP1WLEN", 600.0, "spectrograph wavelength (nm)")
        .add("GUIWLEN", 500.0, "guider wavelength (nm)")
        .add("UNAL-OBJ", 0, "unallocated objects")
        .add("UNAL-GUI", 0, "unallocated guide stars")
        .add("UNAL-SKY", 0, "unallocated skies")
        .add("ALLOCOBJ", count(field, FibreUse.PROGRAMME), "allocated objects")
        .add("ALLOCGUI", count(field, FibreUse.GUIDE), "allocated guide stars")
        .add("ALLOCSKY", count(field, FibreUse.SKY), "allocated skies")
        .add("LABEL", field.label(), "field name")
        .add("MODE", "NORMAL", "mode")
        .add("FILENAME", field.configurationFile(), "configuration file");
    for (int i = 0; i < COLUMNS.length; i++) {
      cards.column(i + 1, COLUMNS[i][0], COLUMNS[i][1], COLUMNS[i][2]);
    }
    return cards.header();
  }

  static byte[] rows(SimulatedField field) {
    ByteBuffer rows = ByteBuffer.allocate(ROW_BYTES * SimulatedField.FIBRES);
    SeededNoise error = SeededNoise.of(field.seed(), 20);
    int programme = 0;
    for (Fibre fibre : field.fibres()) {
      text(rows, fibre.name(), 80);
      rows.putDouble(Math.toRadians(fibre.raDegrees()));
      rows.putDouble(Math.toRadians(fibre.decDegrees()));
      rows.putInt(fibre.xMicrons());
      rows.putInt(fibre.yMicrons());
      rows.putShort((short) Math.rint(8 * error.gaussian()));
      rows.putShort((short) Math.rint(8 * error.gaussian()));
      rows.putDouble(fibre.thetaRadians());
      text(rows, String.valueOf(fibre.use().letter()), 1);
      rows.putShort((short) fibre.pivot());
      rows.putDouble(fibre.target().map(Target::magnitude).orElse(0.0));
      rows.putInt(fibre.target().isPresent() ? programme++ : 0);
      text(rows, comment(fibre), 80);
      text(rows, String.valueOf(1 + (fibre.pivot() - 1) / 10), 10);
      rows.putDouble(fibre.use() == FibreUse.GUIDE ? 500 : 600);
      rows.putDouble(0);
      rows.putDouble(0);
    }
    return rows.array();
  }

  private static String comment(Fibre fibre) {
    return fibre
        .target()
        .map(target -> String.format(Locale.ROOT, "%s simulated", target.kind().fieldFileWord()))
        .orElse(fibre.use() == FibreUse.UNALLOCATED ? "PARKED" : "");
  }

  private static int count(SimulatedField field, FibreUse use) {
    return (int) field.fibres().stream().filter(fibre -> fibre.use() == use).count();
  }

  private static void text(ByteBuffer rows, String value, int length) {
    byte[] padded = Arrays.copyOf(value.getBytes(StandardCharsets.US_ASCII), length);
    Arrays.fill(padded, Math.min(value.length(), length), length, (byte) ' ');
    rows.put(padded);
  }
}
