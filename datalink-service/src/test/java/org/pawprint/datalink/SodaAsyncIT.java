package org.pawprint.datalink;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

/** Jobs over HTTP; sections are those of UWS 1.1. */
class SodaAsyncIT extends FixtureTests {
  private static final String PATH = "/vo/soda/async";

  @BeforeAll
  static void start() throws Exception {
    serveFixture(Map.of());
  }

  /** Path of the new job. */
  private static String create(String form) throws Exception {
    HttpResponse<byte[]> response = service.post(PATH, FORM, form);
    assertThat(response.statusCode()).isEqualTo(303);
    String location = response.headers().firstValue("Location").orElse("");
    assertThat(location).startsWith(ServiceUnderTest.PUBLIC_BASE + PATH + "/");
    return location.substring(ServiceUnderTest.PUBLIC_BASE.length());
  }

  private static String of(Object did) {
    return "ID=" + ServiceUnderTest.encoded(did);
  }

  private static void post(String path, String form) throws Exception {
    assertThat(service.post(path, FORM, form).statusCode()).isEqualTo(303);
  }

  private static String text(String path) throws Exception {
    return ServiceUnderTest.text(service.get(path));
  }

  /** The job's document once it has ended. */
  private static VoTableDocument ended(String job) throws Exception {
    VoTableDocument document = new VoTableDocument(service.get(job + "?WAIT=60").body());
    while (List.of("PENDING", "QUEUED", "EXECUTING").contains(value(document, "uws:phase"))) {
      document = new VoTableDocument(service.get(job + "?WAIT=60").body());
    }
    return document;
  }

  private static String value(VoTableDocument document, String element) {
    return document.elements(element).get(0).getTextContent();
  }

  /** SODA-1.0 6: two IDs and two bands make four results, one of them without data. */
  @Test
  void makesAResultForEveryCombination() throws Exception {
    String job =
        create(
            of(fixture.blue)
                + "&"
                + of(fixture.red)
                + "&BAND=3.8e-7+3.9e-7&BAND=5.8e-7+5.9e-7&PHASE=RUN");

    VoTableDocument document = ended(job);

    assertThat(value(document, "uws:phase")).isEqualTo("COMPLETED");
    List<Element> results = document.elements("uws:result");
    assertThat(results)
        .extracting(r -> r.getAttribute("mime-type"))
        .containsExactlyInAnyOrder(
            "application/x-votable+xml",
            "application/x-votable+xml",
            "text/plain;charset=UTF-8",
            "text/plain;charset=UTF-8");
    for (Element result : results) {
      String url = result.getAttribute("xlink:href");
      HttpResponse<byte[]> file = service.get(url.substring(ServiceUnderTest.PUBLIC_BASE.length()));
      assertThat(result.getAttribute("size")).isEqualTo(String.valueOf(file.body().length));
      assertThat(file.headers().firstValue("Content-Type").orElse(""))
          .isEqualTo(result.getAttribute("mime-type"));
      if (result.getAttribute("mime-type").startsWith("text")) {
        assertThat(ServiceUnderTest.text(file)).startsWith("UsageError: the band holds nothing");
      } else {
        assertThat(new VoTableDocument(file.body()).rows()).isNotEmpty();
      }
    }
  }

  @Test
  void givesTheBytesOfSync() throws Exception {
    String query = of(fixture.blue) + "&BAND=3.8e-7+3.9e-7&FORMAT=fits";
    String job = create(query + "&phase=run");
    ended(job);

    assertThat(service.get(job + "/results/result-1").body())
        .isEqualTo(service.get("/vo/soda/sync?" + query).body());
  }

