package org.pawprint.datalink.bulk;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.pawprint.datalink.bulk.ArrowColumn.Element;

/**
 * An Arrow stream, a record batch for every batch that is read; its metadata say what is missing.
 */
final class ArrowAnswer implements BulkAnswer {
  private final BulkPlan plan;
  private final PixelBatches pixels;

  ArrowAnswer(BulkPlan plan, PixelBatches pixels) {
    this.plan = plan;
    this.pixels = pixels;
  }

  @Override
  public OptionalLong length() {
    return OptionalLong.empty();
  }

  @Override
  public void write(OutputStream out) throws IOException {
    List<ArrowColumn> columns = columns();
    ArrowStream stream = new ArrowStream(out);
    stream.schema(columns, metadata());
    pixels.forEachBatch(
        plan.wanted(),
        (batch, raw) -> {
          List<Integer> nodes = new ArrayList<>();
          List<ArrowStream.Piece> pieces = new ArrayList<>();
          columns.forEach(column -> column.add(batch, raw, nodes, pieces));
          stream.batch(batch.size(), nodes, pieces);
        });
    stream.end();
  }

  private Map<String, String> metadata() {
    Map<String, String> metadata = new TreeMap<>();
    metadata.put("missing", missing());
    plan.grid().ifPresent(grid -> metadata.put("grid", grid.text()));
    return metadata;
  }

  private List<ArrowColumn> columns() {
    String unit = plan.commonFluxUnit();
    Wavelengths wavelengths = new Wavelengths();
    List<ArrowColumn> columns = new ArrayList<>();
    BulkColumns.TEXTS.forEach(column -> columns.add(new ArrowColumn.Texts(column)));
    BulkColumns.NUMBERS.forEach(column -> columns.add(new ArrowColumn.Doubles(column)));
    columns.add(new ArrowColumn.Pixels());
    columns.add(
        new ArrowColumn.Arrays(
            BulkColumns.WAVELENGTH, Element.DOUBLE, "Angstrom", wavelengths::of));
    columns.add(
        new ArrowColumn.Arrays(BulkColumns.FLUX, Element.FLOAT, unit, (wanted, raw) -> raw.flux()));
    columns.add(
        new ArrowColumn.Arrays(
            BulkColumns.ERROR,
            Element.FLOAT,
            unit,
            (wanted, raw) -> raw.sigma().orElseGet(() -> ByteBuffer.allocate(0))));
    columns.add(
        new ArrowColumn.Arrays(BulkColumns.QUALITY, Element.BYTE, "", (wanted, raw) -> raw.mask()));
    return columns;
  }

  /** A line for each: ID, tab, reason. */
  private String missing() {
    return plan.missing().stream()
        .map(missing -> missing.id() + "\t" + missing.reason() + "\n")
        .collect(Collectors.joining());
  }
}
