package org.pawprint.catalogue.survey.aaomega;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pawprint.catalogue.survey.LoadedFile;
import org.pawprint.catalogue.survey.LoadedSpectrum;
import org.pawprint.catalogue.survey.LoaderFacts;
import org.pawprint.catalogue.survey.Pixels;
import org.pawprint.catalogue.survey.SurveyFile;
import org.pawprint.catalogue.survey.SurveyLoader;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.FitsHdu;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.fits.UnreadableFits;
import org.pawprint.core.sky.SkyPosition;
import org.pawprint.core.spectrum.Spectrum;

/**
 * Frames of 2dF with AAOmega as reduced by 2dfdr, single, combined or spliced, and cuts and co-adds
 * of them in the same layout (runz, Marz).
 *
 * <ul>
 *   <li>Data model: 2dfdr, as in the AAO's manual and in real files; it has no version.
 *   <li>HDUs: the primary image with a row per fibre, VARIANCE, WAVELENGTH where there is one, and
 *       the table FIBRES; in any order, others are ignored.
 *   <li>Wavelength: ångström in air, linear about a reference pixel in mid-array, centre of the
 *       pixel; a WAVELENGTH image overrules (see {@link AaomegaAxes}).
 *   <li>Flux: counts, not calibrated, unless BUNIT names another unit.
 *   <li>Error: variance; zero or below means none.
 *   <li>Blanks: NaN. There is no mask of bad pixels.
 *   <li>Departures: CUNIT1 has the comment of axis 2 or, from SWarp, the unit {@code deg}; the
 *       cards of axis 2 mean nothing; RA and DEC of the fibres are in radians.
 * </ul>
 */
public final class AaomegaLoader implements SurveyLoader {
  private static final String INSTRUMENT = "AAOMEGA-2dF";

  /** Reduction classes with objects in the fibres; arcs, flats and darks have the same layout. */
  private static final List<String> OBJECT_CLASSES = List.of("MFOBJECT", "MFFLX");

  /** Neither 2dfdr nor runz writes a unit: the flux is in counts. */
  private static final String FLUX_UNIT = "count";

  @Override
  public String name() {
    return "aaomega";
  }

  @Override
  public int revision() {
    return 1;
  }

  /** Data Central's name for what the pipeline makes of the AAT archive. */
  @Override
  public String defaultCollection() {
    return "aat_archive";
  }

  @Override
  public LoaderFacts facts() {
    return new LoaderFacts(
        "2dF/AAOmega frames of 2dfdr: single, combined, spliced; cuts and co-adds of them",
        "a table FIBRES (NAME, RA, DEC, TYPE) with a row per row of the primary image; INSTRUME AAOMEGA-2dF, or none"
            + " and VARIANCE and PIVOT",
        "air; vacuum with VACUUM = T",
        "topocentric unless SPECSYS says otherwise",
        "variance",
        "2dfdr manual; real files of Marz and OzDES");
  }

  @Override
  public boolean recognises(FitsFile fits) {
    FitsHeader header = fits.primary().header();
    Optional<String> instrument = header.text("INSTRUME");
    if (instrument.isPresent() && !instrument.get().equalsIgnoreCase(INSTRUMENT)) {
      return false;
    }
    if (!header.text("NDFCLASS").map(OBJECT_CLASSES::contains).orElse(true)) {
      return false;
    }
    Optional<AaomegaFrame> frame = AaomegaFrame.in(fits);
    // A co-add may have lost INSTRUME; then the layout has to be complete.
    return frame.isPresent()
        && (instrument.isPresent()
            || (frame.get().fibres().has("PIVOT")
                && frame.get().variance().filter(frame.get()::sameShape).isPresent()));
  }

  @Override
  public LoadedFile load(SurveyFile file) {
    AaomegaFrame frame =
        AaomegaFrame.in(file.fits())
            .orElseThrow(
                () ->
                    new UnreadableFits(
                        file.name(), "", "FIBRES", "no match", "a row of the image per fibre"));
    checkVariance(frame);
    List<Fibre> programme = programme(frame);
    FrameInputs inputs = FrameInputs.of(frame.header());
    FrameIdentity identity = FrameIdentity.of(frame.header(), inputs, programme);
    AaomegaRows rows = new AaomegaRows(frame.header(), inputs, identity);
    AaomegaAxes axes = AaomegaAxes.of(frame);
    String unit = frame.header().text("BUNIT").orElse(FLUX_UNIT);
    List<LoadedSpectrum> spectra = new ArrayList<>(programme.size());
    List<String> rejected = new ArrayList<>();
    for (Fibre fibre : programme) {
      try {
        SkyPosition position = fibre.position(frame.fibres());
        Spectrum spectrum = spectrum(frame, axes, fibre.number() - 1, unit);
        spectra.add(
            new LoadedSpectrum(
                identity.spectrumName(fibre), rows.row(fibre, position, spectrum), spectrum));
      } catch (IllegalArgumentException e) {
        rejected.add("fibre %d (%s): %s".formatted(fibre.number(), fibre.name(), e.getMessage()));
      }
    }
    return new LoadedFile(spectra, frame.rows() - programme.size(), rejected);
  }

  private static void checkVariance(AaomegaFrame frame) {
    Optional<FitsHdu> wrong = frame.variance().filter(v -> !frame.sameShape(v));
    if (wrong.isPresent()) {
      throw wrong
          .get()
          .header()
          .unreadable("NAXIS1", frame.rows() + " rows of " + frame.length() + " pixels, as flux");
    }
  }

  private static List<Fibre> programme(AaomegaFrame frame) {
    List<Fibre> programme = new ArrayList<>(frame.rows());
    for (int row = 0; row < frame.rows(); row++) {
      Fibre fibre = Fibre.of(frame.fibres(), row);
      if (fibre.isProgramme()) {
        programme.add(fibre);
      }
    }
    return programme;
  }

  private static Spectrum spectrum(AaomegaFrame frame, AaomegaAxes axes, int row, String unit) {
    float[] flux = frame.flux().floatRow(row);
    Pixels pixels =
        frame
            .variance()
            .map(variance -> Pixels.ofVariance(flux, variance.floatRow(row)))
            .orElseGet(() -> Pixels.withoutErrors(flux));
    return pixels.on(axes.axis(row), axes.medium(), axes.frame(), unit);
  }
}
