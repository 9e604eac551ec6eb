package org.pawprint.datalink;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The links endpoint over HTTP; sections are those of DataLink 1.1. */
class LinksIT extends FixtureTests {
  private static final String PATH = "/vo/datalink/links";
  private static final int MAX_IDS = 6000;

  @BeforeAll
  static void start() throws Exception {
    serveFixture(Map.of("pawprint.datalink.max-ids", MAX_IDS));
  }

  private static HttpResponse<byte[]> links(Object id) throws Exception {
    return service.get(PATH + "?ID=" + ServiceUnderTest.encoded(id));
  }

  private static List<Map<String, String>> rows(Object id) throws Exception {
    return new VoTableDocument(links(id).body()).rows();
  }

  private static Map<String, String> row(List<Map<String, String>> rows, String localSemantics) {
    return rows.stream()
        .filter(r -> localSemantics.equals(r.get("local_semantics")))
        .findFirst()
        .orElseThrow(() -> new AssertionError(localSemantics + " is not in " + rows));
  }

  @Test
  void saysThatASpectrumWasWithdrawnWhenAndWhy() throws Exception {
    for (Object id : List.of(fixture.takenBack, fixture.takenBack.alias())) {
      List<Map<String, String>> rows = rows(id);

      assertThat(rows).hasSize(1);
      assertThat(rows.get(0))
          .containsEntry("ID", id.toString())
          .containsEntry("semantics", "#this");
      assertThat(rows.get(0).get("error_message"))
          .startsWith("NotFoundFault: ")
          .contains("was withdrawn on 2026-11-22: fibres were swapped");
    }
  }

  @Test
  void namesWhatBelongsToASpectrum() throws Exception {
    HttpResponse<byte[]> response = links(fixture.blue);

    ServiceUnderTest.keep("links-blue.xml", response);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type"))
        .contains("application/x-votable+xml;content=datalink");
    VoTableDocument document = new VoTableDocument(response.body());
    assertThat(document.info("standardID")).isEqualTo("ivo://ivoa.net/std/DataLink#links-1.1");
    assertThat(document.rows())
        .extracting(r -> r.get("semantics"))
        .containsExactlyInAnyOrder(
            "#this",
            "#this",
            "#error",
            "#progenitor",
            "#cutout",
            "#detached-header",
            "#preview",
            "#thumbnail",
            "#package",
            "#coderived",
            "#coderived");
    assertThat(document.rows())
        .filteredOn(r -> !"#cutout".equals(r.get("semantics")))
        .allSatisfy(
            r -> {
              assertThat(r).containsEntry("ID", fixture.blue.toString());
              assertThat(r.get("access_url")).startsWith(ServiceUnderTest.PUBLIC_BASE + "/vo/");
              assertThat(r.get("content_length")).isNotEmpty();
            });
    assertThat(row(document.rows(), "other-arm").get("access_url"))
        .contains(ServiceUnderTest.encoded(fixture.red));
    assertThat(row(document.rows(), "older-version").get("access_url"))
        .contains(ServiceUnderTest.encoded(fixture.blueOld));
    assertThat(row(rows(fixture.blueOld), "newer-version"))
        .containsEntry("semantics", "#derivation");
  }

  @Test
  void statesTheSizeThatTheFileHas() throws Exception {
    for (Object id : List.of(fixture.blue, fixture.red, fixture.logarithmic, fixture.blueCube)) {
      for (Map<String, String> row : rows(id)) {
        if ("#cutout".equals(row.get("semantics"))) {
          continue;
        }
        String url = String.valueOf(row.get("access_url"));
        HttpResponse<byte[]> file =
            service.get(url.substring(ServiceUnderTest.PUBLIC_BASE.length()));

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(row).containsEntry("content_length", String.valueOf(file.body().length));
        assertThat(file.headers().firstValue("Content-Type").orElse(""))
            .startsWith(String.valueOf(row.get("content_type")));
      }
    }
  }

