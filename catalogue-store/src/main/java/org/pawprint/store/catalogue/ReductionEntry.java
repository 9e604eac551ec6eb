package org.pawprint.store.catalogue;

import java.util.List;
import java.util.Optional;
import org.pawprint.core.identifier.ReductionVersion;

/**
 * One original and its spectra and cubes, ready for the catalogue.
 *
 * @param reductionId the publisher's id; without it the file supersedes spectrum by spectrum only
 * @param supersedes id of an older reduction this one replaces, within source and collection
 * @param silent a replay: no notice to observers unless content changed
 */
public record ReductionEntry(
    String source,
    String collection,
    Optional<String> reductionId,
    ReductionVersion version,
    String loader,
    String originalName,
    Optional<String> supersedes,
    boolean silent,
    List<CatalogueEntry> spectra) {
  public ReductionEntry {
    spectra = List.copyOf(spectra);
  }

  /** Key under which versions of the same reduction compete. */
  public String key() {
    return reductionId.orElse("file:" + version.original().hex());
  }

  /** Short digest that the DIDs of this version carry. */
  public String versionDigest() {
    return version.digest(key());
  }
}
