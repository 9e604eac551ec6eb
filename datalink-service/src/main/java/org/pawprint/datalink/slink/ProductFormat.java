package org.pawprint.datalink.slink;

import java.util.List;
import java.util.Locale;
import org.pawprint.core.dali.ParameterFaults;
import org.pawprint.core.votable.VoTableMedia;

/** The forms in which a simplified spectrum is served. */
public enum ProductFormat {
  VOTABLE(VoTableMedia.VOTABLE, List.of("votable", VoTableMedia.VOTABLE, "text/xml")),
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
  record Requested(ProductFormat format, String mediaType) {}

  /**
   * Reads RESPONSEFORMAT; names in any case.
   *
   * @throws ParameterFaults for a format that is not served
   */
  static Requested parse(String text) {
    // A plus that was not encoded arrives as a blank.
    String wanted = text.trim().toLowerCase(Locale.ROOT).replace("x-votable xml", "x-votable+xml");
    for (ProductFormat format : values()) {
      if (format.names.contains(wanted)) {
        boolean isMediaType = wanted.indexOf('/') > 0;
        return new Requested(format, isMediaType ? wanted : format.mediaType);
      }
    }
    throw ParameterFaults.of(
        PARAMETER,
        text,
        "one of %s, %s".formatted(String.join(", ", VOTABLE.names), String.join(", ", FITS.names)));
  }
}