  /** DataLink 1.1, 3.2.6 and 4: a service_def names a descriptor of this document. */
  @Test
  void describesTheCutOutServiceThatItsRowsName() throws Exception {
    for (Object id : List.of(fixture.blue, fixture.blueCube)) {
      VoTableDocument document = new VoTableDocument(links(id).body());
      Map<String, String> cutout = row(document.rows(), "cutout");

      assertThat(cutout)
          .containsEntry("semantics", "#cutout")
          .containsEntry("access_url", "")
          .containsEntry("error_message", "")
          .containsEntry("service_def", id == fixture.blue ? "soda" : "cube_soda");
      Element descriptor =
          document.elements("RESOURCE").stream()
              .filter(r -> r.getAttribute("ID").equals(cutout.get("service_def")))
              .findFirst()
              .orElseThrow();
      assertThat(descriptor.getAttribute("utype")).isEqualTo("adhoc:service");
      assertThat(param(descriptor, "standardID").getAttribute("value"))
          .isEqualTo("ivo://ivoa.net/std/SODA#sync-1.0");
      assertThat(param(descriptor, "accessURL").getAttribute("value"))
          .isEqualTo(ServiceUnderTest.PUBLIC_BASE + "/vo/soda/sync");
      assertThat(param(descriptor, "ID").getAttribute("ref")).isEqualTo("ID");
      Element band = param(descriptor, "BAND");
      assertThat(band.getAttribute("unit")).isEqualTo("m");
      assertThat(band.getAttribute("ucd")).isEqualTo("em.wl;stat.interval");
      assertThat(band.getAttribute("xtype")).isEqualTo("interval");
      assertThat(band.getAttribute("arraysize")).isEqualTo("2");
      assertThat(param(descriptor, "FORMAT").getElementsByTagName("OPTION").getLength())
          .isGreaterThan(4);
    }
  }

  private static Element param(Element descriptor, String name) {
    NodeList params = descriptor.getElementsByTagName("PARAM");
    for (int i = 0; i < params.getLength(); i++) {
      if (((Element) params.item(i)).getAttribute("name").equals(name)) {
        return (Element) params.item(i);
      }
    }
    throw new AssertionError("no PARAM " + name);
  }

  @Test
  void aCubeIsItsOriginalFile() throws Exception {
    List<Map<String, String>> rows = rows(fixture.blueCube);

    assertThat(rows)
        .extracting(r -> r.get("semantics"))
        .containsExactly("#this", "#cutout", "#detached-header", "#coderived");
    assertThat(row(rows, "cube"))
        .containsEntry("semantics", "#this")
        .containsEntry("content_type", "application/fits")
        .containsEntry("content_qualifier", "#cube")
        .containsEntry("content_length", String.valueOf(ArchiveFixture.BLUE_CUBE.length));
    String url = String.valueOf(row(rows, "cube").get("access_url"));
    assertThat(service.get(url.substring(ServiceUnderTest.PUBLIC_BASE.length())).body())
        .isEqualTo(ArchiveFixture.BLUE_CUBE);
  }

  @Test
  void aCubeBelongsToTheCubeOfTheOtherArmAndNotToItsSpectra() throws Exception {
    assertThat(row(rows(fixture.blueCube), "other-arm"))
        .containsEntry("content_qualifier", "#cube")
        .containsEntry("description", "Same target, arm red")
        .hasEntrySatisfying(
            "access_url",
            url ->
                assertThat(url)
                    .contains("/vo/original?ID=" + ServiceUnderTest.encoded(fixture.redCube)));
    assertThat(rows(fixture.redAperture))
        .extracting(r -> r.get("local_semantics"))
        .doesNotContain("other-arm");
  }

  @Test
  void tellsThatTheFileOfACubeCannotBeHad() throws Exception {
    assertThat(rows(fixture.hiddenCube))
        .singleElement()
        .satisfies(
            r -> {
              assertThat(r).containsEntry("semantics", "#this").containsEntry("access_url", "");
              assertThat(r.get("error_message"))
                  .isEqualTo("NotFoundFault: the file of this cube cannot be had");
            });
  }

  @Test
  void keepsSilentAboutAnOriginalThatHoldsOtherProgrammesFibres() throws Exception {
    assertThat(rows(fixture.red))
        .extracting(r -> r.get("semantics"))
        .contains("#this")
        .doesNotContain("#progenitor", "#detached-header");
    assertThat(rows(fixture.proprietary)).hasSize(1);
    assertThat(rows(fixture.proprietary).get(0).get("error_message")).startsWith("NotFoundFault");
  }

  @Test
  void echoesIdsAsSubmittedWithTheirRowsTogether() throws Exception {
    String shouted = fixture.blue.toString().toUpperCase(java.util.Locale.ROOT);
    String unknown = "ivo://nobody/else?x/<y>";
    HttpResponse<byte[]> response =
        service.get(
            PATH
                + "?id="
                + ServiceUnderTest.encoded(shouted)
                + "&&ID="
                + ServiceUnderTest.encoded(unknown)
                + "&Id="
                + ServiceUnderTest.encoded(fixture.red.alias())
                + "&RESPONSEFORMAT=application/x-votable%2Bxml");

    ServiceUnderTest.keep("links-several.xml", response);
    List<Map<String, String>> rows = new VoTableDocument(response.body()).rows();
    List<String> runs = new java.util.ArrayList<>();
    for (Map<String, String> row : rows) {
      String id = String.valueOf(row.get("ID"));
      if (runs.isEmpty() || !runs.get(runs.size() - 1).equals(id)) {
        runs.add(id);
      }
    }
    assertThat(runs).containsExactlyInAnyOrder(shouted, unknown, fixture.red.alias().toString());
    assertThat(rows)
        .filteredOn(r -> unknown.equals(r.get("ID")))
        .singleElement()
        .satisfies(
            r ->
                assertThat(r.get("error_message"))
                    .isEqualTo("NotFoundFault: ID '" + unknown + "' names no spectrum here"));
  }

