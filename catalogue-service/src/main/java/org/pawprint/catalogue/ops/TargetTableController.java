package org.pawprint.catalogue.ops;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pawprint.catalogue.join.ColumnChoice;
import org.pawprint.catalogue.join.TargetJoin;
import org.pawprint.catalogue.join.TargetQuantity;
import org.pawprint.catalogue.join.TargetTable;
import org.pawprint.catalogue.join.UnfitTable;
import org.pawprint.store.catalogue.CollectionRows;
import org.pawprint.store.catalogue.TargetTables;
import org.pawprint.store.catalogue.TargetTables.Provenance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tables of positions and redshifts that a survey keeps outside its spectra. */
@RestController
class TargetTableController {
  private static final Logger log = LoggerFactory.getLogger(TargetTableController.class);
  private static final Pattern COLLECTION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]{0,63}");
  private static final int ROWS_AT_ONCE = 5_000;

  private final TargetTables tables;
  private final CollectionRows rows;
  private final TargetJoin join;

  TargetTableController(TargetTables tables, CollectionRows rows, TargetJoin join) {
    this.tables = tables;
    this.rows = rows;
    this.join = join;
  }

  /**
   * The table a collection has now.
   *
   * @param changed false when it had this very table, read in this very way, before
   */
  record Answer(boolean changed, Provenance table) {}

  /**
   * How far the table was applied to rows that were there before it.
   *
   * @param after give it to the next order; absent when the collection is through
   */
  record Applied(int seen, int changed, Optional<Long> after) {}

  @GetMapping("/ops/catalogues")
  List<Provenance> list() {
    return tables.list();
  }

  /** The body is the table; the parameters name its columns where they are not found. */
  @PutMapping("/ops/catalogues/{collection}")
  Answer put(
      @PathVariable("collection") String collection,
      @RequestParam("file") String file,
      @RequestParam Map<String, String> parameters,
      HttpServletRequest request)
      throws IOException {
    requireCollection(collection);
    ColumnChoice choice = choice(parameters);
    try (UploadedTable upload = UploadedTable.of(request.getInputStream());
        TargetTable table = TargetTable.open(upload.file(), file, choice)) {
      String columns = table.columns();
      if (tables.holds(collection, upload.sha256(), columns)) {
        return new Answer(false, tables.find(collection).orElseThrow());
      }
      Provenance kept = tables.replace(collection, file, upload.sha256(), columns, table.rows());
      log.info("targets collection={} file={} rows={}", collection, file, kept.rows());
      return new Answer(true, kept);
    } catch (UnfitTable e) {
      throw Refusal.of(String.valueOf(e.getMessage()));
    }
  }

  /** Rows come in pages, so that no transaction is long. */
  @PostMapping("/ops/catalogues/{collection}/apply")
  Applied apply(
      @PathVariable("collection") String collection,
      @RequestParam(name = "after", defaultValue = "0") long after) {
    requireCollection(collection);
    CollectionRows.Page page =
        rows.rewrite(collection, after, ROWS_AT_ONCE, some -> join.join(collection, some));
    return new Applied(page.seen(), page.changed(), page.after());
  }

  private static void requireCollection(String collection) {
    if (!COLLECTION.matcher(collection).matches()) {
      throw Refusal.of("collection '" + collection + "': expected letters, digits, . _ + -");
    }
  }

  private static ColumnChoice choice(Map<String, String> parameters) {
    Map<TargetQuantity, String> given = new EnumMap<>(TargetQuantity.class);
    parameters.forEach(
        (name, value) -> {
          if (!name.equals("file")) {
            given.put(quantity(name), value);
          }
        });
    return new ColumnChoice(given);
  }

  private static TargetQuantity quantity(String name) {
    try {
      return TargetQuantity.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw Refusal.of(
          "parameter '" + name + "': expected file, or key, ra, dec, redshift, rv or name");
    }
  }
}
