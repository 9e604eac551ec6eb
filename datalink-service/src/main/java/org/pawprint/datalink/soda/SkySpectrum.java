package org.pawprint.datalink.soda;

import static org.pawprint.core.obscore.ObsCoreColumn.DATAPRODUCT_SUBTYPE;
import static org.pawprint.core.obscore.ObsCoreColumn.OBS_TITLE;
import static org.pawprint.core.obscore.ObsCoreColumn.O_UNIT;
import static org.pawprint.core.obscore.ObsCoreColumn.QUALITY_FLAGS;
import static org.pawprint.core.obscore.ObsCoreColumn.TARGET_NAME;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.pawprint.core.dali.ParameterFaults;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.FitsHdu;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.soda.SodaParameter;
import org.pawprint.core.soda.Words;
import org.pawprint.core.spectrum.ErrorKind;
import org.pawprint.core.spectrum.MaskBit;
import org.pawprint.core.spectrum.QualityFlag;
import org.pawprint.core.spectrum.SkyPlace;
import org.pawprint.core.spectrum.SpectralAxis;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.store.catalogue.StoredSpectrum;
import org.pawprint.store.file.SegmentReader;
import org.pawprint.store.search.Caller;
import org.springframework.stereotype.Component;

/**
 * The sky that was subtracted from a spectrum, out of its original file: on the pixels of the
 * spectrum, in its unit and no better calibrated, without errors.
 */
@Component
final class SkySpectrum {
  /** What is known of the target and the exposure; the others are about the flux. */
  private static final List<QualityFlag> KEPT =
      List.of(
          QualityFlag.NO_ERROR,
          QualityFlag.BELOW_2000_ANGSTROM,
          QualityFlag.FIELD_POSITION,
          QualityFlag.DOUBTED,
          QualityFlag.REDSHIFT_DOUBTED);

  private final SegmentReader segments;
  private final OriginalReading originals;

  SkySpectrum(SegmentReader segments, OriginalReading originals) {
    this.segments = segments;
    this.originals = originals;
  }

  /**
   * @throws ParameterFaults when the catalogue knows of none
   */
  Prepared of(StoredSpectrum stored, Caller caller) throws IOException {
    SkyPlace place =
        stored
            .sky()
            .orElseThrow(
                () ->
                    ParameterFaults.of(
                        SodaParameter.COMPONENT.name(),
                        Words.Component.SKY.name(),
                        "FLUX: the catalogue knows of no sky of %s on the same pixels"
                            .formatted(stored.did())));
    float[] values = originals.read(stored, caller, file -> values(file, place, stored));
    Spectrum spectrum = stored.spectrum(segments.read(stored.slice()));
    blankEnds(values, spectrum);
    return prepared(stored, spectrum.axis(), values);
  }

  /**
   * Where a spectrum has not begun or has ended, surveys fill up its sky with one number: no sky,
   * in distinction from that which 2dfdr has beside the first and behind the last pixel.
   */
  private static void blankEnds(float[] values, Spectrum spectrum) {
    int last = values.length - 1;
    int before = filled(values, spectrum, 0, 1);
    int behind = filled(values, spectrum, last, -1);
    Arrays.fill(values, 0, before, Float.NaN);
    Arrays.fill(values, values.length - behind, values.length, Float.NaN);
  }

  /** Pixels from one end on with its number while the spectrum is blank; one alone is none. */
  private static int filled(float[] values, Spectrum spectrum, int end, int step) {
    int count = 0;
    for (int i = end;
        count < values.length && isBlank(spectrum, i) && values[i] == values[end];
        i += step) {
      count++;
    }
    return count > 1 ? count : 0;
  }

  private static boolean isBlank(Spectrum spectrum, int pixel) {
    return (spectrum.mask()[pixel] & MaskBit.BLANK.bit()) != 0;
  }

  private static float[] values(FitsFile file, SkyPlace place, StoredSpectrum stored) {
    FitsHdu image = file.hdu(place.hdu());
    int pixels = stored.slice().pixels();
    return image.floats((long) place.row() * pixels, pixels);
  }

  /**
   * @param values as in the file, taken over
   */
  static Prepared prepared(StoredSpectrum stored, SpectralAxis axis, float[] values) {
    byte[] mask = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      if (SkyPlace.isBlank(values[i])) {
        values[i] = Float.NaN;
        mask[i] = (byte) MaskBit.BLANK.bit();
      }
    }
    Spectrum sky =
        new Spectrum(
            axis,
            stored.medium(),
            stored.frame(),
            values,
            null,
            mask,
            stored.row().text(O_UNIT).orElse(""),
            ErrorKind.NONE);
    return Prepared.of(
        stored, row(stored), sky, WavelengthFrame.stretch(stored.row(), sky.frame()));
  }

  private static ObsCoreRow row(StoredSpectrum stored) {
    ObsCoreRow row = stored.row();
    int flags = row.number(QUALITY_FLAGS).orElse(0.0).intValue() | QualityFlag.NO_ERROR.bit();
    return row.toBuilder()
        .set(OBS_TITLE, title(stored))
        .set(DATAPRODUCT_SUBTYPE, "sky")
        .set(
            QUALITY_FLAGS,
            KEPT.stream().mapToInt(QualityFlag::bit).reduce(0, (all, bit) -> all | flags & bit))
        .build();
  }

  private static String title(StoredSpectrum stored) {
    ObsCoreRow row = stored.row();
    return "Sky subtracted from "
        + row.text(OBS_TITLE)
            .or(() -> row.text(TARGET_NAME))
            .orElseGet(() -> stored.did().toString());
  }
}
