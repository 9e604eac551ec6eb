package org.pawprint.core.votable.read;

/**
 * What a document may cost before it is refused.
 *
 * @param maxBytes of the document, expanded
 * @param maxNumbers in the cells of all its tables
 * @param maxElements FIELDs, PARAMs and TABLEs, each
 */
public record VoTableLimits(long maxBytes, int maxNumbers, int maxElements) {
  /** 64 MiB, 4 million numbers (32 MiB in memory), 10,000 elements of a kind. */
  public static final VoTableLimits DEFAULT = new VoTableLimits(64L << 20, 4_000_000, 10_000);

  public VoTableLimits {
    if (maxBytes < 1 || maxNumbers < 1 || maxElements < 1) {
      throw new IllegalArgumentException(
          "limits of %d bytes, %d numbers, %d elements allow no document"
              .formatted(maxBytes, maxNumbers, maxElements));
    }
  }
}
