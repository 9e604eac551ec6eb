package org.pawprint.datalink.links;

import java.net.URI;

/**
 * A row of a links answer: it has an access_url, a service_def or an error_message (DataLink 1.1,
 * 3.2).
 */
sealed interface LinkRow {
  /** What the row is about, or was wanted. */
  Semantics semantics();

  /**
   * A file to fetch.
   *
   * @param bytes its exact size
   * @param contentQualifier term of the IVOA vocabulary product-type, empty for none
   * @param localSemantics the same for the same kind of link of every ID
   */
  record ToFile(
      Semantics semantics,
      URI accessUrl,
      String description,
      String contentType,
      long bytes,
      String contentQualifier,
      String localSemantics)
      implements LinkRow {}

  /**
   * A service to call.
   *
   * @param serviceDef XML ID of its descriptor in the document
   */
  record ToService(
      Semantics semantics, String serviceDef, String description, String localSemantics)
      implements LinkRow {}

  /** Why there is no link. */
  record Fault(Semantics semantics, LinkFault fault, String detail) implements LinkRow {
    String message() {
      return fault.word() + ": " + detail;
    }
  }
}
