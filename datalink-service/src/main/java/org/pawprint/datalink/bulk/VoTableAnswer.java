package org.pawprint.datalink.bulk;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.pawprint.core.votable.CooSys;
import org.pawprint.core.votable.DataType;
import org.pawprint.core.votable.Field;
import org.pawprint.core.votable.Info;
import org.pawprint.core.votable.RowSink;
import org.pawprint.core.votable.Serialisation;
import org.pawprint.core.votable.TimeSys;
import org.pawprint.core.votable.VoTableWriter;
import org.pawprint.datalink.slink.SpectrumFields;
import org.pawprint.datalink.slink.VoFluxUnit;
import org.pawprint.store.file.SliceArrays;

/** A VOTable of two tables in BINARY2: spectra with arrays in their cells, and missing. */
final class VoTableAnswer implements BulkAnswer {
  private static final String SPACE = "space";
  private static final String TIME = "mjd";
  private static final String ANY_LENGTH = "*";

  private final BulkPlan plan;
  private final PixelBatches pixels;

  VoTableAnswer(BulkPlan plan, PixelBatches pixels) {
    this.plan = plan;
    this.pixels = pixels;
  }

  @Override
  public OptionalLong length() {
    return OptionalLong.empty();
  }

  @Override
  public void write(OutputStream out) throws IOException {
    VoTableWriter document = new VoTableWriter(out, Serialisation.BINARY2);
    document.startResults();
    document.add(Info.ok());
    document.add(Info.of("found", String.valueOf(plan.wanted().size())));
    document.add(Info.of("missing", String.valueOf(plan.missing().size())));
    plan.grid().ifPresent(grid -> document.add(Info.of("grid", grid.text())));
    document.add(new CooSys(SPACE, "ICRS"));
    document.add(new TimeSys(TIME, "UTC", "TOPOCENTER", "MJD-origin"));
    document.startTable("", "spectra", "");
    fields().forEach(document::add);
    RowSink rows = document.rows();
    try {
      Wavelengths wavelengths = new Wavelengths();
      pixels.forEach(
          plan.wanted(), (wanted, raw) -> writeRow(wanted, raw, wavelengths.of(wanted, raw), rows));
    } catch (StoreFailure e) {
      // The document says itself that it is not whole.
      document.fail(e.getMessage() + "; ask for the rest again");
      return;
    }
    document.endTable();
    writeMissing(document);
    document.endResource().end();
  }

  private List<Field> fields() {
    String unit = VoFluxUnit.parse(plan.commonFluxUnit()).voUnits();
    List<Field> fields = new ArrayList<>();
    for (BulkColumns.Text column : BulkColumns.TEXTS) {
      fields.add(
          Field.text(column.name()).ucd(column.ucd()).description(column.description()).build());
    }
    for (BulkColumns.Number column : BulkColumns.NUMBERS) {
      fields.add(
          Field.named(column.name(), DataType.DOUBLE)
              .unit(column.unit())
              .ucd(column.ucd())
              .ref(column.unit().equals("deg") ? SPACE : column.unit().equals("d") ? TIME : "")
              .description(column.description())
              .build());
    }
    fields.add(
        Field.named(BulkColumns.PIXELS, DataType.INT)
            .ucd("meta.number")
            .description("Pixels")
            .build());
    fields.add(
        array(BulkColumns.WAVELENGTH, DataType.DOUBLE)
            .unit("Angstrom")
            .ucd("em.wl")
            .description(
                plan.grid().isPresent()
                    ? "Wavelengths of the common grid, in vacuum, pixel centres"
                    : "Wavelengths as reduced, pixel centres")
            .build());
    fields.add(
        array(BulkColumns.FLUX, DataType.FLOAT)
            .unit(unit)
            .ucd("phot.flux.density;em.wl")
            .description(
                plan.grid().isPresent()
                    ? "Flux on the common grid, conserved, in o_unit"
                    : "Flux as reduced, in o_unit")
            .build());
    fields.add(
        array(BulkColumns.ERROR, DataType.FLOAT)
            .unit(unit)
            .ucd("stat.error;phot.flux.density;em.wl")
            .description("One standard deviation of the flux; empty where there is none")
            .build());
    fields.add(
        array(BulkColumns.QUALITY, DataType.UNSIGNED_BYTE)
            .ucd("meta.code.qual")
            .description(SpectrumFields.qualityBits())
            .build());
    return fields;
  }

  private static Field.Builder array(String name, DataType type) {
    return Field.named(name, type).arraysize(ANY_LENGTH);
  }

  private static void writeRow(Wanted wanted, RawPixels raw, ByteBuffer wavelengths, RowSink row)
      throws IOException {
    BulkColumns.TEXTS.forEach(column -> row.cell(column.value().apply(wanted)));
    BulkColumns.NUMBERS.forEach(column -> row.cell(column.value().applyAsDouble(wanted)));
    SliceArrays arrays = raw.arrays();
    row.cell((long) arrays.flux().length);
    double[] angstrom = new double[arrays.flux().length];
    wavelengths.asDoubleBuffer().get(angstrom);
    row.cell(angstrom);
    row.cell(arrays.flux());
    float[] sigma = arrays.sigma();
    if (sigma == null) {
      row.nullCell();
    } else {
      row.cell(sigma);
    }
    row.cell(arrays.mask());
    row.endRow();
  }

  private void writeMissing(VoTableWriter document) throws IOException {
    BulkColumns.Text id = BulkColumns.TEXTS.get(0);
    document.startTable("", "missing", "");
    document.add(Field.text(id.name()).ucd(id.ucd()).description(id.description()).build());
    document.add(
        Field.text(BulkColumns.REASON)
            .ucd("meta.code.error")
            .description("Why there is no spectrum")
            .build());
    RowSink rows = document.rows();
    for (Missing missing : plan.missing()) {
      rows.cell(missing.id());
      rows.cell(missing.reason());
      rows.endRow();
    }
    document.endTable();
  }
}
