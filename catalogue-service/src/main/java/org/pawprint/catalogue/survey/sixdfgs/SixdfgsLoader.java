package org.pawprint.catalogue.survey.sixdfgs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pawprint.catalogue.survey.LoadedFile;
import org.pawprint.catalogue.survey.LoadedSpectrum;
import org.pawprint.catalogue.survey.LoaderFacts;
import org.pawprint.catalogue.survey.SurveyFile;
import org.pawprint.catalogue.survey.SurveyLoader;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.FitsHdu;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.fits.HduKind;
import org.pawprint.core.fits.UnreadableFits;

/**
 * Files of the 6dF Galaxy Survey: complete (thumbnails, then V, R and VR of every observation of a
 * target), split by Data Central into a file per spectrum, or as Data Central's table.
 *
 * <ul>
 *   <li>Data model: final data release, www-wfau.roe.ac.uk/6dFGS/fits.html.
 *   <li>HDUs: images named SPECTRUM V, SPECTRUM R and SPECTRUM VR, in that order, again for each
 *       observation; the primary of a split file. The table is described in {@link TabularFile}.
 *   <li>Wavelength: ångström in air, linear by CRPIX1, CRVAL1 and CDELT1, centre of the pixel;
 *       topocentric, as Z (measured) and Z_HELIO differ by the motion of the Earth. VR repeats it
 *       in a fourth row, in single precision, which counts where the two differ by more than that.
 *   <li>Flux: first row, counts, not calibrated; there is no BUNIT. VR is V and R scaled to meet,
 *       at the step of V.
 *   <li>Error: second row, variance; zero or below means none. The third row is the sky; in VR it
 *       is not on the pixels of the flux in the red half, and stops short of the end.
 *   <li>Blanks: NaN. There is no mask of bad pixels.
 *   <li>Departures: a second set of WCS cards with fewer digits; keywords end in the letter of the
 *       band; a redshift of −9 or below means none; a field observed in one band only repeats that
 *       band in the HDUs of the other and of VR.
 * </ul>
 *
 * <p>Spectra of the survey as GAMA serves them have other keywords and are not read here.
 */
public final class SixdfgsLoader implements SurveyLoader {
  private static final List<String> CARDS = List.of("OBSRA", "OBSDEC", "QUALITY");

  /** Name of the primary of a complete file, whether or not the target was observed. */
  private static final String THUMBNAIL = "SSS Bj image";

  private static final int LEAST_ROWS = 3;
  private static final int MOST_ROWS = 4;

  @Override
  public String name() {
    return "6dfgs";
  }

  @Override
  public int revision() {
    return 1;
  }

  @Override
  public String defaultCollection() {
    return "6dfgs_fdr";
  }

  @Override
  public LoaderFacts facts() {
    return new LoaderFacts(
        "6dFGS files: complete with V, R and VR of every observation, split, or as a table",
        "images SPECTRUM V, R or VR, or columns WAVE and FLUX, with OBSRA, OBSDEC, QUALITY and Z;"
            + " or a primary SSS Bj image; without GAMANAME",
        "air",
        "topocentric",
        "variance; none in the table",
        "www-wfau.roe.ac.uk/6dFGS/fits.html; real files of the three forms");
  }

  @Override
  public boolean recognises(FitsFile fits) {
    FitsHeader header = fits.primary().header();
    if (header.has("GAMANAME")) {
      return false;
    }
    return fits.primary().name().equalsIgnoreCase(THUMBNAIL)
        || !spectra(fits).isEmpty()
        || (isOurs(header) && TabularFile.in(fits).isPresent());
  }

  private static boolean isOurs(FitsHeader header) {
    return CARDS.stream().allMatch(header::has) && (header.has("Z_HELIO") || header.has("Z"));
  }

  private static List<FitsHdu> spectra(FitsFile fits) {
    return fits.hdus().stream()
        .filter(hdu -> Band.named(hdu).isPresent() && isImage(hdu) && isOurs(hdu.header()))
        .toList();
  }

  private static boolean isImage(FitsHdu hdu) {
    long[] shape = hdu.shape();
    return (hdu.kind() == HduKind.IMAGE || hdu.kind() == HduKind.PRIMARY)
        && shape.length == 2
        && shape[1] >= LEAST_ROWS
        && shape[1] <= MOST_ROWS;
  }

  @Override
  public LoadedFile load(SurveyFile file) {
    List<FitsHdu> images = spectra(file.fits());
    if (!images.isEmpty()) {
      return observations(images);
    }
    Optional<TabularFile> table = TabularFile.in(file.fits());
    if (table.isEmpty()) {
      return new LoadedFile(
          List.of(), 0, List.of("only thumbnails, no spectrum of the target in this file"));
    }
    try {
      return new LoadedFile(List.of(table.get().spectrum()), 0, List.of());
    } catch (IllegalArgumentException e) {
      return new LoadedFile(List.of(), 0, List.of("table: " + e.getMessage()));
    }
  }

  private static LoadedFile observations(List<FitsHdu> images) {
    List<LoadedSpectrum> spectra = new ArrayList<>();
    List<String> rejected = new ArrayList<>();
    int copies = 0;
    for (Observation observation : Observation.in(images)) {
      copies += add(observation, spectra, rejected);
    }
    return new LoadedFile(spectra, copies, rejected);
  }

  /** Adds the spectra of an observation and tells how many of its HDUs only repeat others. */
  private static int add(
      Observation observation, List<LoadedSpectrum> spectra, List<String> rejected) {
    List<BandSpectrum> kept = new ArrayList<>();
    int copies = 0;
    for (BandSpectrum image : originalsFirst(read(observation, rejected))) {
      if (kept.stream().anyMatch(image::repeats)) {
        copies++;
        continue;
      }
      kept.add(image);
      try {
        spectra.add(loaded(observation, image));
      } catch (UnreadableFits e) {
        rejected.add("spectrum " + image.claimed() + ": " + e.getMessage());
      }
    }
    return copies;
  }

  private static List<BandSpectrum> read(Observation observation, List<String> rejected) {
    List<BandSpectrum> images = new ArrayList<>();
    for (Map.Entry<Band, FitsHdu> entry : observation.hdus().entrySet()) {
      try {
        images.add(BandSpectrum.of(entry.getValue(), entry.getKey()));
      } catch (UnreadableFits | IllegalArgumentException e) {
        rejected.add("spectrum " + entry.getKey() + ": " + e.getMessage());
      }
    }
    return images;
  }

  /** An original stands before its copies, otherwise the order of the file stays. */
  private static List<BandSpectrum> originalsFirst(List<BandSpectrum> images) {
    images.sort(Comparator.comparing(image -> !image.isAsClaimed()));
    return images;
  }

  private static LoadedSpectrum loaded(Observation observation, BandSpectrum image) {
    Source source =
        Source.of(image.header(), image.band(), observation.frame(image), image.spectrum().flux());
    return SixdfgsRows.loaded(source, "phot.count", image.spectrum(), image.sky());
  }
}
