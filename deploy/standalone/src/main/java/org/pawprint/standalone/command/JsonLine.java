package org.pawprint.standalone.command;

import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The one JSON object that {@code --json} prints as the last line of standard output. */
final class JsonLine {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private JsonLine() {}

  static void print(Map<String, ?> object) {
    System.out.println(JSON.writeValueAsString(object));
    System.out.flush();
  }
}
