package org.pawprint.datalink;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pawprint.core.identifier.Sha256;
import org.pawprint.embedded.DatabaseRole;
import org.pawprint.store.catalogue.SpectrumLookup;
import org.pawprint.store.search.Caller;

/** Originals over HTTP, ranges after RFC 9110, and who may have them. */
class OriginalIT extends FixtureTests {
  @BeforeAll
  static void start() throws Exception {
    serveFixture(Map.of());
  }

  private static String original(Object did) {
    return "/vo/original?ID=" + ServiceUnderTest.encoded(did);
  }

  @Test
  void givesTheBytesUnderTheirOwnName() throws Exception {
    HttpResponse<byte[]> response = service.get(original(fixture.blue));

    assertThat(response.body()).isEqualTo(ArchiveFixture.BLUE_ORIGINAL);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/fits");
    assertThat(response.headers().firstValue("Content-Disposition").orElse(""))
        .contains("01nov10012")
        .startsWith("attachment");
    assertThat(response.headers().firstValue("ETag").orElse(""))
        .doesNotContain(Sha256.of(ArchiveFixture.BLUE_ORIGINAL).hex().substring(0, 12));
  }

  @Test
  void givesPartsOfIt() throws Exception {
    byte[] all = ArchiveFixture.BLUE_ORIGINAL;

    HttpResponse<byte[]> part = service.get(original(fixture.blue), "Range", "bytes=2880-2889");
    HttpResponse<byte[]> tail = service.get(original(fixture.blue), "Range", "bytes=-5");
    HttpResponse<byte[]> beyond =
        service.get(original(fixture.blue), "Range", "bytes=" + all.length + "-");

    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.body()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    assertThat(part.headers().firstValue("Content-Range"))
        .contains("bytes 2880-2889/" + all.length);
    assertThat(tail.body()).isEqualTo(Arrays.copyOfRange(all, all.length - 5, all.length));
    assertThat(beyond.statusCode()).isEqualTo(416);
    assertThat(beyond.headers().firstValue("Content-Range")).contains("bytes */" + all.length);
  }

  @Test
  void continuesADownloadOnlyOfTheSameBytes() throws Exception {
    String tag = service.get(original(fixture.blue)).headers().firstValue("ETag").orElse("");

    HttpResponse<byte[]> same =
        service.get(original(fixture.blue), "Range", "bytes=10-", "If-Range", tag);
    HttpResponse<byte[]> other =
        service.get(original(fixture.blueOld), "Range", "bytes=10-", "If-Range", tag);
    HttpResponse<byte[]> unchanged = service.get(original(fixture.blue), "If-None-Match", tag);

    assertThat(same.statusCode()).isEqualTo(206);
    assertThat(other.statusCode()).isEqualTo(200);
    assertThat(unchanged.statusCode()).isEqualTo(304);
  }

  @Test
  void givesTheHeaderAsText() throws Exception {
    HttpResponse<byte[]> response =
        service.get("/vo/original/header?ID=" + ServiceUnderTest.encoded(fixture.blue));

    assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
    assertThat(ServiceUnderTest.text(response).lines())
        .contains("OBJECT  = 'DES_X3  '", "NAXIS1  =                 5000", "END");
  }

  @Test
  void hidesAnOriginalWithFibresOfAnotherProgrammeInTheWordsOfAnUnknownOne() throws Exception {
    for (Object id : List.of(fixture.red, fixture.proprietary, "ivo://pawprint.test/a?b/c")) {
      for (String path : List.of("/vo/original?ID=", "/vo/original/header?ID=")) {
        HttpResponse<byte[]> response = service.get(path + ServiceUnderTest.encoded(id));

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(ServiceUnderTest.text(response))
            .isEqualTo("NotFoundFault: ID '" + id + "' names no spectrum here\n");
      }
    }
  }

  @Test
  void opensItToACallerOfThatProgramme() {
    SpectrumLookup lookup =
        new SpectrumLookup(fixture.archive.database().dataSource(DatabaseRole.DATALINK));
    List<Sha256> original = List.of(Sha256.of(ArchiveFixture.RED_ORIGINAL));
    Caller member = new Caller(List.of("B/1", ArchiveFixture.PROGRAMME));

    assertThat(lookup.readableOriginals(original, Caller.anonymous())).isEmpty();
    assertThat(lookup.readableOriginals(original, new Caller(List.of("B/1")))).isEmpty();
    assertThat(lookup.readableOriginals(original, member)).hasSize(1);
    assertThat(lookup.find(fixture.proprietary, Caller.anonymous())).isEmpty();
    assertThat(lookup.find(fixture.proprietary, member)).isPresent();
    assertThat(lookup.readableOriginals(List.of(Sha256.of(new byte[0])), member)).isEmpty();
  }
}
