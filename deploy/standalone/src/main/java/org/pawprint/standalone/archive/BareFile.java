package org.pawprint.standalone.archive;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.pawprint.core.identifier.Sha256;
import tools.jackson.databind.json.JsonMapper;

/**
 * A survey file without a pipeline behind it, as it is announced by {@code publish}: its identity
 * is its content, so the same file announced twice is the same event.
 *
 * @param uri where the archive finds it, below one of its roots
 */
public record BareFile(URI uri, long bytes, Sha256 sha256) {
  /** CloudEvents source of files announced by hand. */
  public static final String SOURCE = "urn:pawprint:publish";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int CHUNK = 1 << 16;

  /** Measures a file in place. */
  public static BareFile of(Path file) throws IOException {
    MessageDigest digest = Sha256.newDigest();
    long bytes = 0;
    try (InputStream in = Files.newInputStream(file)) {
      byte[] chunk = new byte[CHUNK];
      for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
        digest.update(chunk, 0, n);
        bytes += n;
      }
    }
    return new BareFile(file.toAbsolutePath().normalize().toUri(), bytes, Sha256.of(digest));
  }

  /** CloudEvents id. */
  public String id(Optional<String> collection) {
    String identity = SOURCE + "|" + collection.orElse("") + "|" + sha256.hex();
    return UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** The event, UTF-8 JSON. */
  public byte[] event(Optional<String> collection) {
    Map<String, Object> product = new LinkedHashMap<>();
    product.put("uri", uri.toString());
    product.put("size", bytes);
    product.put("sha256", sha256.hex());
    product.put("role", "reduced");
    Map<String, Object> data = new LinkedHashMap<>();
    collection.ifPresent(c -> data.put("collection", c));
    data.put("products", List.of(product));
    data.put("data_rights", "public");
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("specversion", "1.0");
    event.put("id", id(collection));
    event.put("source", SOURCE);
    event.put("type", "org.pawprint.reduction.completed.v1");
    event.put("datacontenttype", "application/json");
    event.put("data", data);
    return JSON.writeValueAsBytes(event);
  }
}
