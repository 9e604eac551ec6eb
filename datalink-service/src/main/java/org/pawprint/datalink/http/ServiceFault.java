package org.pawprint.datalink.http;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.pawprint.store.catalogue.Tombstone;

/**
 * A request that ends with an error document: {@code text/plain} with the status, as DALI 1.1, 4.2
 * allows for every service. The word that the text begins with depends on the standard that the
 * path follows, see {@link FaultWords}.
 */
public final class ServiceFault extends RuntimeException {
  private static final long serialVersionUID = 1;
  private static final int QUOTE_LENGTH = 200;

  /** What kind of fault it is, and its HTTP status. */
  public enum Kind {
    USAGE(400),
    /** Several values of a parameter that takes one. */
    MULTIPLE(400),
    NOT_FOUND(404),
    GONE(410),
    TRANSIENT(503),
    BUSY(429),
    FATAL(500);

    private final int status;

    Kind(int status) {
      this.status = status;
    }
  }

  private final Kind kind;

  private ServiceFault(Kind kind, String text) {
    super(text);
    this.kind = kind;
  }

  /** A request that no spectrum could satisfy. */
  public static ServiceFault usage(String text) {
    return new ServiceFault(Kind.USAGE, text);
  }

  /** A parameter with several values that takes only one here. */
  public static ServiceFault multiple(String text) {
    return new ServiceFault(Kind.MULTIPLE, text);
  }

  /** Unknown, or hidden from the caller: the same words for both. */
  public static ServiceFault notFound(String id) {
    return notThere(noSuchSpectrum(id));
  }

  /** Withdrawn by an operator: the name is known, what it named is gone. */
  public static ServiceFault gone(String id, Tombstone tombstone) {
    return new ServiceFault(Kind.GONE, withdrawn(id, tombstone));
  }

  /** The words for an ID whose spectrum an operator has withdrawn. */
  public static String withdrawn(String id, Tombstone tombstone) {
    return "ID %s was withdrawn on %s: %s"
        .formatted(
            quote(id), LocalDate.ofInstant(tombstone.at(), ZoneOffset.UTC), tombstone.reason());
  }

  /** Something that does not exist although its spectrum does. */
  public static ServiceFault notThere(String text) {
    return new ServiceFault(Kind.NOT_FOUND, text);
  }

  /** Something behind the service is away for now. */
  public static ServiceFault notNow(String text) {
    return new ServiceFault(Kind.TRANSIENT, text);
  }

  /** Everything is there, and as much is being done as may be; the client may come again. */
  public static ServiceFault busy(String text) {
    return new ServiceFault(Kind.BUSY, text);
  }

  /** The words for an ID that leads nowhere. */
  public static String noSuchSpectrum(String id) {
    return "ID " + quote(id) + " names no spectrum here";
  }

  /** A text of the client's in quotes, cut short and without control characters. */
  public static String quote(String text) {
    String cut = text.length() > QUOTE_LENGTH ? text.substring(0, QUOTE_LENGTH) + "…" : text;
    return "'" + cut.replaceAll("[\\p{Cntrl}\\p{Cs}]", "?") + "'";
  }

  public int status() {
    return kind.status;
  }

  Kind kind() {
    return kind;
  }

  /** What went wrong, without the word in front. */
  public String text() {
    return String.valueOf(getMessage());
  }
}
