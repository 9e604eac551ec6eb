package org.pawprint.core.votable.read;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.pawprint.core.fits.UnreadableFits;
import org.pawprint.core.votable.Info;

/** How a query went, by the INFO QUERY_STATUS of its answer (DALI-1.1 4.4). */
public final class VoTableStatus {
  private static final String ERROR = "ERROR";

  private VoTableStatus() {}

  /**
   * The words of an answer that reports an error.
   *
   * @param document whatever came, in memory
   * @return empty for another VOTable, and for what is none
   */
  public static Optional<String> error(byte[] document) {
    try {
      XMLStreamReader xml = new PlainXml(new ByteArrayInputStream(document), "answer");
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT && isError(xml)) {
          return Optional.of(xml.getElementText().strip());
        }
      }
    } catch (XMLStreamException | UnreadableFits e) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  private static boolean isError(XMLStreamReader xml) {
    return xml.getLocalName().equals("INFO")
        && Info.QUERY_STATUS.equals(xml.getAttributeValue(null, "name"))
        && ERROR.equals(xml.getAttributeValue(null, "value"));
  }
}
