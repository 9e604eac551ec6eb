package org.pawprint.ssa.response;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.pawprint.core.votable.VoTableMedia;
import org.springframework.http.ResponseEntity;

/** The VOTable that says why there is no answer. */
public final class SsaFaultAnswer {
  private SsaFaultAnswer() {}

  public static ResponseEntity<byte[]> of(int status, String message) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    SsaDocument.error(bytes, message);
    return ResponseEntity.status(status)
        .header("Content-Type", VoTableMedia.VOTABLE)
        .body(bytes.toByteArray());
  }
}
