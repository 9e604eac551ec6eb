package org.pawprint.datalink;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures of spectra over HTTP. */
class PreviewIT extends FixtureTests {
  private static final String PATH = "/vo/preview?ID=";

  @BeforeAll
  static void start() throws Exception {
    serveFixture(Map.of());
  }

  private static String of(Object id) {
    return PATH + ServiceUnderTest.encoded(id);
  }

  @Test
  void servesThePictureOfEveryKindOfSpectrumInItsSize() throws Exception {
    for (Object id : new Object[] {fixture.blue, fixture.red.alias(), fixture.logarithmic}) {
      for (String size : new String[] {"", "160x80", "1000x500"}) {
        HttpResponse<byte[]> response =
            service.get(of(id) + (size.isEmpty() ? "" : "&SIZE=" + size));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(response.headers().firstValueAsLong("Content-Length"))
            .hasValue(response.body().length);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(response.body()));
        String expected = size.isEmpty() ? "800x400" : size;
        assertThat(image.getWidth() + "x" + image.getHeight()).isEqualTo(expected);
        ServiceUnderTest.keep(
            "preview-" + (id == fixture.blue ? "blue" : "other") + "-" + expected + ".png",
            response);
      }
    }
  }

  @Test
  void tellsTheClientThatItHasThePictureAlready() throws Exception {
    HttpResponse<byte[]> first = service.get(of(fixture.blue));
    String tag = first.headers().firstValue("ETag").orElseThrow();

    HttpResponse<byte[]> again = service.get(of(fixture.blue), "If-None-Match", tag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(service.get(of(fixture.blue) + "&SIZE=160x80", "If-None-Match", tag).statusCode())
        .isEqualTo(200);
    assertThat(service.get(of(fixture.blueOld), "If-None-Match", tag).statusCode()).isEqualTo(200);
  }

  @Test
  void answersHeadAndRangesByTheLengthItKnows() throws Exception {
    byte[] whole = service.get(of(fixture.blue)).body();

    HttpResponse<byte[]> head =
        service.send(
            HttpRequest.newBuilder(service.uri(of(fixture.blue)))
                .method("HEAD", HttpRequest.BodyPublishers.noBody()));
    assertThat(head.headers().firstValueAsLong("Content-Length")).hasValue(whole.length);
    assertThat(head.body()).isEmpty();
    HttpResponse<byte[]> part = service.get(of(fixture.blue), "Range", "bytes=1-3");
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(ServiceUnderTest.text(part)).isEqualTo("PNG");
  }

  @ParameterizedTest
  @ValueSource(strings = {"10000x10000", "800", "0x0"})
  void refusesASizeInWords(String size) throws Exception {
    HttpResponse<byte[]> response = service.get(of(fixture.blue) + "&SIZE=" + size);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(ServiceUnderTest.text(response))
        .isEqualTo(
            "UsageFault: SIZE: '"
                + size
                + "' received, expected <width>x<height> in pixels, 40 to 1600 by 20 to 1200, as"
                + " 800x400\n");
  }

  @Test
  void saysWhyThereIsNoPicture() throws Exception {
    HttpResponse<byte[]> unknown = service.get(of("ivo://x.y/c?o/1"));
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(ServiceUnderTest.text(unknown))
        .isEqualTo("NotFoundFault: ID 'ivo://x.y/c?o/1' names no spectrum here\n");
    HttpResponse<byte[]> hidden = service.get(of(fixture.proprietary));
    assertThat(hidden.statusCode()).isEqualTo(404);
    assertThat(ServiceUnderTest.text(hidden)).contains("names no spectrum here");
    HttpResponse<byte[]> gone = service.get(of(fixture.takenBack));
    assertThat(gone.statusCode()).isEqualTo(410);
    assertThat(ServiceUnderTest.text(gone)).contains("fibres were swapped");
    HttpResponse<byte[]> cube = service.get(of(fixture.blueCube));
    assertThat(cube.statusCode()).isEqualTo(404);
    assertThat(ServiceUnderTest.text(cube))
        .endsWith("is a data cube; there are previews of single spectra only\n");
    assertThat(service.get("/vo/preview").statusCode()).isEqualTo(400);
  }
}
