package org.pawprint.core.soda;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pawprint.core.votable.VoTableMedia;

/** The forms in which a derived spectrum is served: short names and media types. */
public enum SodaFormat {
  VOTABLE(VoTableMedia.VOTABLE, "votable", VoTableMedia.VOTABLE, "text/xml"),
  BINARY2(VoTableMedia.BINARY2, "votable/b2", VoTableMedia.BINARY2.toLowerCase(Locale.ROOT)),
  FITS("application/fits", "fits", "application/fits", "image/fits"),
  CSV("text/csv", "csv", "text/csv"),
  TSV("text/tab-separated-values", "tsv", "text/tab-separated-values");

  private final String mediaType;
  private final List<String> names;

  SodaFormat(String mediaType, String... names) {
    this.mediaType = mediaType;
    this.names = List.of(names);
  }

  /** A form and the media type by which the client asked for it, which DALI wants to see again. */
  public record Requested(SodaFormat format, String mediaType) {}

  public String mediaType() {
    return mediaType;
  }

  /** The name by which a request is recorded. */
  public String shortName() {
    return names.get(0);
  }

  /** Every name, of all forms. */
  public static List<String> allNames() {
    List<String> all = new ArrayList<>();
    for (SodaFormat format : values()) {
      all.addAll(format.names);
    }
    return all;
  }

  /** Reads a name in any case; empty for a form that is not served. */
  public static Optional<Requested> of(String text) {
    // A plus that was not encoded arrives as a blank.
    String wanted =
        text.strip()
            .toLowerCase(Locale.ROOT)
            .replace("x-votable xml", "x-votable+xml")
            .replace("; ", ";");
    for (SodaFormat format : values()) {
      if (format.names.contains(wanted)) {
        boolean isMediaType = format.names.indexOf(wanted) > 0;
        return Optional.of(new Requested(format, isMediaType ? wanted : format.mediaType));
      }
    }
    return Optional.empty();
  }
}
