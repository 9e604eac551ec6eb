package org.pawprint.catalogue.join;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.pawprint.store.catalogue.TargetTables;
import tools.jackson.databind.json.JsonMapper;
import uk.ac.starlink.fits.FitsTableBuilder;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.StarTableFactory;
import uk.ac.starlink.table.StoragePolicy;
import uk.ac.starlink.table.TableBuilder;
import uk.ac.starlink.table.formats.CsvTableBuilder;
import uk.ac.starlink.util.FileDataSource;
import uk.ac.starlink.votable.VOTableBuilder;

/**
 * A survey's table of targets in FITS, VOTable or CSV, plain or compressed. Its rows stream; what a
 * format needs to keep goes to temporary files, so memory stays small whatever its length.
 */
public final class TargetTable implements Closeable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final StarTable table;
  private final TargetColumns columns;
  private final List<ColumnInfo> infos = new ArrayList<>();

  private TargetTable(StarTable table, ColumnChoice choice) throws UnfitTable {
    this.table = table;
    for (int i = 0; i < table.getColumnCount(); i++) {
      infos.add(table.getColumnInfo(i));
    }
    this.columns = new TargetColumns(infos, choice);
  }

  /**
   * Opens a table; the caller closes.
   *
   * @param name of the file as the operator knows it; {@code .csv} tells that format, which has no
   *     marks of its own
   * @throws UnfitTable when it is no table, or lacks what is needed
   */
  public static TargetTable open(Path file, String name, ColumnChoice choice) throws IOException {
    StarTableFactory factory = new StarTableFactory(false);
    factory.setStoragePolicy(StoragePolicy.PREFER_DISK);
    // The library would take any text for a table; these three are what surveys publish.
    TableBuilder[] marked = {new FitsTableBuilder(), new VOTableBuilder()};
    factory.setDefaultBuilders(marked);
    factory.setKnownBuilders(new TableBuilder[] {marked[0], marked[1], new CsvTableBuilder()});
    String lower = name.toLowerCase(Locale.ROOT).replaceFirst("\\.(gz|bz2|z)$", "");
    FileDataSource source = new FileDataSource(file.toFile());
    source.setName(name);
    StarTable table;
    try {
      table =
          lower.endsWith(".csv")
              ? factory.makeStarTable(source, "csv")
              : factory.makeStarTable(source);
    } catch (IOException e) {
      throw new UnfitTable(
          name + ": no FITS or VOTable table, and not named .csv: " + e.getMessage(), e);
    }
    try {
      return new TargetTable(table, choice);
    } catch (UnfitTable e) {
      table.close();
      throw new UnfitTable(name + ": " + e.getMessage(), e);
    }
  }

  /** Which column is read as what, a JSON object. */
  public String columns() {
    return JSON.writeValueAsString(columns.asMap());
  }

  /** The rows from the first on, for one reading. */
  public TargetTables.Rows rows() throws IOException {
    return new TargetRows(table.getRowSequence(), infos, columns);
  }

  @Override
  public void close() throws IOException {
    table.close();
  }
}
