package org.pawprint.core.spectrum;

/** Bits of the per-pixel mask (uint8); a good pixel is 0. */
public enum MaskBit {
  /** The survey's blank: flux is NaN here. */
  BLANK(1, "no data"),
  /** The survey marks the pixel bad although it carries a number. */
  BAD_PIXEL(2, "marked bad by the survey"),
  /** No usable error: sigma is NaN where the flux is not. */
  NO_ERROR(4, "no usable error"),
  /** Marked saturated by the file itself. */
  SATURATED(8, "saturated");

  private final int bit;
  private final String meaning;

  MaskBit(int bit, String meaning) {
    this.bit = bit;
    this.meaning = meaning;
  }

  public int bit() {
    return bit;
  }

  public String meaning() {
    return meaning;
  }
}
