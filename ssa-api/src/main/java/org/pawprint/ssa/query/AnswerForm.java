package org.pawprint.ssa.query;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.pawprint.core.dali.ParameterFaults;
import org.pawprint.core.votable.VoTableMedia;

/** The forms of an answer itself, by RESPONSEFORMAT (DALI-1.1 3.4.3); FORMAT is about spectra. */
public enum AnswerForm {
  TABLEDATA(
      VoTableMedia.VOTABLE,
      List.of("votable", VoTableMedia.VOTABLE, "text/xml", VoTableMedia.TABLEDATA)),
  BINARY2(VoTableMedia.BINARY2, List.of("votable/b2", "binary2", VoTableMedia.BINARY2)),
  CSV("text/csv;header=present", List.of("csv", "text/csv", "text/csv;header=present")),
  TSV("text/tab-separated-values", List.of("tsv", "text/tab-separated-values")),
  JSON("application/json", List.of("json", "application/json")),
  FITS("application/fits", List.of("fits", "application/fits"));

  private final String mediaType;
  private final List<String> names;

  AnswerForm(String mediaType, List<String> names) {
    this.mediaType = mediaType;
    this.names = names;
  }

  public String mediaType() {
    return mediaType;
  }

  /** Short names, as FORMAT=METADATA offers them. */
  public static String[] shortNames() {
    return Arrays.stream(values()).map(form -> form.names.get(0)).toArray(String[]::new);
  }

  /**
   * A form and the media type by which the client asked for it, which DALI wants to see again.
   *
   * @param mediaType for the header Content-Type
   */
  public record Requested(AnswerForm form, String mediaType) {
    /** What comes when RESPONSEFORMAT is not given. */
    public static final Requested DEFAULT = new Requested(TABLEDATA, TABLEDATA.mediaType);
  }

  /**
   * Reads RESPONSEFORMAT; names in any case, blanks around the semicolon of a media type ignored.
   *
   * @throws ParameterFaults for a form that is not served
   */
  static Requested parse(String text) {
    String wanted =
        text.strip()
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\s*;\\s*", ";")
            // A plus that was not encoded arrives as a blank.
            .replace("x-votable xml", "x-votable+xml");
    for (AnswerForm form : values()) {
      for (String name : form.names) {
        if (name.equalsIgnoreCase(wanted)) {
          return new Requested(
              form, name.indexOf('/') > 0 && form != BINARY2 ? name : form.mediaType);
        }
      }
    }
    throw ParameterFaults.of(
        SsaParameter.RESPONSEFORMAT.name(),
        text,
        Arrays.stream(values())
            .flatMap(form -> form.names.stream())
            .collect(Collectors.joining(", ", "one of ", "")));
  }
}
