package org.pawprint.core.fits;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The cards of one HDU. Keywords match in any case; of a repeated keyword the first card counts, as
 * in astropy (FITS 4.0 section 4.1.2.1 leaves it undefined). Characters outside printable ASCII
 * read as {@code ?}. A HIERARCH keyword is found with or without that word before it.
 */
public final class FitsHeader {
  private final HduLabel label;
  private final String text;
  private final Map<String, Integer> first;

  /** Cards read so far: every loader asks for the same few. Threads may read one twice. */
  private final @Nullable HeaderCard[] read;

  private FitsHeader(
      HduLabel label, String text, Map<String, Integer> first, @Nullable HeaderCard[] read) {
    this.label = label;
    this.text = text;
    this.first = first;
    this.read = read;
  }

  /** Reads whole cards up to, and without, END. */
  static FitsHeader of(HduLabel label, ByteBuffer cards) {
    byte[] bytes = new byte[cards.remaining()];
    cards.get(bytes);
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] < ' ' || bytes[i] > '~') {
        bytes[i] = '?';
      }
    }
    String text = new String(bytes, StandardCharsets.US_ASCII);
    Map<String, Integer> first = new HashMap<>();
    for (int start = 0; start < text.length(); start += HeaderCard.LENGTH) {
      String keyword = HeaderCard.keywordOf(text.substring(start, start + 8));
      if (keyword.equals("HIERARCH")) {
        keyword = HeaderCard.parse(text.substring(start, start + HeaderCard.LENGTH)).keyword();
      }
      first.putIfAbsent(keyword, start);
    }
    return new FitsHeader(label, text, first, new HeaderCard[text.length() / HeaderCard.LENGTH]);
  }

  FitsHeader labelled(HduLabel newLabel) {
    return new FitsHeader(newLabel, text, first, read);
  }

  private Optional<HeaderCard> card(String key) {
    Integer start = first.get(key);
    if (start == null) {
      String upper = key.toUpperCase(Locale.ROOT);
      start = first.get(upper.startsWith("HIERARCH ") ? upper.substring(9) : upper);
    }
    if (start == null) {
      return Optional.empty();
    }
    HeaderCard card = cardAt(start);
    return card.hasValue() ? Optional.of(continued(card, start)) : Optional.empty();
  }

  private HeaderCard cardAt(int start) {
    HeaderCard card = read[start / HeaderCard.LENGTH];
    if (card == null) {
      card = HeaderCard.parse(text.substring(start, start + HeaderCard.LENGTH));
      read[start / HeaderCard.LENGTH] = card;
    }
    return card;
  }

  /** Joins the long-string convention: a value that ends in &amp; goes on (FITS 4.0 4.2.1.2). */
  private HeaderCard continued(HeaderCard card, int start) {
    if (!card.quoted() || !card.value().endsWith("&")) {
      return card;
    }
    StringBuilder joined = new StringBuilder(card.value());
    int next = start + HeaderCard.LENGTH;
    while (joined.length() > 0
        && joined.charAt(joined.length() - 1) == '&'
        && text.startsWith("CONTINUE", next)) {
      HeaderCard more = cardAt(next);
      if (!more.quoted()) {
        break;
      }
      joined.setLength(joined.length() - 1);
      joined.append(more.value());
      next += HeaderCard.LENGTH;
    }
    return new HeaderCard(card.keyword(), joined.toString(), true, true);
  }

  /** Whether there is such a card, with or without a value. */
  public boolean has(String key) {
    return first.containsKey(key.toUpperCase(Locale.ROOT)) || card(key).isPresent();
  }

  /** The value as text without blanks around, quoted or not; empty when absent or blank. */
  public Optional<String> text(String key) {
    return card(key).map(c -> c.value().strip()).filter(t -> !t.isEmpty());
  }

  /** The value as a finite number, also out of quotes; empty when absent or anything else. */
  public OptionalDouble number(String key) {
    Optional<Double> number = text(key).flatMap(HeaderCard::number);
    return number.isPresent() ? OptionalDouble.of(number.get()) : OptionalDouble.empty();
  }

  /** The value as a whole number ({@code 12} or {@code 12.0}); empty when absent or other. */
  public OptionalLong integer(String key) {
    Optional<String> value = text(key);
    return value.isPresent() ? HeaderCard.whole(value.get()) : OptionalLong.empty();
  }

  /** The value T or F as a boolean; empty when absent or anything else. */
  public Optional<Boolean> logical(String key) {
    return text(key).filter(t -> t.equals("T") || t.equals("F")).map(t -> t.equals("T"));
  }

  /**
   * @throws UnreadableFits when {@link #text} is empty
   */
  public String requiredText(String key) {
    return text(key).orElseThrow(() -> label.unreadable(key, found(key), "a text"));
  }

  /**
   * @throws UnreadableFits when {@link #number} is empty
   */
  public double requiredNumber(String key) {
    return number(key).orElseThrow(() -> label.unreadable(key, found(key), "a finite number"));
  }

  /**
   * @throws UnreadableFits when {@link #integer} is empty
   */
  public long requiredInteger(String key) {
    return integer(key).orElseThrow(() -> label.unreadable(key, found(key), "a whole number"));
  }

  private String found(String key) {
    return text(key).map(t -> "'" + t + "'").orElse(has(key) ? "no value" : "no such card");
  }

  /** A fault of this HDU at a keyword, for readers of its content. */
  public UnreadableFits unreadable(String key, String expected) {
    return label.unreadable(key, found(key), expected);
  }

  /** A fault of this HDU at a column or the like, where no card tells what was found. */
  public UnreadableFits unreadable(String key, String found, String expected) {
    return label.unreadable(key, found, expected);
  }

  /** Texts of the HISTORY cards, in order, without trailing blanks. */
  public List<String> history() {
    List<String> history = new ArrayList<>();
    for (int start = 0; start < text.length(); start += HeaderCard.LENGTH) {
      if (text.startsWith("HISTORY ", start)) {
        history.add(text.substring(start + 8, start + HeaderCard.LENGTH).stripTrailing());
      }
    }
    return history;
  }

  /** All cards as they stand, 80 characters each, without END. */
  public List<String> cards() {
    List<String> cards = new ArrayList<>(text.length() / HeaderCard.LENGTH);
    for (int start = 0; start < text.length(); start += HeaderCard.LENGTH) {
      cards.add(text.substring(start, start + HeaderCard.LENGTH));
    }
    return cards;
  }
}
