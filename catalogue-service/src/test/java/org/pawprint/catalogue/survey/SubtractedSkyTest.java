package org.pawprint.catalogue.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.spectrum.SkyPlace;
import org.pawprint.testkit.fixture.EditedFixture;
import org.pawprint.testkit.fixture.SurveyFixture;

/** Where the files of the surveys have the sky that was subtracted, and where they have none. */
class SubtractedSkyTest {
  private static final SurveyLoaders LOADERS = new SurveyLoaders();

  /**
   * By the documents of the surveys and the names of HDUs and rows. The sky of GAMA's own spectra
   * is not flux-calibrated, by the comment of ROW5, so it is none of the calibrated one; that of
   * the joined spectra of 6dFGS is not on their pixels; that of the frame of HERMES holds zeros. In
   * the real ones of these rows the line 5577.34 Å lies within half a pixel of its place on the
   * spectrum's axis, by astropy.
   */
  @Test
  void isKnownWhereItIsOnThePixelsAndInTheUnitOfTheSpectrum() {
    List<String> found = new ArrayList<>();
    for (SurveyFixture fixture : SurveyFixture.all()) {
      if (fixture.loader().isPresent()) {
        for (LoadedSpectrum spectrum : load(fixture).spectra()) {
          spectrum
              .sky()
              .ifPresent(
                  sky ->
                      found.add(
                          "%s %s: HDU %d, row %d"
                              .formatted(fixture, spectrum.name(), sky.hdu(), sky.row())));
        }
      }
    }

    assertThat(found)
        .containsExactlyInAnyOrder(
            "aaomega/emlLinearSkyAirHelio.fits spliced-122: HDU 2, row 0",
            "2dfgrs/000001.fits 0-136: HDU 1, row 2",
            "2dfgrs/000001.fits 1-156: HDU 2, row 2",
            "6dfgs/all-g2359555-392832.fits.gz v-121: HDU 5, row 2",
            "6dfgs/all-g2359555-392832.fits.gz r-121: HDU 6, row 2",
            "6dfgs/all-g2359555-392832.fits.gz v-108: HDU 8, row 2",
            "6dfgs/all-g2359555-392832.fits.gz r-108: HDU 9, row 2",
            "6dfgs/all-c0022498-344732v_spectrum0.fits v-39: HDU 0, row 2",
            "gama/G12_Y2_009_044.fit nocalib: HDU 0, row 4",
            "gama/2dfgrs-written.fit spec: HDU 0, row 2",
            "gama/6dfgs-arm-with-cards.fit V: HDU 0, row 2",
            "gama/MGC23320.fit spec: HDU 0, row 2",
            "gama/mgc-without-cards.fit spec: HDU 0, row 2",
            "gama/2slaq-lrg-written.fit spec: HDU 0, row 1",
            "gama/2slaq-lrg-own-written.fit spec: HDU 0, row 1",
            "galah/2101150001010012.written.fits V: HDU 3, row 0");
  }

  /** {@code hdus[hdu].data.reshape(-1, pixels)[row][pixel]} by astropy. */
  @ParameterizedTest
  @CsvSource({
    "aaomega/emlLinearSkyAirHelio.fits,        0, 3000, 71.580025",
    "2dfgrs/000001.fits,                       0,  500, 286.70575",
    "2dfgrs/000001.fits,                       1,  500, 73.053406",
    "6dfgs/all-g2359555-392832.fits.gz,        0,  500, 255.4737",
    "6dfgs/all-g2359555-392832.fits.gz,        1,  500, 315.8084",
    "6dfgs/all-g2359555-392832.fits.gz,        3,  500, 259.47766",
    "6dfgs/all-g2359555-392832.fits.gz,        4,  500, 214.2395",
    "6dfgs/all-c0022498-344732v_spectrum0.fits,0,  500, 210.32283",
    "gama/G12_Y2_009_044.fit,                  1,  500, 28.702642",
    "gama/MGC23320.fit,                        0,  500, 56.188828",
    "gama/2dfgrs-written.fit,                  0,  500, 676.63617",
    "gama/6dfgs-arm-with-cards.fit,            0,  500, 210.32283",
    "gama/2slaq-lrg-written.fit,               0,  500, 601.65454",
    "galah/2101150001010012.written.fits,      0,  500, 25.0"
  })
  void isTheRowThatAstropyReads(String path, int spectrum, int pixel, float expected) {
    FitsFile file = SurveyFixture.open(path);
    LoadedSpectrum loaded = load(file).spectra().get(spectrum);
    SkyPlace sky = loaded.sky().orElseThrow();
    long first = (long) sky.row() * loaded.spectrum().length();

    assertThat(file.hdu(sky.hdu()).floats(first + pixel, 1)).containsExactly(expected);
  }

  /** GALAH keeps HDUs that are broken, and a place for what it has not. */
  @Test
  void isUnknownWhereItsOwnWavelengthsAreOthersOrItIsEmpty() {
    EditedFixture galah = EditedFixture.of("galah/2101150001010012.written.fits");

    assertThat(skyOfFirst(galah.open())).contains(new SkyPlace(3, 0));
    assertThat(skyOfFirst(galah.set(3, "CRVAL1", "5650.0").open())).isEmpty();
    assertThat(skyOfFirst(galah.pixels(3, 0, new float[4096]).open())).isEmpty();
  }

  /** What 2dFGRS writes for no number is no sky either. */
  @Test
  void isUnknownWhereThereAreOnlyBlanks() {
    float[] blanks = new float[1024];
    java.util.Arrays.fill(blanks, -2.5e30f);
    EditedFixture file = EditedFixture.of("2dfgrs/000001.fits");

    assertThat(skyOfFirst(file.pixels(1, 2 * 1024, blanks).open())).isEmpty();
    blanks[7] = 3;
    assertThat(skyOfFirst(file.pixels(1, 2 * 1024, blanks).open())).contains(new SkyPlace(1, 2));
  }

  private static Optional<SkyPlace> skyOfFirst(FitsFile file) {
    return load(file).spectra().get(0).sky();
  }

  private static LoadedFile load(FitsFile file) {
    return load(new OriginalContent.Fits(file), file.name());
  }

  private static LoadedFile load(SurveyFixture fixture) {
    return load(
        OriginalContent.of(SurveyFixture.content(fixture.path()), fixture.name()), fixture.name());
  }

  private static LoadedFile load(OriginalContent content, String name) {
    Recognition.By by = (Recognition.By) LOADERS.recognise(content);
    return by.loader().load(new SurveyFile(name, content, Map.of()));
  }
}
