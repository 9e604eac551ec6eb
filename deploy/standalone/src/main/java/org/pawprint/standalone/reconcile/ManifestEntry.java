package org.pawprint.standalone.reconcile;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One file of a reduction, as its publisher lists it.
 *
 * @param line of the manifest, from 1
 * @param reductionId the publisher's; a file without one is known by its digest alone
 * @param version the publisher's number
 * @param sha256 in lower case
 * @param file where the publisher has it; relative to the manifest
 * @param time when the reduction ended, for the event, should one have to be made
 * @param dataRights likewise
 * @param releaseDate likewise
 */
public record ManifestEntry(
    int line,
    String collection,
    Optional<String> reductionId,
    Optional<Long> version,
    Optional<String> sha256,
    Optional<Path> file,
    Optional<String> time,
    Optional<String> dataRights,
    Optional<String> releaseDate) {

  /** Under which reduction the catalogue holds it. */
  String key() {
    return reductionId.or(() -> sha256.map(sha -> "file:" + sha)).orElse("");
  }

  /** The same with its digest known. */
  ManifestEntry with(String digest) {
    return new ManifestEntry(
        line,
        collection,
        reductionId,
        version,
        Optional.of(digest),
        file,
        time,
        dataRights,
        releaseDate);
  }

  /** For reports. */
  Map<String, Object> asMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("collection", collection);
    reductionId.ifPresent(id -> map.put("reduction_id", id));
    version.ifPresent(v -> map.put("version", v));
    sha256.ifPresent(sha -> map.put("sha256", sha));
    file.ifPresent(f -> map.put("file", f.toString()));
    return map;
  }

  /** For people. */
  String words() {
    return collection
        + " "
        + reductionId.orElseGet(() -> file.map(Path::toString).orElseGet(this::key))
        + version.map(v -> " version " + v).orElse("");
  }
}
