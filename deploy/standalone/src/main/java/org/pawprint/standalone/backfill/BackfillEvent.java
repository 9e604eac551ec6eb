package org.pawprint.standalone.backfill;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pawprint.core.identifier.Sha256;
import org.pawprint.standalone.archive.BareFile;
import tools.jackson.databind.json.JsonMapper;

/**
 * A batch of bare survey files as one event. Its id follows from the files and the collection, so
 * the same batch announced twice is the same event; and its source is that of all bare files, so a
 * file that came by another way is the same file.
 */
public record BackfillEvent(Optional<String> collection, List<Product> products) {
  /** A backfill event has at most so many files, and bytes in all of them together. */
  public static final int MOST_FILES = 500;

  static final long MOST_BYTES = 64L << 20;

  /** The ledger keeps events of at most 256 kB whole. */
  static final int MOST_EVENT_BYTES = 240_000;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  public BackfillEvent {
    products = List.copyOf(products);
  }

  /**
   * A file below one of the archive's roots.
   *
   * @param stamp changes when the file changes
   */
  public record Product(URI uri, long bytes, Optional<Sha256> sha256, String stamp) {
    private static final int BESIDE_URI = 130;

    /** About how many bytes it takes in the event. */
    static int eventBytes(int uriLength) {
      return uriLength + BESIDE_URI;
    }

    private String identity() {
      return uri + "|" + bytes + "|" + sha256.map(Sha256::hex).orElse(stamp);
    }

    private Map<String, Object> json() {
      Map<String, Object> product = new LinkedHashMap<>();
      product.put("uri", uri.toString());
      product.put("size", bytes);
      sha256.ifPresent(digest -> product.put("sha256", digest.hex()));
      return product;
    }
  }

  /** CloudEvents id. */
  public String id() {
    StringBuilder identity = new StringBuilder(collection.orElse(""));
    products.forEach(product -> identity.append('\n').append(product.identity()));
    return "backfill-" + Sha256.of(identity.toString().getBytes(StandardCharsets.UTF_8)).hex();
  }

  /** UTF-8 JSON. */
  public byte[] json() {
    List<Map<String, Object>> files = new ArrayList<>();
    products.forEach(product -> files.add(product.json()));
    Map<String, Object> data = new LinkedHashMap<>();
    collection.ifPresent(c -> data.put("collection", c));
    data.put("products", files);
    data.put("data_rights", "public");
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("specversion", "1.0");
    event.put("id", id());
    event.put("source", BareFile.SOURCE);
    event.put("type", "org.pawprint.reduction.completed.v1");
    event.put("datacontenttype", "application/json");
    event.put("data", data);
    return JSON.writeValueAsBytes(event);
  }
}