  /** 2.2.3: created pending, changed, then run. */
  @Test
  void takesParametersUntilItRuns() throws Exception {
    String job = create(of(fixture.blue) + "&BAND=1e-7+2e-7&RUNID=mine");

    assertThat(text(job + "/phase")).isEqualTo("PENDING");
    assertThat(text(job)).contains("<uws:startTime xsi:nil=\"true\"");
    assertThat(text(job + "/owner")).isEmpty();
    assertThat(text(job + "/quote")).isEmpty();
    assertThat(text(job + "/error")).isEmpty();
    assertThat(text(job + "/executionduration")).isEqualTo("600");
    post(job + "/parameters", "BAND=3.8e-7+3.9e-7");
    VoTableDocument parameters = new VoTableDocument(service.get(job + "/parameters").body());
    assertThat(parameters.elements("uws:parameter"))
        .extracting(p -> p.getAttribute("id") + "=" + p.getTextContent())
        .containsExactly("ID=" + fixture.blue, "BAND=3.8e-7 3.9e-7");
    post(job + "/executionduration", "EXECUTIONDURATION=30");
    post(job + "/destruction", "DESTRUCTION=2999-01-01T00:00:00");
    // No later than six hours from now, the limit.
    assertThat(text(job + "/destruction")).doesNotStartWith("2999").endsWith("Z");
    assertThat(text(job + "/executionduration")).isEqualTo("30");
    post(job + "/phase", "PHASE=RUN");

    VoTableDocument document = ended(job);

    assertThat(value(document, "uws:phase")).isEqualTo("COMPLETED");
    assertThat(document.elements("uws:result")).hasSize(1);
    assertThat(document.elements("uws:startTime")).hasSize(1);
    HttpResponse<byte[]> late = service.post(job + "/parameters", FORM, "BAND=1+2");
    assertThat(late.statusCode()).isEqualTo(400);
    assertThat(ServiceUnderTest.text(late)).startsWith("UsageError: the job is COMPLETED");
    HttpResponse<byte[]> direct = service.post(job, FORM, "BAND=1+2");
    assertThat(direct.statusCode()).isEqualTo(400);
  }

  @Test
  void keepsOnlyParametersItReadsAndNotTooMuchOfThem() throws Exception {
    String job = create(of(fixture.blue) + "&NOTE=" + "x".repeat(70_000) + "&POL=I");
    VoTableDocument parameters = new VoTableDocument(service.get(job + "/parameters").body());
    assertThat(parameters.elements("uws:parameter"))
        .extracting(p -> p.getAttribute("id"))
        .containsExactly("ID", "POL");
    String known = text(PATH);

    String tooLong = "BAND=" + "1".repeat(65_536);
    for (String path : List.of(PATH, job + "/parameters")) {
      HttpResponse<byte[]> response = service.post(path, FORM, tooLong);
      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(ServiceUnderTest.text(response))
          .startsWith("UsageError: the parameters of a job have at most 65536 characters");
    }
    assertThat(text(PATH)).isEqualTo(known);
  }

  @Test
  void aJobWithTooMuchToKeepFailsWithWords() throws Exception {
    try (ServiceUnderTest small =
        new ServiceUnderTest(
            fixture.archive, Map.of("pawprint.datalink.soda.max-results", "4000B"))) {
      HttpResponse<byte[]> created =
          small.post(PATH, FORM, of(fixture.blue) + "&BAND=-Inf+5e-7&BAND=-Inf+6e-7&PHASE=RUN");
      String location = created.headers().firstValue("Location").orElse("");
      String job = location.substring(ServiceUnderTest.PUBLIC_BASE.length());
      while (List.of("QUEUED", "EXECUTING")
          .contains(ServiceUnderTest.text(small.get(job + "/phase")))) {
        small.get(job + "?WAIT=60");
      }

      assertThat(ServiceUnderTest.text(small.get(job + "/error")))
          .startsWith("UsageError: the first 1 of 2 results have more than the 1000 bytes");
    }
  }

  @Test
  void aJobThatCannotBeCarriedOutSaysWhy() throws Exception {
    String job = create(of(fixture.blue) + "&BAND=5e-7&PHASE=RUN");

    VoTableDocument document = ended(job);

    assertThat(value(document, "uws:phase")).isEqualTo("ERROR");
    assertThat(value(document, "uws:message")).startsWith("UsageError: BAND: '5e-7' received");
    assertThat(text(job + "/error")).startsWith("UsageError: BAND: '5e-7' received");
    assertThat(service.get(job + "/results/result-1").statusCode()).isEqualTo(404);
  }

