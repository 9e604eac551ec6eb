package org.pawprint.catalogue.survey.twodfdr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pawprint.catalogue.survey.LoadedFile;
import org.pawprint.catalogue.survey.LoadedSpectrum;
import org.pawprint.catalogue.survey.Pixels;
import org.pawprint.catalogue.survey.SurveyFile;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.FitsHdu;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.fits.UnreadableFits;
import org.pawprint.core.sky.SkyPosition;
import org.pawprint.core.spectrum.Spectrum;

/**
 * Reads reduced frames of one instrument: the primary image with a row per fibre, VARIANCE,
 * WAVELENGTH and SKY where there are any, and the table FIBRES; in any order, others are ignored.
 */
public final class FrameReader {
  /** Reduction classes with objects in the fibres; arcs, flats and darks have the same layout. */
  private static final List<String> OBJECT_CLASSES = List.of("MFOBJECT", "MFFLX");

  /** Neither 2dfdr nor runz writes a unit: the flux is in counts. */
  private static final String FLUX_UNIT = "count";

  private final FibreInstrument instrument;

  public FrameReader(FibreInstrument instrument) {
    this.instrument = instrument;
  }

  /** Whether INSTRUME names the instrument and the frame has its objects in a fibre table. */
  public boolean recognises(FitsFile fits) {
    return fits.primary()
            .header()
            .text("INSTRUME")
            .filter(instrument.keyword()::equalsIgnoreCase)
            .isPresent()
        && holdsObjects(fits)
        && FibreFrame.in(fits).isPresent();
  }

  /**
   * Whether a frame without INSTRUME, which co-adds may have lost, has the complete layout: PIVOT
   * among the columns and a variance for every pixel.
   */
  public static boolean isUnnamedFrame(FitsFile fits) {
    return fits.primary().header().text("INSTRUME").isEmpty()
        && holdsObjects(fits)
        && FibreFrame.in(fits)
            .filter(frame -> frame.fibres().has("PIVOT"))
            .filter(frame -> frame.variance().filter(frame::sameShape).isPresent())
            .isPresent();
  }

  private static boolean holdsObjects(FitsFile fits) {
    return fits.primary().header().text("NDFCLASS").map(OBJECT_CLASSES::contains).orElse(true);
  }

  /**
   * Every programme fibre. One bad fibre does not cost the others.
   *
   * @throws UnreadableFits when the frame as a whole cannot be read
   */
  public LoadedFile load(SurveyFile file) {
    FibreFrame frame =
        FibreFrame.in(file.fits())
            .orElseThrow(
                () ->
                    new UnreadableFits(
                        file.name(), "", "FIBRES", "no match", "a row of the image per fibre"));
    checkVariance(frame);
    FitsHeader header = frame.header();
    List<Fibre> programme = programme(frame);
    FrameInputs inputs = FrameInputs.of(header);
    FrameIdentity identity = FrameIdentity.of(instrument, header, inputs, programme);
    FrameRows rows = new FrameRows(instrument, header, inputs, identity);
    FrameAxes axes = FrameAxes.of(frame, instrument.range());
    FrameSky sky = new FrameSky(frame, axes);
    String unit = header.text("BUNIT").orElse(FLUX_UNIT);
    List<LoadedSpectrum> spectra = new ArrayList<>(programme.size());
    List<String> rejected = new ArrayList<>();
    for (Fibre fibre : programme) {
      try {
        SkyPosition position = fibre.position(frame.fibres());
        int row = fibre.number() - 1;
        Spectrum spectrum = spectrum(frame, axes, row, unit);
        spectra.add(
            new LoadedSpectrum(
                identity.spectrumName(fibre),
                rows.row(fibre, position, spectrum),
                spectrum,
                sky.of(row)));
      } catch (IllegalArgumentException e) {
        rejected.add("fibre %d (%s): %s".formatted(fibre.number(), fibre.name(), e.getMessage()));
      }
    }
    return new LoadedFile(spectra, frame.rows() - programme.size(), rejected);
  }

  private static void checkVariance(FibreFrame frame) {
    Optional<FitsHdu> wrong = frame.variance().filter(v -> !frame.sameShape(v));
    if (wrong.isPresent()) {
      throw wrong
          .get()
          .header()
          .unreadable("NAXIS1", frame.rows() + " rows of " + frame.length() + " pixels, as flux");
    }
  }

  private static List<Fibre> programme(FibreFrame frame) {
    List<Fibre> programme = new ArrayList<>(frame.rows());
    for (int row = 0; row < frame.rows(); row++) {
      Fibre fibre = Fibre.of(frame.fibres(), row);
      if (fibre.isProgramme()) {
        programme.add(fibre);
      }
    }
    return programme;
  }

  private static Spectrum spectrum(FibreFrame frame, FrameAxes axes, int row, String unit) {
    float[] flux = frame.flux().floatRow(row);
    Pixels pixels =
        frame
            .variance()
            .map(variance -> Pixels.ofVariance(flux, variance.floatRow(row)))
            .orElseGet(() -> Pixels.withoutErrors(flux));
    return pixels.on(axes.axis(row), axes.medium(), axes.frame(), unit);
  }
}
