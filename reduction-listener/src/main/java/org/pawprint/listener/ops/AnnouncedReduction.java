package org.pawprint.listener.ops;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether a stored event announced a reduction in that version, with that file. */
final class AnnouncedReduction {
  private final JsonMapper json = JsonMapper.builder().build();

  /**
   * @param raw the event as stored
   * @param version null for any
   * @param sha256 null for any; an event that gives no digests may mean any file
   */
  boolean isIn(byte[] raw, @Nullable Long version, @Nullable String sha256) {
    try {
      JsonNode data = json.readTree(raw).path("data");
      JsonNode number = data.path("reduction_version");
      return (version == null || number.isNumber() && number.asLong() == version)
          && (sha256 == null || mayHold(data.path("products"), sha256));
    } catch (JacksonException e) {
      return false;
    }
  }

  private static boolean mayHold(JsonNode products, String sha256) {
    for (JsonNode product : products) {
      JsonNode digest = product.path("sha256");
      if (!digest.isString() || digest.asString().equalsIgnoreCase(sha256)) {
        return true;
      }
    }
    return false;
  }
}