  @Test
  void abortsAndDeletes() throws Exception {
    String first = create(of(fixture.blue));
    String second = create(of(fixture.blue));
    post(second + "/phase", "PHASE=ABORT");

    assertThat(text(second + "/phase")).isEqualTo("ABORTED");
    post(first, "ACTION=DELETE");
    assertThat(service.get(first).statusCode()).isEqualTo(404);
    assertThat(service.send(HttpRequest.newBuilder(service.uri(second)).DELETE()).statusCode())
        .isEqualTo(303);
    assertThat(service.get(second).statusCode()).isEqualTo(404);
  }

  /** 2.2.2.1: a list may be restricted; the address of a job is known to who made it only. */
  @Test
  void listsTheJobsOfNobodyToAnybody() throws Exception {
    String job = create(of(fixture.blue));

    assertThat(id(job)).matches("[0-9a-f]{32}").isNotEqualTo(id(create(of(fixture.blue))));
    for (String query : List.of("", "?PHASE=PENDING", "?AFTER=2000-01-01T00:00:00Z", "?LAST=5")) {
      HttpResponse<byte[]> list = service.get(PATH + query);
      assertThat(list.statusCode()).isEqualTo(200);
      VoTableDocument document = new VoTableDocument(list.body());
      assertThat(document.elements("uws:jobs")).hasSize(1);
      assertThat(document.elements("uws:jobref")).isEmpty();
    }
    assertThat(text(job + "/phase")).isEqualTo("PENDING");
  }

  private static String id(String job) {
    return job.substring(job.lastIndexOf('/') + 1);
  }

  @Test
  void aJobThatFindsNoRoomIsToldToComeAgain() throws Exception {
    try (ServiceUnderTest small =
        new ServiceUnderTest(fixture.archive, Map.of("pawprint.datalink.soda.max-jobs", 1))) {
      assertThat(small.post(PATH, FORM, of(fixture.blue)).statusCode()).isEqualTo(303);

      HttpResponse<byte[]> second = small.post(PATH, FORM, of(fixture.blue));

      assertThat(second.statusCode()).isEqualTo(429);
      assertThat(ServiceUnderTest.text(second)).startsWith("ServiceUnavailable: too many jobs");
      assertThat(second.headers().firstValueAsLong("Retry-After")).hasValue(10);
    }
  }

  /** 2.2.1.1: at once when the phase is not the one that the client knows, or is final. */
  @Test
  void waitsOnlyForAChange() throws Exception {
    String job = create(of(fixture.blue));

    assertThat(text(job + "?WAIT=60&PHASE=QUEUED")).contains("PENDING");
    post(job + "/phase", "PHASE=ABORT");
    assertThat(text(job + "?WAIT=-1")).contains("ABORTED");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "?PHASE=DONE | UsageError: PHASE: 'DONE' received, expected one of PENDING",
        "?LAST=0 | UsageError: LAST: '0' received",
        "?AFTER=yesterday | UsageError: AFTER: 'yesterday' received"
      })
  void namesWhatIsWrongWithAListing(String query, String text) throws Exception {
    HttpResponse<byte[]> response = service.get(PATH + query);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(ServiceUnderTest.text(response)).startsWith(text);
  }

  @Test
  void namesWhatIsWrongWithAJob() throws Exception {
    assertThat(ServiceUnderTest.text(service.get(PATH + "/nothing")))
        .startsWith("UsageError: no job 'nothing'");
    String job = create(of(fixture.blue));
    for (String[] wrong :
        new String[][] {
          {"/phase", "PHASE=STOP"},
          {"/destruction", "DESTRUCTION=soon"},
          {"/executionduration", "EXECUTIONDURATION=-5"}
        }) {
      HttpResponse<byte[]> response = service.post(job + wrong[0], FORM, wrong[1]);
      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(ServiceUnderTest.text(response)).startsWith("UsageError: ");
    }
    assertThat(service.post(PATH, FORM, "PHASE=ABORT").statusCode()).isEqualTo(400);
  }
}
