package org.pawprint.datalink;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pawprint.core.identifier.PublisherDid;

/** The simplified spectrum over HTTP. */
class SlinkIT extends FixtureTests {
  @BeforeAll
  static void start() throws Exception {
    serveFixture(Map.of());
  }

  private static String slink(Object did, String more) {
    return "/vo/slink?ID=" + ServiceUnderTest.encoded(did) + more;
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "&RESPONSEFORMAT=fits"})
  void saysWhereACubeIsToBeHad(String format) throws Exception {
    HttpResponse<byte[]> response = service.get(slink(fixture.blueCube, format));

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(ServiceUnderTest.text(response))
        .startsWith("NotFoundFault: '" + fixture.blueCube + "' is a data cube")
        .contains("/vo/original", "/vo/datalink/links");
  }

  @Test
  void servesTheSpectrumAsVotableUnlessAskedOtherwise() throws Exception {
    HttpResponse<byte[]> response = service.get(slink(fixture.blue, ""));

    ServiceUnderTest.keep("spectrum-blue.xml", response);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/x-votable+xml");
    VoTableDocument document = new VoTableDocument(response.body());
    List<Map<String, String>> rows = document.rows();
    assertThat(rows).hasSize(SampleSpectra.PIXELS);
    assertThat(rows.get(0).get("wavelength")).isEqualTo("3700");
    // 3700 + 10 * 1.04
    assertThat(Double.parseDouble(String.valueOf(rows.get(10).get("wavelength"))))
        .isEqualTo(3710.4);
    assertThat(Float.parseFloat(String.valueOf(rows.get(10).get("flux"))))
        .isEqualTo(SampleSpectra.flux(10));
    assertThat(rows.get(SampleSpectra.BLANK))
        .containsEntry("flux", "")
        .containsEntry("error", "")
        .containsEntry("quality", "1");
    assertThat(document.param("spec:Spectrum.DataModel")).startsWith("Spectrum-1");
    assertThat(document.param("spec:Spectrum.Target.Name")).isEqualTo("SN 2026a120");
    assertThat(document.param("spec:Spectrum.Curation.PublisherDID"))
        .isEqualTo(fixture.blue.toString());
  }

  @Test
  void servesTabulatedAxesAndSpectraWithoutErrors() throws Exception {
    HttpResponse<byte[]> red = service.get(slink(fixture.red, ""));
    HttpResponse<byte[]> logarithmic = service.get(slink(fixture.logarithmic, ""));

    ServiceUnderTest.keep("spectrum-red.xml", red);
    ServiceUnderTest.keep("spectrum-log.xml", logarithmic);
    // 5700 + 1.5 * 100 + 0.0001 * 100^2
    assertThat(new VoTableDocument(red.body()).rows().get(100)).containsEntry("wavelength", "5851");
    VoTableDocument second = new VoTableDocument(logarithmic.body());
    assertThat(second.rows().get(0)).containsOnlyKeys("wavelength", "flux", "quality");
    assertThat(Double.parseDouble(String.valueOf(second.rows().get(0).get("wavelength"))))
        .isEqualTo(Math.pow(10, 3.58));
  }

  @Test
  void servesFitsForSaving() throws Exception {
    for (String format : List.of("fits", "application/fits", "FITS")) {
      HttpResponse<byte[]> response =
          service.get(slink(fixture.blue, "&responseformat=" + ServiceUnderTest.encoded(format)));

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.headers().firstValue("Content-Type")).contains("application/fits");
      assertThat(response.headers().firstValue("Content-Disposition").orElse(""))
          .startsWith("attachment")
          .contains("aat_archive_20261101-BL-0012_blue-120_");
      assertThat(response.body().length % 2880).isZero();
      assertThat(ServiceUnderTest.text(response)).startsWith("SIMPLE  =");
    }
    ServiceUnderTest.keep(
        "spectrum-blue.fits", service.get(slink(fixture.blue, "&RESPONSEFORMAT=fits")));
    ServiceUnderTest.keep(
        "spectrum-red.fits", service.get(slink(fixture.red, "&RESPONSEFORMAT=fits")));
    ServiceUnderTest.keep(
        "spectrum-log.fits", service.get(slink(fixture.logarithmic, "&RESPONSEFORMAT=fits")));
  }

  @Test
  void findsTheNewestByAliasInAnyCaseAndOldOnesByFullDid() throws Exception {
    assertThat(servedDid(fixture.blue.alias())).isEqualTo(fixture.blue.toString());
    assertThat(servedDid(fixture.blue.toString().toUpperCase(java.util.Locale.ROOT)))
        .isEqualTo(fixture.blue.toString());
    assertThat(servedDid(fixture.blueOld)).isEqualTo(fixture.blueOld.toString());
    assertThat(servedDid(fixture.withdrawn)).isEqualTo(fixture.withdrawn.toString());
    assertThat(service.get(slink(fixture.withdrawn.alias(), "")).statusCode()).isEqualTo(404);
  }

  @Test
  void whatAnOperatorWithdrewIsGoneAndSaysWhy() throws Exception {
    for (Object id : List.of(fixture.takenBack, fixture.takenBack.alias())) {
      HttpResponse<byte[]> response = service.get(slink(id, ""));

      assertThat(response.statusCode()).isEqualTo(410);
      assertThat(ServiceUnderTest.text(response))
          .startsWith("NotFoundFault: ")
          .contains("was withdrawn on 2026-11-22: fibres were swapped");
    }
    assertThat(
            service
                .get("/vo/original?ID=" + ServiceUnderTest.encoded(fixture.takenBack))
                .statusCode())
        .isEqualTo(410);
  }

  private static String servedDid(Object id) throws Exception {
    HttpResponse<byte[]> response = service.get(slink(id, ""));
    return new VoTableDocument(response.body()).param("spec:Spectrum.Curation.PublisherDID");
  }

  @Test
  void refusesInWordsWhatItDoesNotServe() throws Exception {
    PublisherDid unknown =
        PublisherDid.parse("ivo://pawprint.test/aat_archive?20261101-BL-0012/blue-999");
    for (Object id : List.of(unknown, "nonsense", fixture.proprietary)) {
      HttpResponse<byte[]> response = service.get(slink(id, ""));

      assertThat(response.statusCode()).isEqualTo(404);
      assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
      assertThat(ServiceUnderTest.text(response))
          .isEqualTo("NotFoundFault: ID '" + id + "' names no spectrum here\n");
    }
    HttpResponse<byte[]> format = service.get(slink(fixture.blue, "&RESPONSEFORMAT=gif"));
    assertThat(format.statusCode()).isEqualTo(400);
    assertThat(ServiceUnderTest.text(format)).contains("RESPONSEFORMAT", "'gif'", "votable, ");
    HttpResponse<byte[]> missing = service.get("/vo/slink");
    assertThat(missing.statusCode()).isEqualTo(400);
    assertThat(ServiceUnderTest.text(missing))
        .startsWith("UsageFault: ID: '' received, expected a publisher DID");
    HttpResponse<byte[]> two = service.get(slink(fixture.blue, "&ID=other"));
    assertThat(two.statusCode()).isEqualTo(400);
    HttpResponse<byte[]> delete =
        service.send(HttpRequest.newBuilder(service.uri("/vo/slink")).DELETE());
    assertThat(delete.statusCode()).isEqualTo(405);
    assertThat(service.get("/vo/nothing").statusCode()).isEqualTo(404);
    assertThat(ServiceUnderTest.text(service.get("/vo/nothing"))).startsWith("NotFoundFault");
  }

  @Test
  void answersConditionalAndHeadRequestsWithoutTheBody() throws Exception {
    HttpResponse<byte[]> first = service.get(slink(fixture.blue, "&RESPONSEFORMAT=fits"));
    String tag = first.headers().firstValue("ETag").orElse("");

    HttpResponse<byte[]> again =
        service.get(slink(fixture.blue, "&RESPONSEFORMAT=fits"), "If-None-Match", tag);
    HttpResponse<byte[]> votable = service.get(slink(fixture.blue, ""), "If-None-Match", tag);
    HttpResponse<byte[]> head =
        service.send(
            HttpRequest.newBuilder(service.uri(slink(fixture.blue, "")))
                .method("HEAD", HttpRequest.BodyPublishers.noBody()));

    assertThat(tag).matches("\"[0-9a-f]{32}\"");
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(votable.statusCode()).isEqualTo(200);
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.headers().firstValueAsLong("Content-Length").orElse(-1))
        .isEqualTo(votable.body().length);
    assertThat(head.body()).isEmpty();
  }

  @Test
  void takesAForm() throws Exception {
    HttpResponse<byte[]> response =
        service.post(
            "/vo/slink",
            "application/x-www-form-urlencoded",
            "id=" + ServiceUnderTest.encoded(fixture.blue) + "&RESPONSEFORMAT=fits");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/fits");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/vo/slink", "/vo/datalink/links", "/vo/original", "/vo/original/header"})
  void namesAQueryThatIsNoEncoding(String path) throws Exception {
    String answer = service.rawGet(path + "?ID=%zz");

    assertThat(answer).startsWith("HTTP/1.1 400").contains("UsageFault: query: 'ID=%zz' received");
  }

  @Test
  void answersPathsThatTheContainerRefusesInPlainText() throws Exception {
    String answer = service.rawGet("/vo%2fslink");

    assertThat(answer).startsWith("HTTP/1.1 400").contains("text/plain").doesNotContain("<html");
  }

  @ParameterizedTest
  @ValueSource(strings = {"capabilities", "availability"})
  void describesItselfInXmlWhateverIsAccepted(String resource) throws Exception {
    HttpResponse<byte[]> response =
        service.get("/vo/datalink/" + resource, "Accept", "application/json");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("text/xml;charset=UTF-8");
  }

  @Test
  void namesTheMethodsOfAPath() throws Exception {
    HttpResponse<byte[]> response = service.post("/vo/datalink/capabilities", "text/plain", "");

    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.headers().firstValue("Allow")).hasValue("GET, HEAD");
  }
}
