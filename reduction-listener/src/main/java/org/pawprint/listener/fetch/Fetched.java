package org.pawprint.listener.fetch;

import java.util.List;
import java.util.stream.Collectors;
import org.pawprint.core.event.StageCommand.StagedFile;

/**
 * What fetching the files of an event came to.
 *
 * @param files durable in the original store
 * @param faults files that are not, in words that name them
 */
public record Fetched(List<StagedFile> files, List<Fault> faults) {
  private static final int FAULTS_NAMED = 3;

  public Fetched {
    files = List.copyOf(files);
    faults = List.copyOf(faults);
  }

  /** What stands in the way of a file. */
  public enum Kind {
    /** Not there, or not readable: it may appear. */
    ABSENT,
    /** Refused for good. */
    UNFIT,
    /** Our own store could not take it. */
    STORE
  }

  /** One file that could not be fetched. */
  public record Fault(Kind kind, String reason) {}

  public boolean isComplete() {
    return faults.isEmpty();
  }

  public boolean has(Kind kind) {
    return faults.stream().anyMatch(fault -> fault.kind() == kind);
  }

  /** The first faults, and how many there are. */
  public String reason() {
    String named =
        faults.stream().limit(FAULTS_NAMED).map(Fault::reason).collect(Collectors.joining("; "));
    int all = files.size() + faults.size();
    return all == 1 ? named : "%d of %d files: %s".formatted(faults.size(), all, named);
  }

  /** Bytes of the files in the store. */
  public long bytes() {
    return files.stream().mapToLong(StagedFile::bytes).sum();
  }
}
