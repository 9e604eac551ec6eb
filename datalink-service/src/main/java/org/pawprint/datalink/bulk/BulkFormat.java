package org.pawprint.datalink.bulk;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.pawprint.core.dali.ParameterFaults;
import org.pawprint.core.votable.VoTableMedia;

/** The forms in which many spectra are served, the default first. */
enum BulkFormat {
  VOTABLE(
      VoTableMedia.BINARY2,
      "spectra.vot",
      List.of("votable", "votable/b2", VoTableMedia.VOTABLE, VoTableMedia.BINARY2)),
  FITS("application/fits", "spectra.fits", List.of("fits", "application/fits")),
  ARROW(
      "application/vnd.apache.arrow.stream",
      "spectra.arrows",
      List.of("arrow", "application/vnd.apache.arrow.stream")),
  ZIP("application/zip", "spectra.zip", List.of("zip", "application/zip")),
  TAR("application/x-tar", "spectra.tar", List.of("tar", "application/x-tar"));

  static final String PARAMETER = "RESPONSEFORMAT";

  private final String mediaType;
  private final String fileName;
  private final List<String> names;

  BulkFormat(String mediaType, String fileName, List<String> names) {
    this.mediaType = mediaType;
    this.fileName = fileName;
    this.names = names;
  }

  String mediaType() {
    return mediaType;
  }

  /** Offered for saving. */
  String fileName() {
    return fileName;
  }

  /** Whether it holds the files of single spectra as they are. */
  boolean isOfFiles() {
    return this == ZIP || this == TAR;
  }

  /**
   * Reads RESPONSEFORMAT; names in any case.
   *
   * @throws ParameterFaults for a format that is not served
   */
  static BulkFormat parse(String text) {
    for (BulkFormat format : values()) {
      if (format.names.stream().anyMatch(text.strip()::equalsIgnoreCase)) {
        return format;
      }
    }
    throw ParameterFaults.of(
        PARAMETER,
        text,
        Arrays.stream(values())
            .flatMap(format -> format.names.stream())
            .collect(Collectors.joining(", ", "one of ", "")));
  }
}
