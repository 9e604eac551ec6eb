package org.pawprint.service.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.pawprint.core.event.StageCommand;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The stage command as JSON: absent values are left out, times are RFC 3339, the lane is its word.
 * Unknown fields are ignored, so that either side may be the newer one. Safe for concurrent use.
 */
public final class StageCommandCodec {
  public static final String CONTENT_TYPE = "application/json";

  private final JsonMapper json =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(
              include -> include.withValueInclusion(JsonInclude.Include.NON_ABSENT))
          .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  public byte[] write(StageCommand command) {
    return json.writeValueAsBytes(command);
  }

  /**
   * @throws IllegalArgumentException when the bytes are no stage command
   */
  public StageCommand read(byte[] bytes) {
    try {
      return json.readValue(bytes, StageCommand.class);
    } catch (JacksonException | NullPointerException e) {
      throw new IllegalArgumentException("not a stage command: " + e.getMessage(), e);
    }
  }
}
