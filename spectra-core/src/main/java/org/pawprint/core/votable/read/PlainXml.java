package org.pawprint.core.votable.read;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.util.StreamReaderDelegate;
import org.pawprint.core.fits.UnreadableFits;

/**
 * The events of a document that means what it holds: a DOCTYPE is passed over, no entity is
 * expanded and nothing fetched. A reference to an entity in content is refused, and so are elements
 * one in another beyond any use.
 */
final class PlainXml extends StreamReaderDelegate {
  /** The parser keeps every open element; a VOTable has some ten. */
  private static final int MOST_DEPTH = 1000;

  private final String document;
  private int depth;

  PlainXml(InputStream in, String document) throws XMLStreamException {
    super(factory().createXMLStreamReader(in));
    this.document = document;
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    return factory;
  }

  @Override
  public int next() throws XMLStreamException {
    int event = super.next();
    if (event == XMLStreamConstants.START_ELEMENT && ++depth > MOST_DEPTH) {
      throw unreadable("more than " + MOST_DEPTH + " elements one in another", "fewer");
    } else if (event == XMLStreamConstants.END_ELEMENT) {
      depth--;
    } else if (event == XMLStreamConstants.ENTITY_REFERENCE) {
      throw unreadable("a reference to an entity, " + getLocalName(), "characters themselves");
    }
    return event;
  }

  private UnreadableFits unreadable(String found, String expected) {
    return new UnreadableFits(
        document, "line " + getLocation().getLineNumber(), "", found, expected);
  }

  /** The next start or end of an element, with nothing but white space before it. */
  @Override
  public int nextTag() throws XMLStreamException {
    int event = next();
    while (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_ELEMENT) {
      boolean text = event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA;
      if (event == XMLStreamConstants.END_DOCUMENT || (text && !isWhiteSpace())) {
        throw new XMLStreamException("text where a tag is expected", getLocation());
      }
      event = next();
    }
    return event;
  }

  /** The text from the start of an element, which it stands on, to its end. */
  @Override
  public String getElementText() throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
      switch (event) {
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            text.append(getText());
        case XMLStreamConstants.START_ELEMENT, XMLStreamConstants.END_DOCUMENT ->
            throw new XMLStreamException("no text alone", getLocation());
        default -> {
          // Comments and processing instructions say nothing.
        }
      }
    }
    return text.toString();
  }
}
