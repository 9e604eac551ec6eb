package org.pawprint.core.fits;

/**
 * What a file may cost before it is refused as {@link UnreadableFits}.
 *
 * @param maxExpandedBytes bytes a gzip file may expand to
 * @param maxHdus HDUs in one file
 * @param maxCards header cards in one HDU, END included
 */
public record FitsLimits(long maxExpandedBytes, int maxHdus, int maxCards) {
  /** 1 GiB expanded, 10,000 HDUs, 20,000 cards per HDU. */
  public static final FitsLimits DEFAULT = new FitsLimits(1L << 30, 10_000, 20_000);

  public FitsLimits {
    if (maxExpandedBytes < 2880 || maxHdus < 1 || maxCards < 1) {
      throw new IllegalArgumentException(
          "limits of %d bytes, %d HDUs, %d cards allow no file"
              .formatted(maxExpandedBytes, maxHdus, maxCards));
    }
  }
}
