package org.pawprint.listener;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Events as PAWS would write them, and broken ones. */
final class Events {
  static final String SOURCE = "urn:paws:aat:2df";
  static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

  private Events() {}

  /** A live event of one red frame. */
  static String live(String id, String products) {
    return """
        {"specversion": "1.0", "id": "%s", "source": "%s", "type": "org.pawprint.reduction.completed.v1",
         "subject": "20240911-RD-0023", "time": "2024-09-11T14:02:11Z", "traceparent": "%s",
         "data": {"reduction_id": "20240911-RD-0023", "reduction_version": 1, "kind": "single", "arm": "red",
                  "run": 23, "instrument": "2dF-AAOmega", "collection": "aat_archive", "programme": "A/2024B/008",
                  "data_rights": "proprietary", "release_date": "2026-03-11T00:00:00Z",
                  "quality": {"seeing_arcsec": 1.6}, "products": [%s]}}
        """
        .formatted(id, SOURCE, TRACE, products);
  }

  /** A backfill event of bare survey files. */
  static String backfill(String id, String products) {
    return """
        {"specversion": "1.0", "id": "%s", "source": "urn:pawprint:backfill",
         "type": "org.pawprint.reduction.completed.v1", "time": "2024-05-01T00:00:00Z",
         "data": {"collection": "2dfgrs_fdr", "products": [%s]}}
        """
        .formatted(id, products);
  }

  static String product(Path file, byte[] bytes) {
    return product(file.toUri().toString(), bytes.length, sha256(bytes));
  }

  static String product(String uri, long bytes, String sha256) {
    return "{\"uri\": \"%s\", \"size\": %d, \"sha256\": \"%s\"}".formatted(uri, bytes, sha256);
  }

  static String bare(Path file) {
    return "{\"uri\": \"%s\"}".formatted(file.toUri());
  }

  /** The platform's digest, not ours. */
  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
