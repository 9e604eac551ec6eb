package org.pawprint.standalone.simulate;

/** TYPE of the fibre table. */
public enum FibreUse {
  PROGRAMME('P'),
  SKY('S'),
  GUIDE('F'),
  UNALLOCATED('U'),
  BROKEN('N');

  private final char letter;

  FibreUse(char letter) {
    this.letter = letter;
  }

  public char letter() {
    return letter;
  }
}