  @Test
  void describesItselfWithAnEmptyTableWhenThereIsNoId() throws Exception {
    HttpResponse<byte[]> response = service.get(PATH);

    ServiceUnderTest.keep("links-empty.xml", response);
    assertThat(response.statusCode()).isEqualTo(200);
    VoTableDocument document = new VoTableDocument(response.body());
    assertThat(document.rows()).isEmpty();
    assertThat(document.elements("FIELD"))
        .extracting(f -> f.getAttribute("name"))
        .contains("ID", "access_url", "service_def", "error_message", "description")
        .contains("semantics", "content_type", "content_length");
    assertThat(document.elements("RESOURCE"))
        .extracting(r -> r.getAttribute("utype"))
        .contains("adhoc:this");
  }

  @Test
  void takesFiveThousandIdsInOnePost() throws Exception {
    StringBuilder body = new StringBuilder("ID=" + ServiceUnderTest.encoded(fixture.blue));
    IntStream.range(0, 4999).forEach(i -> body.append("&ID=ivo%3A%2F%2Fx.y%2Fc%3Fo%2F").append(i));

    HttpResponse<byte[]> response = service.post(PATH, FORM, body.toString());

    VoTableDocument document = new VoTableDocument(response.body());
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(document.rows().stream().map(r -> r.get("ID")).distinct()).hasSize(5000);
    assertThat(document.info("QUERY_STATUS")).isEqualTo("OK");
  }

  @Test
  void saysOverflowBehindTheLastIdItAnswers() throws Exception {
    StringBuilder body = new StringBuilder();
    IntStream.range(0, MAX_IDS + 1).forEach(i -> body.append("&ID=ivo%3A%2F%2Fx.y%2Fc%3Fo%2F" + i));

    HttpResponse<byte[]> response = service.post(PATH, FORM, body.toString());

    VoTableDocument document = new VoTableDocument(response.body());
    assertThat(document.rows()).hasSize(MAX_IDS);
    assertThat(document.info("QUERY_STATUS")).isEqualTo("OVERFLOW");
  }

  @Test
  void takesAMultipartForm() throws Exception {
    String part = "--cut\r\nContent-Disposition: form-data; name=\"ID\"\r\n\r\n";
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < 100; i++) {
      body.append(part).append("ivo://x.y/c?o/").append(i).append("\r\n");
    }
    body.append(part).append(fixture.blue).append("\r\n--cut--\r\n");

    HttpResponse<byte[]> response =
        service.post(PATH, "multipart/form-data; boundary=cut", body.toString());

    assertThat(response.statusCode()).isEqualTo(200);
    List<Map<String, String>> rows = new VoTableDocument(response.body()).rows();
    assertThat(rows.stream().map(r -> r.get("ID")).distinct()).hasSize(101);
    assertThat(rows).extracting(r -> r.get("semantics")).contains("#progenitor");
  }

  @Test
  void refusesAFormatItDoesNotServe() throws Exception {
    HttpResponse<byte[]> response = service.get(PATH + "?RESPONSEFORMAT=csv");

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(ServiceUnderTest.text(response))
        .startsWith("UsageFault: RESPONSEFORMAT: 'csv' received, expected one of votable, ");
  }

  @Test
  void tellsItsCapabilitiesAndThatItIsThere() throws Exception {
    VoTableDocument capabilities =
        new VoTableDocument(service.get("/vo/datalink/capabilities").body());
    VoTableDocument availability =
        new VoTableDocument(service.get("/vo/datalink/availability").body());

    assertThat(capabilities.elements("capability"))
        .extracting(c -> c.getAttribute("standardID"))
        .contains(
            "ivo://ivoa.net/std/DataLink#links-1.1",
            "ivo://ivoa.net/std/SODA#sync-1.0",
            "ivo://ivoa.net/std/SODA#async-1.0",
            "ivo://ivoa.net/std/VOSI#availability");
    assertThat(service.get("/vo/soda/capabilities").body())
        .isEqualTo(service.get("/vo/datalink/capabilities").body());
    assertThat(availability.elements("vosi:available").get(0).getTextContent()).isEqualTo("true");
  }
}
