package org.pawprint.standalone.reconcile;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One version of a reduction in the catalogue.
 *
 * @param key the publisher's id, with {@code #} and the file's name where it has several files
 * @param state newest, superseded or withdrawn
 */
public record HeldReduction(
    String source,
    String collection,
    String key,
    Optional<Long> version,
    String sha256,
    String state) {

  static HeldReduction of(String collection, JsonNode node) {
    JsonNode number = node.path("version_number");
    return new HeldReduction(
        node.path("source").asString(),
        collection,
        node.path("reduction_key").asString(),
        number.isNumber() ? Optional.of(number.asLong()) : Optional.empty(),
        node.path("original_sha256").asString(),
        node.path("state").asString());
  }

  /** The publisher's id, if the key is one of several files. */
  Optional<String> keyWithoutFile() {
    int hash = key.lastIndexOf('#');
    return hash > 0 ? Optional.of(key.substring(0, hash)) : Optional.empty();
  }

  boolean isWithdrawn() {
    return state.equals("withdrawn");
  }

  boolean isNewest() {
    return state.equals("newest");
  }

  /** For people. */
  String words() {
    return version.map(v -> "version " + v + ", ").orElse("") + "sha256 " + sha256.substring(0, 12);
  }
}
