package org.pawprint.core.votable.read;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The text of an element as bytes, piece by piece, up to the next tag. */
final class ElementText extends InputStream {
  private final XMLStreamReader xml;
  private String piece = "";
  private int at;
  private boolean ended;

  /** Stands on the start of the element; leaves the reader on its end. */
  ElementText(XMLStreamReader xml) {
    this.xml = xml;
  }

  @Override
  public int read() throws IOException {
    while (at == piece.length()) {
      if (ended || !next()) {
        return -1;
      }
    }
    // Base64 has no characters beyond ASCII.
    return piece.charAt(at++) & 0x7F;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = 0;
    while (count < length) {
      int read = count == 0 || at < piece.length() ? read() : -1;
      if (read < 0) {
        break;
      }
      bytes[offset + count++] = (byte) read;
    }
    return count == 0 && length > 0 ? -1 : count;
  }

  private boolean next() throws IOException {
    try {
      switch (xml.next()) {
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          piece = xml.getText();
          at = 0;
        }
        case XMLStreamConstants.COMMENT, XMLStreamConstants.PROCESSING_INSTRUCTION -> {
          return true;
        }
        case XMLStreamConstants.END_ELEMENT -> ended = true;
        default -> throw new IOException("something else than text");
      }
      return !ended;
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  /** Reads on to the end of the element. */
  void drain() throws IOException {
    while (read() >= 0) {
      at = piece.length();
    }
  }
}
