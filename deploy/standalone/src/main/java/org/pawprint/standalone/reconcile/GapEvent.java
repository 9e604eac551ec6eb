package org.pawprint.standalone.reconcile;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.pawprint.standalone.archive.BareFile;
import tools.jackson.databind.json.JsonMapper;

/**
 * The event of a reduction that its publisher lists and never announced. Its id comes from what it
 * says, so that asking twice is asking once.
 *
 * @param file where the archive can read it
 * @param modified when the file was last written: when its reduction ended, if the list does not
 *     say
 */
record GapEvent(ManifestEntry entry, BareFile file, Instant modified, String source) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  String id() {
    String identity =
        String.join(
            "|",
            source,
            entry.collection(),
            entry.reductionId().orElse(""),
            entry.version().map(String::valueOf).orElse(""),
            file.sha256().hex());
    return UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8)).toString();
  }

  byte[] json() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("collection", entry.collection());
    entry.reductionId().ifPresent(id -> data.put("reduction_id", id));
    entry.version().ifPresent(version -> data.put("reduction_version", version));
    entry.dataRights().ifPresent(rights -> data.put("data_rights", rights));
    entry.releaseDate().ifPresent(date -> data.put("release_date", date));
    data.put(
        "products",
        List.of(
            Map.of(
                "uri", file.uri().toString(),
                "size", file.bytes(),
                "sha256", file.sha256().hex(),
                "role", "reduced")));
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("specversion", "1.0");
    event.put("id", id());
    event.put("source", source);
    event.put("type", "org.pawprint.reduction.completed.v1");
    entry
        .time()
        .or(() -> entry.reductionId().map(id -> modified.toString()))
        .ifPresent(time -> event.put("time", time));
    event.put("datacontenttype", "application/json");
    event.put("data", data);
    return JSON.writeValueAsBytes(event);
  }
}
