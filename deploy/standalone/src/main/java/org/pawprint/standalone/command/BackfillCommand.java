package org.pawprint.standalone.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pawprint.standalone.archive.EventPublisher;
import org.pawprint.standalone.archive.RunningArchive;
import org.pawprint.standalone.archive.TargetTableUpload;
import org.pawprint.standalone.backfill.Account;
import org.pawprint.standalone.backfill.Backfill;
import org.pawprint.standalone.backfill.DryRun;
import org.pawprint.standalone.backfill.Watcher;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings an archive of files into a running Pawprint. */
@Command(
    name = "backfill",
    description =
        "Announces all files of a folder, a tar or a manifest down the backfill lane, gives way to fresh"
            + " reductions, and accounts for every file. Killed and called again, it goes on where it was;"
            + " the same files twice change nothing.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:every file is in the catalogue",
      "1:ended, but something was parked",
      "2:wrong options",
      "3:the archive, a file or a port could not be used; call it again to go on"
    })
final class BackfillCommand implements Callable<Integer> {
  @Mixin private StandaloneOptions where = new StandaloneOptions();

  @Parameters(
      paramLabel = "DIR_OR_TAR_OR_MANIFEST",
      description =
          "A folder, with all below it; a .tar or .tar.gz; or a text with a path or file: URI a line,"
              + " followed, if wanted, by a comma and the SHA-256, and another and the size.")
  private Path what = Path.of(".");

  @Option(
      names = "--collection",
      paramLabel = "C",
      description = "Collection to catalogue them in (default: each survey loader's own).")
  private @Nullable String collection;

  @Option(
      names = "--catalogue",
      paramLabel = "TABLE",
      description =
          "FITS, VOTable or CSV in which the survey keeps positions and redshifts, given to the"
              + " archive first; needs --collection. See 'pawprint catalogue' for columns by name.")
  private @Nullable Path catalogue;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "0",
      description = "At most so many files a second (default: as fast as it goes).")
  private double rate;

  @Option(
      names = "--new",
      description = "Begin anew although an unfinished run over the same files could go on.")
  private boolean fresh;

  @Option(
      names = "--dry-run",
      description =
          "Only tell what would be catalogued, survey by survey, and which files no loader reads.")
  private boolean dryRun;

  @Option(
      names = "--mappings",
      paramLabel = "DIR",
      description =
          "With --dry-run, the folder of declared surveys that the archive is served with.")
  private @Nullable Path mappings;

  @Option(names = "--json", description = "Print the result as one JSON object, the last line.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    if (rate < 0 || Double.isNaN(rate)) {
      throw new IOException("--rate must not be below zero");
    }
    if (catalogue != null && collection == null) {
      throw new IOException("--catalogue needs the --collection that the table tells of");
    }
    if (mappings != null && !dryRun) {
      throw new IOException("--mappings is for --dry-run; a running archive has its own");
    }
    return dryRun ? look() : announce();
  }

  private int look() throws IOException {
    DryRun run =
        DryRun.of(
            what,
            DeclaredSurveys.with(Optional.ofNullable(mappings)),
            Optional.ofNullable(collection),
            watcher("files looked at"));
    run.lines().forEach(System.out::println);
    if (json) {
      JsonLine.print(run.asMap());
    }
    return run.isAllKnown() ? ExitCode.DONE : ExitCode.INCOMPLETE;
  }

  private int announce() throws IOException {
    RunningArchive archive = where.running();
    if (catalogue != null && collection != null) {
      new TargetTableUpload(archive).give(catalogue, collection, Map.of());
    }
    Backfill.Order order = new Backfill.Order(what, Optional.ofNullable(collection), rate, fresh);
    long began = System.nanoTime();
    try (EventPublisher publisher = EventPublisher.connect(archive.broker());
        Backfill backfill = Backfill.of(order, archive, publisher, watcher("files"))) {
      Account account = new Account(backfill.run(), backfill.finish());
      account.lines().forEach(System.out::println);
      if (json) {
        JsonLine.print(account.asMap((System.nanoTime() - began) / 1e9));
      }
      return account.hasParked() ? ExitCode.INCOMPLETE : ExitCode.DONE;
    }
  }

  private static Watcher watcher(String counted) {
    Progress progress = new Progress(Clock.systemUTC());
    return new Watcher() {
      @Override
      public void say(String line) {
        progress.say(line);
      }

      @Override
      public void progress(long done, long before, long all, String failures) {
        progress.step(counted, done, before, all, failures);
      }
    };
  }
}
