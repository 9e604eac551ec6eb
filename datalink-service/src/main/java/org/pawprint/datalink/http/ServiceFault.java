package org.pawprint.datalink.http;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.pawprint.store.catalogue.Tombstone;

/**
 * A request that ends with an error document. Its text begins with one of DataLink's fault words
 * (DataLink 1.1, 3.4) and is served as {@code text/plain} with the status, as DALI 1.1, 4.2 allows
 * for every service.
 */
public final class ServiceFault extends RuntimeException {
  private static final long serialVersionUID = 1;
  private static final int QUOTE_LENGTH = 200;

  private final int status;

  private ServiceFault(int status, String text) {
    super(text);
    this.status = status;
  }

  /** A request that no spectrum could satisfy. */
  static ServiceFault usage(String text) {
    return new ServiceFault(400, "UsageFault: " + text);
  }

  /** Unknown, or hidden from the caller: the same words for both. */
  public static ServiceFault notFound(String id) {
    return notThere(noSuchSpectrum(id));
  }

  /** Withdrawn by an operator: the name is known, what it named is gone. */
  public static ServiceFault gone(String id, Tombstone tombstone) {
    return new ServiceFault(410, "NotFoundFault: " + withdrawn(id, tombstone));
  }

  /** The words for an ID whose spectrum an operator has withdrawn. */
  public static String withdrawn(String id, Tombstone tombstone) {
    return "ID %s was withdrawn on %s: %s"
        .formatted(
            quote(id), LocalDate.ofInstant(tombstone.at(), ZoneOffset.UTC), tombstone.reason());
  }

  /** Something that does not exist although its spectrum does. */
  public static ServiceFault notThere(String text) {
    return new ServiceFault(404, "NotFoundFault: " + text);
  }

  /** Something behind the service is away for now. */
  public static ServiceFault notNow(String text) {
    return new ServiceFault(503, "TransientFault: " + text);
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
    return status;
  }

  /** The error document. */
  public String text() {
    return String.valueOf(getMessage());
  }
}
