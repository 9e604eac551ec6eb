package org.pawprint.catalogue.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.pawprint.catalogue.survey.LoadedSpectrum;
import org.pawprint.core.event.StageCommand;
import org.pawprint.core.event.StageCommand.StagedFile;
import org.pawprint.core.identifier.Sha256;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.core.spectrum.TabulatedAxis;
import org.pawprint.service.RightOfWay.Turn;
import org.pawprint.store.file.OriginalStore;

/**
 * Reads the files of a command, several at a time, in portions that fit into memory. A batch is one
 * portion, unless its files hold far more pixels than their bytes suggest. Safe for concurrent use.
 */
final class CommandReader {
  private static final int AT_ONCE = 32;

  /** Spectra of a portion; the segment is made beside them and is as large again. */
  private static final long PORTION_BYTES = 64L << 20;

  private static final int ROW_BYTES = 4096;

  private final OriginalReader reader;
  private final OriginalStore originals;
  private final ExecutorService threads;
  private final int workers;

  /**
   * @param threads work on the files of one command together with the lane's own
   * @param workers so many in all
   */
  CommandReader(
      OriginalReader reader, OriginalStore originals, ExecutorService threads, int workers) {
    this.reader = reader;
    this.originals = originals;
    this.threads = threads;
    this.workers = workers;
  }

  /**
   * The files in the order of the command, each content once.
   *
   * @param turn asked before each file is read
   */
  Iterator<List<FileLoad>> portions(StageCommand command, Turn turn) {
    List<StagedFile> files = List.copyOf(distinct(command.files()));
    Map<Sha256, Path> paths =
        originals.paths(files.stream().map(file -> new Sha256(file.sha256())).toList());
    return new Portions(files, paths, command.facts(), turn);
  }

  /** The same bytes under two names are one file. */
  private static Collection<StagedFile> distinct(List<StagedFile> files) {
    Map<String, StagedFile> byContent = new LinkedHashMap<>();
    files.forEach(file -> byContent.putIfAbsent(file.sha256(), file));
    return byContent.values();
  }

  private final class Portions implements Iterator<List<FileLoad>> {
    private final List<StagedFile> files;
    private final Map<Sha256, Path> paths;
    private final Map<String, String> facts;
    private final Turn turn;
    private int next;

    Portions(
        List<StagedFile> files, Map<Sha256, Path> paths, Map<String, String> facts, Turn turn) {
      this.files = files;
      this.paths = paths;
      this.facts = facts;
      this.turn = turn;
    }

    @Override
    public boolean hasNext() {
      return next < files.size();
    }

    @Override
    public List<FileLoad> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      List<FileLoad> portion = new ArrayList<>();
      long bytes = 0;
      while (hasNext() && bytes < PORTION_BYTES) {
        int end = Math.min(files.size(), next + AT_ONCE);
        List<FileLoad> read = read(files.subList(next, end));
        bytes += read.stream().mapToLong(CommandReader::bytes).sum();
        portion.addAll(read);
        next = end;
      }
      return portion;
    }

    /** Whoever is free takes the next file, this thread too. */
    private List<FileLoad> read(List<StagedFile> some) {
      FileLoad[] loads = new FileLoad[some.size()];
      AtomicInteger taken = new AtomicInteger();
      Runnable work =
          () -> {
            for (int i = taken.getAndIncrement(); i < some.size(); i = taken.getAndIncrement()) {
              turn.step();
              loads[i] = read(some.get(i));
            }
          };
      List<Future<?>> helpers = new ArrayList<>();
      for (int i = 1; i < Math.min(workers, some.size()); i++) {
        helpers.add(threads.submit(work));
      }
      work.run();
      for (Future<?> helper : helpers) {
        await(helper);
      }
      // Awaiting a helper makes what it wrote visible.
      return List.of(loads);
    }

    private void await(Future<?> helper) {
      try {
        helper.get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while reading", e);
      } catch (ExecutionException e) {
        throw new IllegalStateException("reading failed: " + e.getCause(), e.getCause());
      }
    }

    private FileLoad read(StagedFile file) {
      Path path = paths.get(new Sha256(file.sha256()));
      if (path == null) {
        throw new IllegalStateException("no path for " + file.sha256());
      }
      return reader.read(file, path, facts);
    }
  }

  private static long bytes(FileLoad load) {
    return load instanceof FileLoad.Loaded loaded
        ? loaded.content().spectra().stream().mapToLong(CommandReader::bytes).sum()
        : 0;
  }

  private static long bytes(LoadedSpectrum loaded) {
    Spectrum spectrum = loaded.spectrum();
    int perPixel =
        5 + (spectrum.sigma() != null ? 4 : 0) + (spectrum.axis() instanceof TabulatedAxis ? 8 : 0);
    return (long) spectrum.length() * perPixel + ROW_BYTES;
  }
}
