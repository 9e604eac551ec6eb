package org.pawprint.datalink.bulk;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.OptionalLong;
import org.pawprint.core.fits.FitsCards;

/**
 * A FITS file of two binary tables: SPECTRA with a row per spectrum, and MISSING. All sizes follow
 * from the plan, so the headers go out before the first number is read. There are no checksums:
 * they would have to stand before data that nobody has read yet.
 */
final class FitsAnswer implements BulkAnswer {
  private static final int BLOCK = 2880;

  private final BulkPlan plan;
  private final PixelBatches pixels;
  private final FitsRow row;
  private final byte[] primary = FitsCards.primary(8).toBlocks(0);
  private final byte[] header;
  private final int idWidth;
  private final int reasonWidth;
  private final byte[] missingHeader;

  FitsAnswer(BulkPlan plan, PixelBatches pixels) {
    this.plan = plan;
    this.pixels = pixels;
    this.row = new FitsRow(plan);
    this.header = row.cards().toBlocksUnsummed();
    this.idWidth = plan.missing().stream().mapToInt(m -> m.id().length()).reduce(1, Math::max);
    this.reasonWidth =
        plan.missing().stream().mapToInt(m -> m.reason().length()).reduce(1, Math::max);
    this.missingHeader =
        FitsCards.table("MISSING", idWidth + reasonWidth, plan.missing().size(), 2)
            .column(1, BulkColumns.TEXTS.get(0).name(), idWidth + "A", "")
            .column(2, BulkColumns.REASON, reasonWidth + "A", "")
            .toBlocksUnsummed();
  }

  private long dataBytes() {
    return (long) row.bytes() * plan.wanted().size() + row.heapBytes();
  }

  private long missingBytes() {
    return (long) (idWidth + reasonWidth) * plan.missing().size();
  }

  @Override
  public OptionalLong length() {
    long headers = primary.length + header.length + missingHeader.length;
    return OptionalLong.of(headers + padded(dataBytes()) + padded(missingBytes()));
  }

  private static long padded(long bytes) {
    return (bytes + BLOCK - 1) / BLOCK * BLOCK;
  }

  @Override
  public void write(OutputStream out) throws IOException {
    out.write(primary);
    out.write(header);
    if (row.hasHeap()) {
      writeRows(out);
      writeHeap(out);
    } else {
      writeWholeRows(out);
    }
    pad(dataBytes(), out);
    out.write(missingHeader);
    writeMissing(out);
    pad(missingBytes(), out);
  }

  private void writeRows(OutputStream out) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(row.bytes());
    for (Wanted wanted : plan.wanted()) {
      row.putFacts(wanted, bytes.clear());
      row.putDescriptors(wanted, bytes);
      out.write(bytes.array(), 0, bytes.position());
    }
  }

  private void writeHeap(OutputStream out) throws IOException {
    int most = plan.wanted().stream().mapToInt(FitsRow::heapBytes).max().orElse(0);
    ByteBuffer bytes = ByteBuffer.allocate(most);
    Wavelengths wavelengths = new Wavelengths();
    pixels.forEach(
        plan.wanted(),
        (wanted, raw) -> {
          row.putArrays(raw, wavelengths.of(wanted, raw), bytes.clear());
          out.write(bytes.array(), 0, bytes.position());
        });
  }

  private void writeWholeRows(OutputStream out) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(row.bytes());
    Wavelengths wavelengths = new Wavelengths();
    pixels.forEach(
        plan.wanted(),
        (wanted, raw) -> {
          row.putFacts(wanted, bytes.clear());
          row.putArrays(raw, wavelengths.of(wanted, raw), bytes);
          out.write(bytes.array(), 0, bytes.position());
        });
  }

  private void writeMissing(OutputStream out) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(idWidth + reasonWidth);
    for (Missing missing : plan.missing()) {
      bytes.clear();
      FitsRow.putText(missing.id(), idWidth, bytes);
      FitsRow.putText(missing.reason(), reasonWidth, bytes);
      out.write(bytes.array());
    }
  }

  private static void pad(long bytes, OutputStream out) throws IOException {
    out.write(new byte[(int) (padded(bytes) - bytes)]);
  }
}
