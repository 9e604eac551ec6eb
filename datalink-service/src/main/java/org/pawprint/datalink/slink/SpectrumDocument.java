package org.pawprint.datalink.slink;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.core.votable.CooSys;
import org.pawprint.core.votable.Description;
import org.pawprint.core.votable.Field;
import org.pawprint.core.votable.Group;
import org.pawprint.core.votable.RowSink;
import org.pawprint.core.votable.Serialisation;
import org.pawprint.core.votable.TimeSys;
import org.pawprint.core.votable.VoTableWriter;

/**
 * One spectrum as a VOTable after the Spectrum Data Model 1.1, section 8. Its length is known
 * before its numbers are read: blanks behind the root element fill it up to what the longest
 * numbers would take, so that links can state the size of thousands of spectra.
 */
final class SpectrumDocument implements Product {
  /** Name and version of this writer; to be raised with every change of the bytes it makes. */
  static final String WRITER = "pawprint-1-spectrum-votable";

  static final String SPACE_FRAME = "space";
  static final String TIME_FRAME = "mjd";
  static final String TIME_FRAME_CALENDAR = "calendar";

  private static final int ROW_TAG_BYTES = "<TR></TR>\n".length();
  private static final int CELL_TAG_BYTES = "<TD></TD>".length();

  /** Sign, 17 digits, point and exponent. */
  private static final int DOUBLE_BYTES = 24;

  /** Sign and 16 digits; with an exponent there are only 9 digits. */
  private static final int FLOAT_BYTES = 17;

  private static final int MASK_BYTES = 3;

  /** More than what stands around the rows. */
  private static final int START_BYTES = 1 << 15;

  /** Bytes in a line of base64, or fewer than there are. */
  private static final int BASE64_LINE = 3000;

  private final SpectrumFacts facts;
  private final Serialisation serialisation;
  private long length = -1;

  SpectrumDocument(SpectrumFacts facts, Serialisation serialisation) {
    this.facts = facts;
    this.serialisation = serialisation;
  }

  /** The document without blanks at its end, for a spectrum that is there already. */
  static byte[] whole(SpectrumFacts facts, Spectrum spectrum, Serialisation serialisation) {
    return new SpectrumDocument(facts, serialisation).render(spectrum).toByteArray();
  }

  /** Bytes of the document, of which only what stands around the rows is made. */
  @Override
  public long length() {
    if (length < 0) {
      length = render(null).size() + rowsBytes();
    }
    return length;
  }

  private long rowsBytes() {
    long pixels = facts.pixels().count();
    int floats = facts.pixels().hasSigma() ? 2 : 1;
    if (serialisation == Serialisation.BINARY2) {
      long bytes = pixels * (1 + Double.BYTES + floats * Float.BYTES + 1);
      return (bytes + 2) / 3 * 4 + bytes / BASE64_LINE + 1;
    }
    return pixels * rowBytes(floats);
  }

  private static int rowBytes(int floats) {
    return ROW_TAG_BYTES
        + (2 + floats) * CELL_TAG_BYTES
        + DOUBLE_BYTES
        + floats * FLOAT_BYTES
        + MASK_BYTES;
  }

  @Override
  public byte[] bytes(Spectrum spectrum) {
    byte[] written = render(spectrum).toByteArray();
    byte[] all = Arrays.copyOf(written, Math.toIntExact(length()));
    Arrays.fill(all, written.length, all.length, (byte) ' ');
    return all;
  }

  private ByteArrayOutputStream render(@Nullable Spectrum spectrum) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(START_BYTES);
    try {
      write(new VoTableWriter(out, serialisation), spectrum);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return out;
  }

  private void write(VoTableWriter document, @Nullable Spectrum spectrum) throws IOException {
    List<Group> metadata = SpectrumMetadata.of(facts);
    document.startResource("results", "", "", "spec:Spectrum");
    addFrames(document, metadata);
    document.startTable("", "spectrum", "spec:Spectrum");
    document.add(new Description(title()));
    metadata.forEach(document::add);
    List<Field> fields = SpectrumFields.of(facts);
    fields.forEach(document::add);
    RowSink rows = document.rows();
    if (spectrum != null) {
      writeRows(spectrum, rows);
    }
    document.endTable().endResource().end();
  }

  /** The frames that something refers to: a spectrum of unknown time needs none of time. */
  private static void addFrames(VoTableWriter document, List<Group> metadata) throws IOException {
    Set<String> referred =
        metadata.stream()
            .flatMap(group -> group.params().stream())
            .map(param -> param.field().ref())
            .collect(Collectors.toSet());
    if (referred.contains(SPACE_FRAME)) {
      document.add(new CooSys(SPACE_FRAME, "ICRS"));
    }
    if (referred.contains(TIME_FRAME)) {
      document.add(new TimeSys(TIME_FRAME, "UTC", "TOPOCENTER", "MJD-origin"));
    }
    if (referred.contains(TIME_FRAME_CALENDAR)) {
      document.add(new TimeSys(TIME_FRAME_CALENDAR, "UTC", "TOPOCENTER", ""));
    }
  }

  private String title() {
    return facts
        .row()
        .text(ObsCoreColumn.OBS_TITLE)
        .or(() -> facts.row().text(ObsCoreColumn.TARGET_NAME))
        .orElse(facts.name());
  }

  static void writeRows(Spectrum spectrum, RowSink rows) throws IOException {
    float[] flux = spectrum.flux();
    float[] sigma = spectrum.sigma();
    byte[] mask = spectrum.mask();
    for (int pixel = 0; pixel < flux.length; pixel++) {
      rows.cell(spectrum.axis().angstrom(pixel));
      rows.cell(flux[pixel]);
      if (sigma != null) {
        rows.cell(sigma[pixel]);
      }
      rows.cell(mask[pixel] & 0xFFL);
      rows.endRow();
    }
  }
}
