package org.pawprint.core.votable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads what the writer wrote with the JDK's XML parser, and small documents to write. */
final class Documents {
  static final Field NAME = Field.text("target_name").ucd("meta.id;src").build();
  static final Field RA =
      Field.named("s_ra", DataType.DOUBLE).unit("deg").ucd("pos.eq.ra").ref("sys").build();
  static final Field SNR = Field.named("em_snr", DataType.FLOAT).ucd("stat.snr").build();
  static final Field FIBRE = Field.named("fibre", DataType.INT).build();
  static final Field SIZE = Field.named("access_estsize", DataType.LONG).unit("kbyte").build();
  static final Field PUBLIC = Field.named("is_public", DataType.BOOLEAN).build();
  static final Field LOCATION =
      Field.named("location", DataType.DOUBLE).arraysize("2").unit("deg").ucd("pos.eq").build();
  static final Field FLUX = Field.named("flux", DataType.FLOAT).arraysize("*").build();
  static final Field MASK = Field.named("mask", DataType.UNSIGNED_BYTE).arraysize("*").build();
  static final Field RELEASED = Field.text("obs_release_date").xtype("timestamp").build();

  static final List<Field> ALL =
      List.of(NAME, RA, SNR, FIBRE, SIZE, PUBLIC, LOCATION, FLUX, MASK, RELEASED);

  private Documents() {}

  /** A writer inside a table with the given fields, ready for rows. */
  static VoTableWriter table(ByteArrayOutputStream out, Serialisation as, List<Field> fields) {
    VoTableWriter document = new VoTableWriter(out, as);
    document.startResults().add(Info.ok()).add(new CooSys("sys", "ICRS")).startTable();
    fields.forEach(document::add);
    return document;
  }

  static Document parse(ByteArrayOutputStream out)
      throws IOException, SAXException, ParserConfigurationException {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(out.toByteArray()));
  }

  static List<Element> elements(Document document, String name) {
    NodeList nodes = document.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  static List<String> cells(Document document) {
    return elements(document, "TD").stream().map(Element::getTextContent).toList();
  }
}
