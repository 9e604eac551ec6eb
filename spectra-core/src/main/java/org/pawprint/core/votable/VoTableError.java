package org.pawprint.core.votable;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** The document that says why there is no answer (DALI 1.1 and SSA 1.1, error responses). */
public final class VoTableError {
  private VoTableError() {}

  /**
   * @param message for people; the body of QUERY_STATUS
   * @param more further INFOs, such as SERVICE_PROTOCOL
   */
  public static void write(OutputStream out, String message, List<Info> more) throws IOException {
    VoTableWriter document = new VoTableWriter(out, Serialisation.TABLEDATA);
    document.startResults();
    document.add(Info.error(message));
    more.forEach(document::add);
    document.endResource().end();
  }
}
