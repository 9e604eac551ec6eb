package org.pawprint.catalogue.pipeline;

import static org.pawprint.core.obscore.ObsCoreColumn.BAND_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.DATA_RIGHTS;
import static org.pawprint.core.obscore.ObsCoreColumn.OBS_COLLECTION;
import static org.pawprint.core.obscore.ObsCoreColumn.OBS_CREATION_DATE;
import static org.pawprint.core.obscore.ObsCoreColumn.OBS_ID;
import static org.pawprint.core.obscore.ObsCoreColumn.OBS_PUBLISHER_DID;
import static org.pawprint.core.obscore.ObsCoreColumn.OBS_RELEASE_DATE;
import static org.pawprint.core.obscore.ObsCoreColumn.OBS_TITLE;
import static org.pawprint.core.obscore.ObsCoreColumn.PIPELINE;
import static org.pawprint.core.obscore.ObsCoreColumn.PROPOSAL_ID;
import static org.pawprint.core.obscore.ObsCoreColumn.PUBLISHER_ID;
import static org.pawprint.core.obscore.ObsCoreColumn.REDUCTION_ID;
import static org.pawprint.core.obscore.ObsCoreColumn.REDUCTION_VERSION;
import static org.pawprint.core.obscore.ObsCoreColumn.TARGET_NAME;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pawprint.catalogue.survey.LoadedEntry;
import org.pawprint.core.event.StageCommand;
import org.pawprint.core.identifier.PublisherDid;
import org.pawprint.core.identifier.ReductionVersion;
import org.pawprint.core.identifier.Sha256;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.obscore.ObsCoreRow;

/**
 * Gives loaded spectra and cubes their identity, and their rows what comes from the event rather
 * than from the file: collection, version, rights, dates.
 */
final class Identification {
  private final String authority;

  /**
   * @param authority IVOA authority of the archive
   */
  Identification(String authority) {
    this.authority = authority;
  }

  /** A spectrum or cube with its DID and finished row. */
  record Identified(PublisherDid did, ObsCoreRow row, LoadedEntry loaded) {}

  /** The collection a file goes to. */
  static String collection(StageCommand command, FileLoad.Loaded load) {
    return command.collection().orElse(load.loader().defaultCollection());
  }

  static ReductionVersion version(StageCommand command, FileLoad.Loaded load) {
    return new ReductionVersion(
        command.reductionVersion(),
        command.time(),
        new Sha256(load.file().sha256()),
        load.loader().revision());
  }

  /**
   * The reduction this file is a version of. A reduction of several files is several reductions
   * here, told apart by what each holds, so that each is versioned by itself.
   */
  static Optional<String> reductionId(StageCommand command, FileLoad.Loaded load) {
    return command
        .reductionId()
        .map(id -> command.files().size() == 1 ? id : id + "#" + load.file().name());
  }

  /**
   * Identified spectra and cubes, in file order each; a second one of the same name in a file is
   * left out and reported, since two cannot share a DID.
   *
   * @param repeated receives a line for each left out
   */
  List<Identified> identify(StageCommand command, FileLoad.Loaded load, List<String> repeated) {
    String collection = collection(command, load);
    ReductionVersion version = version(command, load);
    String key = reductionId(command, load).orElse("file:" + version.original().hex());
    String digest = version.digest(key);
    List<Identified> identified = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (LoadedEntry entry : load.content().entries()) {
      PublisherDid did =
          new PublisherDid(
              authority,
              collection,
              entry.row().requiredText(OBS_ID),
              entry.name(),
              Optional.of(digest));
      if (seen.add(did.toString().toLowerCase(Locale.ROOT))) {
        identified.add(new Identified(did, row(entry, did, command, version, load), entry));
      } else {
        repeated.add(entry.name() + " of " + did.obsId() + " stands in the file twice");
      }
    }
    return identified;
  }

  private ObsCoreRow row(
      LoadedEntry entry,
      PublisherDid did,
      StageCommand command,
      ReductionVersion version,
      FileLoad.Loaded load) {
    ObsCoreRow.Builder row = entry.row().toBuilder();
    row.set(OBS_COLLECTION, did.collection());
    row.set(OBS_PUBLISHER_DID, did.toString());
    row.set(PUBLISHER_ID, "ivo://" + authority);
    row.set(DATA_RIGHTS, command.rights());
    row.set(OBS_RELEASE_DATE, command.releaseDate().orElse(null));
    row.set(OBS_CREATION_DATE, command.time().orElse(null));
    row.set(REDUCTION_ID, reductionId(command, load).orElse(null));
    row.set(REDUCTION_VERSION, version.label());
    fillIfAbsent(row, entry.row(), PROPOSAL_ID, command.facts().get("programme"));
    String pipeline = command.facts().get("twodfdr_version");
    fillIfAbsent(row, entry.row(), PIPELINE, pipeline == null ? null : "2dfdr " + pipeline);
    fillIfAbsent(row, entry.row(), OBS_TITLE, title(entry.row(), did));
    return row.build();
  }

  private static void fillIfAbsent(
      ObsCoreRow.Builder row, ObsCoreRow loaded, ObsCoreColumn column, @Nullable String value) {
    if (loaded.value(column) == null) {
      row.set(column, value);
    }
  }

  private static String title(ObsCoreRow row, PublisherDid did) {
    return row.text(TARGET_NAME).map(name -> name + ", ").orElse("")
        + row.text(BAND_NAME).map(band -> band + ", ").orElse("")
        + did.collection()
        + " "
        + did.obsId();
  }
}
