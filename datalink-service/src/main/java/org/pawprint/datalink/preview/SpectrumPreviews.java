package org.pawprint.datalink.preview;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.datalink.http.Download;
import org.pawprint.datalink.http.Places;
import org.pawprint.store.catalogue.StoredSpectrum;
import org.pawprint.store.file.SegmentReader;
import org.springframework.stereotype.Component;

/** Makes the pictures of spectra, no more at once than there are processors. */
@Component
final class SpectrumPreviews {
  /** Name and version of the drawing; to be raised with every change of the pictures. */
  private static final String DRAWN_BY = "pawprint-preview-1";

  private final SegmentReader segments;

  /** A picture in the making takes some ten megabytes, and a processor. */
  private final Places drawing =
      new Places(
          Runtime.getRuntime().availableProcessors(),
          Duration.ofSeconds(5),
          "other pictures are being drawn; come again");

  SpectrumPreviews(SegmentReader segments) {
    this.segments = segments;
  }

  /** The picture of a spectrum that is no cube. */
  Download download(StoredSpectrum stored, PreviewSize size) {
    return new Download(
        PreviewSize.MEDIA_TYPE,
        "",
        identity(stored, size),
        size.bytes(),
        (first, length, out) -> write(stored, size, first, length, out));
  }

  private void write(
      StoredSpectrum stored, PreviewSize size, long first, long length, OutputStream out)
      throws IOException {
    out.write(png(stored, size), Math.toIntExact(first), Math.toIntExact(length));
  }

  private byte[] png(StoredSpectrum stored, PreviewSize size) throws IOException {
    try (Places.Place place = drawing.take()) {
      return SpectrumPlot.png(stored.row(), stored.spectrum(segments.read(stored.slice())), size);
    }
  }

  /** Its title comes from the row, so the row's last change is part of the identity. */
  private static String identity(StoredSpectrum stored, PreviewSize size) {
    return String.join(
        "\n",
        stored.did().toString(),
        String.valueOf(stored.row().value(ObsCoreColumn.LAST_MODIFIED)),
        size.toString(),
        DRAWN_BY);
  }
}
