package org.pawprint.ssa.response;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.pawprint.core.votable.VoTableMedia;
import org.pawprint.ssa.query.Protocol;
import org.springframework.http.ResponseEntity;

/** The VOTable that says why there is no answer. */
public final class FaultAnswer {
  private static final int FAILED = 500;
  private static final int UNAVAILABLE = 503;
  private static final int BUSY = 429;
  private static final String SECONDS_TO_WAIT = "10";

  private FaultAnswer() {}

  /** The user asked for something that cannot be. */
  public static ResponseEntity<byte[]> misunderstood(Protocol protocol, int status, String message)
      throws IOException {
    return answer(protocol, status, message);
  }

  private static ResponseEntity<byte[]> answer(Protocol protocol, int status, String message)
      throws IOException {
    return ResponseEntity.status(status)
        .header("Content-Type", VoTableMedia.VOTABLE)
        .body(document(protocol, message));
  }

  /** The service has a fault of its own. */
  public static ResponseEntity<byte[]> failed(Protocol protocol) throws IOException {
    return answer(protocol, FAILED, "The service has failed; the fault is ours.");
  }

  /** The service cannot do it now. */
  public static ResponseEntity<byte[]> unavailable(Protocol protocol, String message)
      throws IOException {
    return later(protocol, UNAVAILABLE, message);
  }

  /** The service does as much as it can at once (RFC 6585, 4). */
  public static ResponseEntity<byte[]> busy(Protocol protocol, String message) throws IOException {
    return later(protocol, BUSY, message);
  }

  private static ResponseEntity<byte[]> later(Protocol protocol, int status, String message)
      throws IOException {
    return ResponseEntity.status(status)
        .header("Content-Type", VoTableMedia.VOTABLE)
        .header("Retry-After", SECONDS_TO_WAIT)
        .body(document(protocol, message));
  }

  private static byte[] document(Protocol protocol, String message) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    SearchDocument.error(protocol, bytes, message);
    return bytes.toByteArray();
  }
}
