package org.pawprint.catalogue.survey.twodfdr;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.FitsLimits;

/**
 * A reduced frame in the layout of 2dfdr, spelt out card by card: REDUCTION_ARGS before FIBRES and
 * VARIANCE last, so that nothing can be found by its place. Flux is 100 and variance 25 unless set.
 */
public final class FrameBuilder {
  public static final int PIXELS = 100;
  private static final int ROW_BYTES = 51;

  private final Map<String, String> cards = new LinkedHashMap<>();
  private final List<String> history = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();
  private String fibreTable = "FIBRES";
  private boolean withVariance = true;
  private boolean withRawSky;
  private int varianceRowsMissing;
  private double[] wavelength = {};
  private boolean wavelengthOfEach;
  private float[] sky = {};
  private int skyPixels = PIXELS;
  private String skyUnit = "";

  private record Row(
      String name,
      double ra,
      double dec,
      String type,
      int pivot,
      String comment,
      float[][] pixels) {}

  /** One red exposure over midnight, with the cards of a real frame. */
  public static FrameBuilder red() {
    return new FrameBuilder()
        .card("INSTRUME", "'AAOMEGA-2dF'")
        .card("NDFCLASS", "'MFOBJECT'")
        .card("SPECTID", "'RD'")
        .card("RUN", "12")
        .card("UTDATE", "'2017:10:15'")
        .card("UTSTART", "'23:50:00'")
        .card("UTEND", "'00:10:01'")
        .card("EXPOSED", "1200.0")
        .card("CFG_FILE", "'X3_p0.sds'")
        .card("AAOPRGID", "'A/2017B/001'")
        .card("SEEING", "1.6")
        .card("CRVAL1", "7250.0")
        .card("CDELT1", "1.5")
        .card("CRPIX1", "50.0")
        .card("CUNIT1", "'Angstroms'")
        .card("SCRUNCH", "T");
  }

  public FrameBuilder card(String key, String value) {
    cards.put(key, value);
    return this;
  }

  public FrameBuilder without(String key) {
    cards.remove(key);
    return this;
  }

  public FrameBuilder history(String text) {
    history.add(text);
    return this;
  }

  public FrameBuilder fibreTable(String name) {
    fibreTable = name;
    return this;
  }

  public FrameBuilder withoutVariance() {
    withVariance = false;
    return this;
  }

  /** An image of flux 999 in every pixel before VARIANCE, as RWSS is. */
  public FrameBuilder withRawSky() {
    withRawSky = true;
    return this;
  }

  public FrameBuilder shortVariance() {
    varianceRowsMissing = 1;
    return this;
  }

  /** One row for all fibres. */
  public FrameBuilder wavelength(double[] values) {
    wavelength = values.clone();
    return this;
  }

  /** The same for every fibre, in a row of its own. */
  public FrameBuilder wavelengthOfEach(double[] values) {
    wavelengthOfEach = true;
    return wavelength(values);
  }

  /**
   * An image SKY.
   *
   * @param rows value of all pixels of each row
   */
  public FrameBuilder sky(float... rows) {
    sky = rows.clone();
    return this;
  }

  /** BUNIT of the sky. */
  public FrameBuilder skyUnit(String unit) {
    skyUnit = unit;
    return this;
  }

  /** A sky on other pixels than the flux. */
  public FrameBuilder skyPixels(int pixels) {
    skyPixels = pixels;
    return this;
  }

  public FrameBuilder fibre(String name, String type, int pivot) {
    return fibre(name, 0.5, -0.1, type, pivot, 100, 25);
  }

  public FrameBuilder fibre(
      String name, double ra, double dec, String type, int pivot, float flux, float variance) {
    float[][] pixels = new float[2][PIXELS];
    java.util.Arrays.fill(pixels[0], flux);
    java.util.Arrays.fill(pixels[1], variance);
    rows.add(new Row(name, ra, dec, type, pivot, "", pixels));
    return this;
  }

  /** COMMENT of the newest fibre. */
  public FrameBuilder comment(String comment) {
    Row row = rows.remove(rows.size() - 1);
    rows.add(new Row(row.name, row.ra, row.dec, row.type, row.pivot, comment, row.pixels));
    return this;
  }

