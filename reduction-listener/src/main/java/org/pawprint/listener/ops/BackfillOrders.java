package org.pawprint.listener.ops;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pawprint.store.backfill.BackfillBatches.Aside;

/** What the backfill command posts; any field may be missing or wrong until it is checked. */
final class BackfillOrders {
  private static final int MOST_FILES = 500;
  private static final int MOST_ASIDES = 10_000;
  private static final int LONGEST = 8192;
  private static final Pattern COLLECTION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.+-]{0,63}");

  private BackfillOrders() {}

  private static String text(String name, @Nullable String value, String expected) {
    if (value == null || value.isBlank() || value.length() > LONGEST || value.indexOf('\0') >= 0) {
      throw new OpsFault(name, value == null ? "" : value, expected);
    }
    return value;
  }

  /** Over which files, and whether to begin anew where an unfinished run could be taken up. */
  record Begin(@Nullable String what, @Nullable String collection, @Nullable Boolean fresh) {
    String whatChecked() {
      return text("what", what, "the path of a folder, tar or manifest");
    }

    Optional<String> collectionChecked() {
      if (collection != null && !COLLECTION.matcher(collection).matches()) {
        throw new OpsFault("collection", collection, "up to 64 of letters, digits, _ . + -");
      }
      return Optional.ofNullable(collection);
    }

    boolean isNew() {
      return Boolean.TRUE.equals(fresh);
    }
  }

  /** The event that carries these files. */
  record Batch(@Nullable String source, @Nullable String id, @Nullable List<String> names) {
    String sourceChecked() {
      return text("source", source, "the CloudEvents source");
    }

    String idChecked() {
      return text("id", id, "the CloudEvents id");
    }

    List<String> namesChecked() {
      if (names == null || names.isEmpty() || names.size() > MOST_FILES) {
        throw new OpsFault(
            "names", names == null ? "" : names.size() + " names", "1 to " + MOST_FILES + " names");
      }
      names.forEach(name -> text("names", name, "the name of a file"));
      return names;
    }
  }

  /** The last file of a batch that has ended. */
  record Cursor(@Nullable String place, @Nullable Long files) {
    String placeChecked() {
      return text("place", place, "the place of a file");
    }

    long filesChecked() {
      if (files == null || files < 0) {
        throw new OpsFault("files", String.valueOf(files), "how many files there are up to here");
      }
      return files;
    }
  }

  /** A file that is not announced. */
  record AsideFile(@Nullable String name, @Nullable Boolean parked, @Nullable String reason) {
    Aside checked() {
      return new Aside(
          text("name", name, "the name of a file"),
          Boolean.TRUE.equals(parked),
          text("reason", reason, "why it is not announced"));
    }
  }

  /** Files that are not announced. */
  record Asides(@Nullable List<AsideFile> files) {
    List<Aside> filesChecked() {
      if (files == null || files.isEmpty() || files.size() > MOST_ASIDES) {
        throw new OpsFault(
            "files",
            files == null ? "" : files.size() + " files",
            "1 to " + MOST_ASIDES + " files");
      }
      return files.stream().map(AsideFile::checked).toList();
    }
  }
}
