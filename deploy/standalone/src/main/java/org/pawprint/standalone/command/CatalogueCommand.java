package org.pawprint.standalone.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.pawprint.standalone.archive.TargetTableUpload;
import org.pawprint.standalone.archive.TargetTableUpload.Given;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gives a collection its survey's table of targets. */
@Command(
    name = "catalogue",
    description =
        "Gives a collection the table (FITS, VOTable or CSV) in which its survey keeps positions,"
            + " redshifts and velocities: what comes is joined with it, and so is what is there."
            + " Columns are found by UCD or name; an option names one, as COLUMN or COLUMN[unit].")
final class CatalogueCommand implements Callable<Integer> {
  @Mixin private StandaloneOptions where = new StandaloneOptions();

  @Parameters(paramLabel = "TABLE", description = "FITS, VOTable, or CSV named .csv.")
  @SuppressWarnings("NullAway.Init")
  private Path table;

  @Option(
      names = "--collection",
      required = true,
      paramLabel = "C",
      description = "Collection of the spectra that the table tells of.")
  @SuppressWarnings("NullAway.Init")
  private String collection;

  @Mixin private TargetColumnOptions columns = new TargetColumnOptions();

  @Option(
      names = "--later-only",
      description = "Join only what comes from now on, not what is in the catalogue.")
  private boolean laterOnly;

  @Option(names = "--json", description = "Print the result as one JSON object, the last line.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    TargetTableUpload upload = new TargetTableUpload(where.running());
    Progress progress = new Progress(Clock.systemUTC());
    Given given = upload.give(table, collection, columns.given());
    long changed =
        laterOnly
            ? 0
            : upload.apply(collection, seen -> progress.say(seen + " rows of the catalogue seen"));
    System.out.printf(
        "%s: %d rows %s, read as %s; %d rows of the catalogue changed%n",
        collection,
        given.rows(),
        given.changed() ? "taken in" : "as before",
        given.columns(),
        changed);
    if (json) {
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("collection", collection);
      result.put("changed", given.changed());
      result.put("rows", given.rows());
      result.put("columns", given.columns());
      result.put("spectra_changed", changed);
      JsonLine.print(result);
    }
    return ExitCode.DONE;
  }
}
