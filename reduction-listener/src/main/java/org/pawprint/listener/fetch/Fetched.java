package org.pawprint.listener.fetch;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pawprint.core.event.StageCommand.StagedFile;

/**
 * What fetching the files of an event came to.
 *
 * @param products as announced, each durable in the original store or with what stands in its way
 */
public record Fetched(List<FetchedProduct> products) {
  private static final int FAULTS_NAMED = 3;

  public Fetched {
    products = List.copyOf(products);
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

  /** What stands in the way of one file, in words that name it. */
  public record Fault(Kind kind, String reason) {}

  /** A product that was tried: exactly one of the two is there. */
  public record FetchedProduct(String name, Optional<StagedFile> file, Optional<Fault> fault) {
    static FetchedProduct of(StagedFile file) {
      return new FetchedProduct(file.name(), Optional.of(file), Optional.empty());
    }

    static FetchedProduct of(String name, Fault fault) {
      return new FetchedProduct(name, Optional.empty(), Optional.of(fault));
    }
  }

  /** Durable in the original store. */
  public List<StagedFile> files() {
    return products.stream().flatMap(product -> product.file().stream()).toList();
  }

  private Stream<Fault> faults() {
    return products.stream().flatMap(product -> product.fault().stream());
  }

  public boolean isComplete() {
    return faults().findAny().isEmpty();
  }

  public boolean has(Kind kind) {
    return faults().anyMatch(fault -> fault.kind() == kind);
  }

  /** The first faults, and how many there are. */
  public String reason() {
    String named = faults().limit(FAULTS_NAMED).map(Fault::reason).collect(joining("; "));
    return products.size() == 1
        ? named
        : "%d of %d files: %s".formatted(faults().count(), products.size(), named);
  }

  /** Bytes of the files in the store. */
  public long bytes() {
    return files().stream().mapToLong(StagedFile::bytes).sum();
  }
}
