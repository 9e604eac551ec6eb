package org.pawprint.standalone.httpfuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * A request to be sent as it stands.
 *
 * @param parameters that were given a hostile value, or left out though they are required
 * @param head request line and headers, without Host and the blank line
 */
record HostileRequest(Endpoint endpoint, Set<String> parameters, String head, byte[] body) {
  private static final List<String> HEADERS =
      List.of(
          "Range: bytes=9-1",
          "Range: bytes=-99999999999999999999",
          "If-None-Match: \"",
          "If-None-Match: W/\"x\", *, \u00e9",
          "If-Range: yesterday",
          "Accept: application/pdf",
          "Accept: */*;q=x",
          "Accept-Encoding: gzip",
          "Accept-Encoding: br;q=nan, *",
          "Origin: https://elsewhere.example",
          "Cookie: a=b; c",
          "X-Forwarded-Host: evil.example",
          "Content-Type: application/xml",
          "Transfer-Encoding: gibberish");

  private static final List<String> METHODS = List.of("HEAD", "PUT", "DELETE", "OPTIONS", "PATCH");

  HostileRequest {
    parameters = Set.copyOf(parameters);
  }

  static HostileRequest of(List<Endpoint> endpoints, SplittableRandom dice) {
    Endpoint endpoint = endpoints.get(dice.nextInt(endpoints.size()));
    boolean post = dice.nextInt(4) == 0;
    Set<String> hostile = new LinkedHashSet<>();
    String query = pairs(endpoint, post, hostile, dice);
    StringBuilder head = new StringBuilder();
    byte[] body = new byte[0];
    if (post) {
      body = query.getBytes(StandardCharsets.ISO_8859_1);
      boolean multipart = dice.nextInt(6) == 0;
      if (multipart) {
        // The body is none, so nothing is given.
        endpoint.parameters().keySet().stream().filter(Endpoint::isRequired).forEach(hostile::add);
      }
      head.append("POST ").append(endpoint.path()).append(" HTTP/1.1\r\nContent-Type: ");
      head.append(
          multipart ? "multipart/form-data; boundary=x" : "application/x-www-form-urlencoded");
      head.append("\r\nContent-Length: ").append(body.length).append("\r\n");
    } else {
      String method = dice.nextInt(12) == 0 ? METHODS.get(dice.nextInt(METHODS.size())) : "GET";
      head.append(method).append(' ').append(endpoint.path());
      head.append('?').append(query).append(" HTTP/1.1\r\n");
    }
    if (dice.nextInt(6) == 0) {
      head.append(HEADERS.get(dice.nextInt(HEADERS.size()))).append("\r\n");
    }
    return new HostileRequest(endpoint, hostile, head.toString(), body);
  }

  private static String pairs(
      Endpoint endpoint, boolean inBody, Set<String> hostile, SplittableRandom dice) {
    List<String> names = new ArrayList<>(endpoint.parameters().keySet());
    List<String> pairs = new ArrayList<>();
    for (Map.Entry<String, String> parameter : endpoint.parameters().entrySet()) {
      if (Endpoint.isRequired(parameter.getKey())) {
        if (dice.nextInt(12) == 0) {
          hostile.add(parameter.getKey());
        } else {
          pairs.add(parameter.getKey() + "=" + HostileValue.encode(parameter.getValue()));
        }
      }
    }
    for (int i = dice.nextInt(1, 4); i > 0; i--) {
      String name = names.get(dice.nextInt(names.size()));
      String right = endpoint.parameters().getOrDefault(name, "");
      if (dice.nextInt(4) == 0) {
        pairs.add(name + "=" + HostileValue.encode(right));
      } else {
        hostile.add(name);
        pairs.add(name + "=" + HostileValue.any(right, inBody, dice));
      }
    }
    if (dice.nextInt(8) == 0) {
      pairs.add(HostileValue.any("FROB", inBody, dice) + "=" + HostileValue.any("1", inBody, dice));
    }
    return String.join(dice.nextInt(10) == 0 ? "&&" : "&", pairs);
  }

  /** In a line of text, cut short. */
  String summary() {
    String text = head.replaceAll("[\r\n]+", " | ") + new String(body, StandardCharsets.ISO_8859_1);
    return text.length() > 600 ? text.substring(0, 600) + "…" : text;
  }
}
