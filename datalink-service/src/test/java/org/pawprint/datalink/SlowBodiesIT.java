package org.pawprint.datalink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Clients that begin to send and never end. */
class SlowBodiesIT extends ArchiveTests {
  private static final int THREADS = 20;

  @BeforeAll
  static void start() {
    serve(new TestArchive(folder), Map.of("server.tomcat.threads.max", THREADS));
  }

  @Test
  void leaveRoomForThoseWhoOnlyAsk() throws Exception {
    withSlowBodiesAt(
        "/vo/soda/sync",
        () -> {
          HttpResponse<byte[]> turnedAway = form();
          assertThat(ServiceUnderTest.text(turnedAway)).startsWith("ServiceUnavailable: ");
          assertThat(turnedAway.headers().firstValue("Retry-After")).isPresent();
          assertThat(service.get("/vo/datalink/links").statusCode()).isEqualTo(200);
        });
  }

  /** A client that only asks for spectra does not wait for the bodies of others. */
  @Test
  void leaveRoomForSpectraByAddress() throws Exception {
    withSlowBodiesAt(
        "/vo/spectra",
        () -> assertThat(service.get("/vo/spectra?ID=x").statusCode()).isEqualTo(200));
  }

  /** Of 1,000 bytes two have come of each; when they have gone there is room again. */
  private static void withSlowBodiesAt(String path, ThrowingCallable meanwhile) throws Exception {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < THREADS; i++) {
        slow.add(begun(path));
      }
      await().untilAsserted(() -> assertThat(form().statusCode()).isEqualTo(429));

      assertThatCode(meanwhile).doesNotThrowAnyException();
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
    await().untilAsserted(() -> assertThat(form().statusCode()).isEqualTo(400));
  }

  /** A whole request, whose ID is missing. */
  private static HttpResponse<byte[]> form() throws Exception {
    return service.post("/vo/soda/sync", FORM, "BAND=1");
  }

  private static Socket begun(String path) throws Exception {
    Socket socket = new Socket("127.0.0.1", service.uri("").getPort());
    String head =
        "POST %s HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: %s\r\nContent-Length: 1000\r\n\r\nA="
            .formatted(path, FORM);
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }
}