  public FitsFile build() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<String> primary = new ArrayList<>(List.of(fixed("SIMPLE", "T")));
    primary.addAll(image(-32, rows.size()));
    cards.forEach((key, value) -> primary.add(fixed(key, value)));
    history.forEach(text -> primary.add("HISTORY " + text));
    hdu(out, primary, pixels(0, rows.size()));
    hdu(out, table("REDUCTION_ARGS", 1, 1, List.of(fixed("TFORM1", "'1A'"))), new byte[1]);
    hdu(out, fibreHeader(), fibreRows());
    if (wavelength.length > 0) {
      List<String> header = new ArrayList<>(List.of(fixed("XTENSION", "'IMAGE   '")));
      int wavelengths = wavelengthOfEach ? rows.size() : 1;
      header.addAll(image(-64, wavelengths));
      header.add(fixed("EXTNAME", "'WAVELENGTH'"));
      ByteBuffer data = ByteBuffer.allocate(8 * PIXELS * wavelengths);
      for (int row = 0; row < wavelengths; row++) {
        data.asDoubleBuffer().put(row * PIXELS, wavelength);
      }
      hdu(out, header, data.array());
    }
    if (sky.length > 0) {
      hdu(out, skyHeader(), skyRows());
    }
    if (withRawSky) {
      List<String> header = new ArrayList<>(List.of(fixed("XTENSION", "'IMAGE   '")));
      header.addAll(image(-32, rows.size()));
      header.add(fixed("EXTNAME", "'RWSS'"));
      ByteBuffer data = ByteBuffer.allocate(4 * PIXELS * rows.size());
      while (data.hasRemaining()) {
        data.putFloat(999);
      }
      hdu(out, header, data.array());
    }
    if (withVariance) {
      List<String> header = new ArrayList<>(List.of(fixed("XTENSION", "'IMAGE   '")));
      header.addAll(image(-32, rows.size() - varianceRowsMissing));
      header.add(fixed("EXTNAME", "'VARIANCE'"));
      hdu(out, header, pixels(1, rows.size() - varianceRowsMissing));
    }
    return FitsFile.of(out.toByteArray(), "15oct20012red.fits", FitsLimits.DEFAULT);
  }

  private List<String> skyHeader() {
    List<String> header = new ArrayList<>(List.of(fixed("XTENSION", "'IMAGE   '")));
    header.addAll(image(-32, skyPixels, sky.length));
    header.add(fixed("EXTNAME", "'SKY'"));
    if (!skyUnit.isEmpty()) {
      header.add(fixed("BUNIT", "'" + skyUnit + "'"));
    }
    return header;
  }

  private byte[] skyRows() {
    ByteBuffer data = ByteBuffer.allocate(4 * skyPixels * sky.length);
    for (float value : sky) {
      for (int i = 0; i < skyPixels; i++) {
        data.putFloat(value);
      }
    }
    return data.array();
  }

  private static List<String> image(int bitpix, int rowCount) {
    return image(bitpix, PIXELS, rowCount);
  }

  private static List<String> image(int bitpix, int pixels, int rowCount) {
    return List.of(
        fixed("BITPIX", String.valueOf(bitpix)),
        fixed("NAXIS", "2"),
        fixed("NAXIS1", String.valueOf(pixels)),
        fixed("NAXIS2", String.valueOf(rowCount)));
  }

  private byte[] pixels(int plane, int rowCount) {
    ByteBuffer data = ByteBuffer.allocate(4 * PIXELS * rowCount);
    for (Row row : rows.subList(0, rowCount)) {
      for (float value : row.pixels[plane]) {
        data.putFloat(value);
      }
    }
    return data.array();
  }

  private static List<String> table(String name, int width, int height, List<String> columns) {
    List<String> header =
        new ArrayList<>(
            List.of(
                fixed("XTENSION", "'BINTABLE'"),
                fixed("BITPIX", "8"),
                fixed("NAXIS", "2"),
                fixed("NAXIS1", String.valueOf(width)),
                fixed("NAXIS2", String.valueOf(height)),
                fixed("PCOUNT", "0"),
                fixed("GCOUNT", "1"),
                fixed("TFIELDS", String.valueOf(Math.max(1, columns.size() / 2)))));
    header.addAll(columns);
    header.add(fixed("EXTNAME", "'" + name + "'"));
    return header;
  }

  private List<String> fibreHeader() {
    List<String> columns = new ArrayList<>();
    String[] names = {"NAME", "RA", "DEC", "TYPE", "PIVOT", "COMMENT"};
    String[] forms = {"16A", "1D", "1D", "1A", "1I", "16A"};
    for (int i = 0; i < names.length; i++) {
      columns.add(fixed("TTYPE" + (i + 1), "'" + names[i] + "'"));
      columns.add(fixed("TFORM" + (i + 1), "'" + forms[i] + "'"));
    }
    return table(fibreTable, ROW_BYTES, rows.size(), columns);
  }

  private byte[] fibreRows() {
    ByteBuffer data = ByteBuffer.allocate(ROW_BYTES * rows.size());
    for (Row row : rows) {
      data.put(text(row.name));
      data.putDouble(row.ra).putDouble(row.dec);
      data.put((byte) row.type.charAt(0)).putShort((short) row.pivot).put(text(row.comment));
    }
    return data.array();
  }

  private static byte[] text(String text) {
    return String.format(Locale.ROOT, "%-16s", text).getBytes(StandardCharsets.US_ASCII);
  }

  private static String fixed(String key, String value) {
    String form = value.startsWith("'") ? "%-8s= %-20s" : "%-8s= %20s";
    return String.format(Locale.ROOT, form, key, value);
  }

  private static void hdu(ByteArrayOutputStream out, List<String> header, byte[] data) {
    StringBuilder text = new StringBuilder();
    header.forEach(card -> text.append(String.format(Locale.ROOT, "%-80s", card)));
    text.append(String.format(Locale.ROOT, "%-80s", "END"));
    block(out, text.toString().getBytes(StandardCharsets.US_ASCII), (byte) ' ');
    block(out, data, (byte) 0);
  }

  private static void block(ByteArrayOutputStream out, byte[] bytes, byte fill) {
    out.writeBytes(bytes);
    for (int i = bytes.length; i % 2880 != 0; i++) {
      out.write(fill);
    }
  }
}
