package org.pawprint.core.votable.read;

import java.io.IOException;
import java.io.InputStream;
import org.pawprint.core.io.CountedInput;

/**
 * Passes bytes on until there are too many, in all or between two angle brackets: a parser keeps a
 * whole tag, comment or instruction, while text comes in pieces.
 */
final class BoundedInput extends CountedInput {
  private static final int LONGEST_MARKUP = 1 << 20;

  private final long most;
  private int markup;
  private boolean inMarkup;
  private boolean declaration;

  BoundedInput(InputStream in, long most) {
    super(in);
    this.most = most;
  }

  /** More bytes than allowed. */
  static final class TooLong extends IOException {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    for (int i = 0; i < read; i++) {
      look(bytes[offset + i]);
    }
    return read;
  }

  @Override
  protected void counted() throws TooLong {
    if (bytes() > most) {
      throw new TooLong();
    }
  }

  /**
   * Markup begins with {@code <} and ends with {@code >}; that of a comment, a section or a
   * DOCTYPE, which may hold brackets, is taken to go on to the next {@code <}.
   */
  private void look(byte b) throws TooLong {
    if (b == '<') {
      inMarkup = true;
      declaration = false;
      markup = 0;
    } else if (b == '!' && markup == 1) {
      declaration = true;
    } else if (b == '>' && !declaration) {
      inMarkup = false;
    }
    if (inMarkup && ++markup > LONGEST_MARKUP) {
      throw new TooLong();
    }
  }
}
