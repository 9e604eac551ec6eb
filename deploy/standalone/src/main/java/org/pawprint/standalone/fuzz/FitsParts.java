package org.pawprint.standalone.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.FitsHdu;

/**
 * A FITS file taken apart for damage: the cards and the data of each HDU, which need not fit each
 * other any more when it is put together again.
 */
final class FitsParts {
  static final int CARD = 80;
  private static final int BLOCK = 2880;

  /** One HDU: cards of 80 characters without END, and data with their padding. */
  static final class Part {
    final List<String> cards;
    byte[] data;

    private Part(List<String> cards, byte[] data) {
      this.cards = new ArrayList<>(cards);
      this.data = data;
    }

    /** Takes over the cards; the data are shared until replaced. */
    Part copy() {
      return new Part(cards, data);
    }

    /** Numbers of the cards whose keyword begins so, in order. */
    List<Integer> cardsOf(String... keywords) {
      List<Integer> found = new ArrayList<>();
      for (int i = 0; i < cards.size(); i++) {
        for (String keyword : keywords) {
          if (cards.get(i).startsWith(keyword)) {
            found.add(i);
            break;
          }
        }
      }
      return found;
    }
  }

  final List<Part> parts;

  private FitsParts(List<Part> parts) {
    this.parts = parts;
  }

  /**
   * @throws org.pawprint.core.fits.UnreadableFits when this is no FITS file to begin with
   */
  static FitsParts of(byte[] content) {
    List<Part> parts = new ArrayList<>();
    int at = 0;
    for (FitsHdu hdu : FitsFile.of(content).hdus()) {
      int data = (int) hdu.dataOffset();
      List<String> cards = new ArrayList<>();
      for (int card = at; card < data; card += CARD) {
        String text = new String(content, card, CARD, StandardCharsets.ISO_8859_1);
        if (text.stripTrailing().equals("END")) {
          break;
        }
        cards.add(text);
      }
      at = (int) Math.min(content.length, padded(data + hdu.dataBytes()));
      parts.add(new Part(cards, Arrays.copyOfRange(content, Math.min(data, at), at)));
    }
    return new FitsParts(parts);
  }

  /** A copy whose cards and order may be changed without touching this one. */
  FitsParts copy() {
    return new FitsParts(new ArrayList<>(parts.stream().map(Part::copy).toList()));
  }

  byte[] toBytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Part part : parts) {
      part.cards.forEach(card -> out.writeBytes(latin(card)));
      out.writeBytes(latin(card("END")));
      byte[] blanks = new byte[(int) (padded(out.size()) - out.size())];
      Arrays.fill(blanks, (byte) ' ');
      out.writeBytes(blanks);
      out.writeBytes(part.data);
      out.writeBytes(new byte[(int) (padded(out.size()) - out.size())]);
    }
    return out.toByteArray();
  }

  /** A text brought to the length of a card. */
  static String card(String text) {
    return text.length() >= CARD
        ? text.substring(0, CARD)
        : text + " ".repeat(CARD - text.length());
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static long padded(long length) {
    return (length + BLOCK - 1) / BLOCK * BLOCK;
  }
}
