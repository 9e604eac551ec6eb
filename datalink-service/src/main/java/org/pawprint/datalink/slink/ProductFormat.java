package org.pawprint.datalink.slink;

import java.util.ArrayList;
import java.util.List;
import org.pawprint.core.dali.ParameterFaults;
import org.pawprint.core.votable.VoTableMedia;

/** The forms in which a simplified spectrum is served. */
public enum ProductFormat {
  VOTABLE(VoTableMedia.VOTABLE, List.of("votable", VoTableMedia.VOTABLE, "text/xml")),
  VOTABLE_BINARY2(VoTableMedia.BINARY2, List.of("votable/b2", VoTableMedia.BINARY2)),
  FITS("application/fits", List.of("fits", "application/fits", "image/fits"));

  /** The parameter's name (DALI 1.1, 3.4.3). */
  public static final String PARAMETER = "RESPONSEFORMAT";

  private final String mediaType;
  private final List<String> names;

  ProductFormat(String mediaType, List<String> names) {
    this.mediaType = mediaType;
    this.names = names;
  }

  public String mediaType() {
    return mediaType;
  }

  /** Short name, for addresses. */
  public String shortName() {
    return names.get(0);
  }

  /**
   * A format and the media type by which the client asked for it, which DALI wants to see again.
   */
  public record Requested(ProductFormat format, String mediaType) {}

  /**
   * Reads RESPONSEFORMAT; names in any case.
   *
   * @param others names that the endpoint knows besides, for the fault
   * @throws ParameterFaults for a format that is not served
   */
  public static Requested parse(String text, String... others) {
    // A plus that was not encoded arrives as a blank.
    String wanted =
        text.trim().replaceAll("(?i)x-votable xml", "x-votable+xml").replaceAll("\\s*;\\s*", ";");
    for (ProductFormat format : values()) {
      for (String name : format.names) {
        if (name.equalsIgnoreCase(wanted)) {
          boolean isOwn = name.equals(format.shortName()) || name.equals(format.mediaType);
          return new Requested(format, isOwn ? format.mediaType : name);
        }
      }
    }
    List<String> known = new ArrayList<>();
    for (ProductFormat format : values()) {
      known.addAll(format.names);
    }
    known.addAll(List.of(others));
    throw ParameterFaults.of(PARAMETER, text, "one of " + String.join(", ", known));
  }
}
