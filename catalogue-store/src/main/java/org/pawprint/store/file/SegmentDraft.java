package org.pawprint.store.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pawprint.core.fits.FitsCards;
import org.pawprint.core.fits.FitsChecksum;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.core.spectrum.TabulatedAxis;

/**
 * A segment in the making: one binary table per (pixel count, presence of sigma, tabulated axis),
 * one row per spectrum with the columns SPECTRUM, FLUX, SIGMA, MASK, WAVELENGTH. Not thread-safe.
 */
public final class SegmentDraft implements AutoCloseable {
  private static final int BLOCK = 2880;
  private static final int WRITE_BYTES = 1 << 20;

  /** Spectra that share a table. */
  private record Shape(int pixels, boolean hasSigma, boolean hasWavelength) {
    static Shape of(Spectrum spectrum) {
      return new Shape(
          spectrum.length(), spectrum.sigma() != null, spectrum.axis() instanceof TabulatedAxis);
    }

    int sliceBytes() {
      return SegmentSlice.bytes(pixels, hasSigma, hasWavelength);
    }
  }

  private record Named(int order, byte[] name, Spectrum spectrum) {}

  private final SegmentStore store;
  private final String path;
  private final Map<Shape, List<Named>> tables = new LinkedHashMap<>();
  private int count;
  private boolean unfinished;

  SegmentDraft(SegmentStore store, String path) {
    this.store = store;
    this.path = path;
  }

  /** Where the bytes of a segment are before it has its name. */
  static Path unfinished(Path file) {
    return file.resolveSibling(file.getFileName() + ".tmp");
  }

  /**
   * Adds a spectrum.
   *
   * @param name {@code <obs_id>/<spectrum>}, for people who open the segment
   */
  public void add(String name, Spectrum spectrum) {
    byte[] ascii = name.replaceAll("[^ -~]", "?").getBytes(StandardCharsets.US_ASCII);
    tables
        .computeIfAbsent(Shape.of(spectrum), shape -> new ArrayList<>())
        .add(new Named(count++, ascii, spectrum));
  }

  /**
   * Writes, syncs and names the segment.
   *
   * @param beforeEach called before each spectrum is written
   * @return where each spectrum lies, in the order they were added
   * @throws IOException when the store cannot take it; nothing has the segment's name then
   */
  public List<SegmentSlice> finish(Runnable beforeEach) throws IOException {
    Path file = store.register(path);
    Path draft = unfinished(file);
    unfinished = true;
    SegmentSlice[] slices = new SegmentSlice[count];
    try (FileChannel channel =
        FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      write(channel, ByteBuffer.wrap(FitsCards.primary(8).toBlocks(0)));
      for (Map.Entry<Shape, List<Named>> table : tables.entrySet()) {
        writeTable(channel, table.getKey(), table.getValue(), slices, beforeEach);
      }
      channel.force(true);
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    unfinished = false;
    Directories.sync(file.resolveSibling("").normalize());
    return List.of(slices);
  }

  private void writeTable(
      FileChannel channel,
      Shape shape,
      List<Named> rows,
      SegmentSlice[] slices,
      Runnable beforeEach)
      throws IOException {
    int nameBytes = rows.stream().mapToInt(r -> r.name().length).max().orElse(1);
    ByteBuffer row = ByteBuffer.allocate(nameBytes + shape.sliceBytes());
    // The sum stands before the data: every row is laid out twice, which costs less than a copy.
    FitsChecksum sum = new FitsChecksum();
    rows.forEach(named -> sum.add(layOut(named, nameBytes, row)));
    FitsCards header = header(shape, nameBytes, row.capacity(), rows.size());
    write(channel, ByteBuffer.wrap(header.toBlocks(sum.value())));
    for (Named named : rows) {
      beforeEach.run();
      slices[named.order()] =
          new SegmentSlice(
              path,
              channel.position() + nameBytes,
              shape.pixels(),
              shape.hasSigma(),
              shape.hasWavelength());
      write(channel, layOut(named, nameBytes, row));
    }
    write(channel, ByteBuffer.allocate(Math.floorMod(-channel.position(), BLOCK)));
  }

  private static FitsCards header(Shape shape, int nameBytes, int rowBytes, int rows) {
    int fields = 3 + (shape.hasSigma() ? 1 : 0) + (shape.hasWavelength() ? 1 : 0);
    FitsCards header = FitsCards.table("SPECTRA_" + shape.pixels(), rowBytes, rows, fields);
    int column = 1;
    header.column(column++, "SPECTRUM", nameBytes + "A", "");
    header.column(column++, "FLUX", shape.pixels() + "E", "");
    if (shape.hasSigma()) {
      header.column(column++, "SIGMA", shape.pixels() + "E", "");
    }
    header.column(column++, "MASK", shape.pixels() + "B", "");
    if (shape.hasWavelength()) {
      header.column(column, "WAVELENGTH", shape.pixels() + "D", "Angstrom");
    }
    return header;
  }

  private static ByteBuffer layOut(Named named, int nameBytes, ByteBuffer row) {
    row.clear().put(named.name());
    while (row.position() < nameBytes) {
      row.put((byte) 0);
    }
    put(row, named.spectrum());
    return row.flip();
  }

  private static void put(ByteBuffer data, Spectrum spectrum) {
    putFloats(data, spectrum.flux());
    float[] sigma = spectrum.sigma();
    if (sigma != null) {
      putFloats(data, sigma);
    }
    data.put(spectrum.mask());
    if (spectrum.axis() instanceof TabulatedAxis axis) {
      data.asDoubleBuffer().put(axis.toArray());
      data.position(data.position() + 8 * axis.length());
    }
  }

  private static void putFloats(ByteBuffer data, float[] values) {
    data.asFloatBuffer().put(values);
    data.position(data.position() + 4 * values.length);
  }

  /** In moderate pieces: for a heap buffer the JDK keeps a direct buffer as large as the piece. */
  private static void write(FileChannel channel, ByteBuffer bytes) throws IOException {
    int end = bytes.limit();
    while (bytes.position() < end) {
      bytes.limit(Math.min(end, bytes.position() + WRITE_BYTES));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      bytes.limit(end);
    }
  }

  /** Removes what an unfinished write left. */
  @Override
  public void close() throws IOException {
    if (unfinished) {
      store.discard(path);
    }
  }
}
