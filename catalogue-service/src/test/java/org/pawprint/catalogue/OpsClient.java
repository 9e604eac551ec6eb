package org.pawprint.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An operator with the token. */
final class OpsClient {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient http = HttpClient.newHttpClient();
  private final CatalogueUnderTest service;

  OpsClient(CatalogueUnderTest service) {
    this.service = service;
  }

  JsonNode get(String path) throws Exception {
    return answer(request(path), 200);
  }

  JsonNode post(String path, String body, int status) throws Exception {
    return answer(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)),
        status);
  }

  JsonNode put(String path, String body, int status) throws Exception {
    return answer(request(path).PUT(BodyPublishers.ofString(body)), status);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path))
        .header("Authorization", "Bearer " + CatalogueUnderTest.TOKEN);
  }

  private JsonNode answer(HttpRequest.Builder request, int status) throws Exception {
    HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return JSON.readTree(answer.body());
  }
}
