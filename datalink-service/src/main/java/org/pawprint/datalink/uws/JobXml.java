package org.pawprint.datalink.uws;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Documents of UWS 1.1 (appendix A, schema of version 1.1). */
public final class JobXml {
  private static final String UWS = "http://www.ivoa.net/xml/UWS/v1.0";
  private static final String XLINK = "http://www.w3.org/1999/xlink";
  private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

  private final String base;

  /**
   * @param base address of the job list, without a trailing slash
   */
  public JobXml(String base) {
    this.base = base;
  }

  public byte[] list(List<Job.State> jobs) {
    return document(
        "jobs",
        xml -> {
          for (Job.State job : jobs) {
            xml.writeStartElement("uws:jobref");
            xml.writeAttribute("id", job.id());
            xml.writeAttribute("xlink:href", base + "/" + job.id());
            element(xml, "phase", job.phase().name());
            element(xml, "creationTime", time(job.created()));
            xml.writeEndElement();
          }
        });
  }

  public byte[] job(Job.State job) {
    return document(
        "job",
        xml -> {
          element(xml, "jobId", job.id());
          orNil(xml, "ownerId", job.owner().name());
          element(xml, "phase", job.phase().name());
          nil(xml, "quote");
          element(xml, "creationTime", time(job.created()));
          orNil(xml, "startTime", job.started().map(JobXml::time));
          orNil(xml, "endTime", job.ended().map(JobXml::time));
          element(xml, "executionDuration", Long.toString(job.longestRun().toSeconds()));
          element(xml, "destruction", time(job.destruction()));
          xml.writeStartElement("uws:parameters");
          writeParameters(xml, job.parameters());
          xml.writeEndElement();
          xml.writeStartElement("uws:results");
          writeResults(xml, job);
          xml.writeEndElement();
          if (job.error().isPresent()) {
            error(xml, job.error().get());
          }
        });
  }

  public byte[] parameters(Job.State job) {
    return document("parameters", xml -> writeParameters(xml, job.parameters()));
  }

  public byte[] results(Job.State job) {
    return document("results", xml -> writeResults(xml, job));
  }

  private static void error(XMLStreamWriter xml, String message) throws XMLStreamException {
    xml.writeStartElement("uws:errorSummary");
    xml.writeAttribute("type", message.startsWith("ServiceUnavailable") ? "transient" : "fatal");
    xml.writeAttribute("hasDetail", "true");
    element(xml, "message", message);
    xml.writeEndElement();
  }

  private static void writeParameters(XMLStreamWriter xml, Map<String, List<String>> parameters)
      throws XMLStreamException {
    for (Map.Entry<String, List<String>> entry : parameters.entrySet()) {
      for (String value : entry.getValue()) {
        xml.writeStartElement("uws:parameter");
        xml.writeAttribute("id", readable(entry.getKey()));
        xml.writeCharacters(readable(value));
        xml.writeEndElement();
      }
    }
  }

  private void writeResults(XMLStreamWriter xml, Job.State job) throws XMLStreamException {
    for (JobResult result : job.results()) {
      xml.writeEmptyElement("uws:result");
      xml.writeAttribute("id", result.id());
      xml.writeAttribute("xlink:type", "simple");
      xml.writeAttribute("xlink:href", base + "/" + job.id() + "/results/" + result.id());
      xml.writeAttribute("size", Integer.toString(result.bytes().length));
      xml.writeAttribute("mime-type", result.mediaType());
    }
  }

  /** Civil time with its zone (DALI 1.1, 3.3.3). */
  public static String time(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** The schema wants the element in any case. */
  private static void orNil(XMLStreamWriter xml, String name, Optional<String> text)
      throws XMLStreamException {
    if (text.isPresent()) {
      element(xml, name, text.get());
    } else {
      nil(xml, name);
    }
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement("uws:" + name);
    xml.writeCharacters(readable(text));
    xml.writeEndElement();
  }

  private static void nil(XMLStreamWriter xml, String name) throws XMLStreamException {
    xml.writeEmptyElement("uws:" + name);
    xml.writeAttribute("xsi:nil", "true");
  }

  /** Without the characters that XML cannot hold. */
  private static String readable(String text) {
    return text.replaceAll("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD]", "?");
  }

  @FunctionalInterface
  private interface Content {
    void write(XMLStreamWriter xml) throws XMLStreamException;
  }

  private static byte[] document(String root, Content content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory()
              .createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("uws:" + root);
      xml.writeNamespace("uws", UWS);
      xml.writeNamespace("xlink", XLINK);
      xml.writeNamespace("xsi", XSI);
      if (!root.equals("parameters") && !root.equals("results")) {
        xml.writeAttribute("version", "1.1");
      }
      content.write(xml);
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing to memory", e);
    }
    return out.toByteArray();
  }
}
