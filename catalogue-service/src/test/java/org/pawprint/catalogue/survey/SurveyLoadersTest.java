package org.pawprint.catalogue.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.spectrum.MaskBit;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.testkit.fixture.SurveyFixture;

/** The contract of every loader in the list, tried on every fixture. */
class SurveyLoadersTest {
  private static final SurveyLoaders LOADERS = new SurveyLoaders();

  static Stream<SurveyFixture> all() {
    return SurveyFixture.all().stream();
  }

  static Stream<SurveyFixture> ours() {
    return all().filter(fixture -> fixture.loader().isPresent());
  }

  @Test
  void everyLoaderHasAFixture() {
    assertThat(LOADERS.all())
        .allSatisfy(
            loader ->
                assertThat(ours().map(SurveyFixture::loader)).contains(Optional.of(loader.name())));
  }

  @ParameterizedTest
  @MethodSource("all")
  void eachFixtureIsRecognisedByItsLoaderAlone(SurveyFixture fixture) {
    List<String> claiming =
        LOADERS.all().stream()
            .filter(loader -> loader.recognises(content(fixture)))
            .map(SurveyLoader::name)
            .toList();

    assertThat(claiming).isEqualTo(fixture.loader().stream().toList());
  }

  @ParameterizedTest
  @MethodSource("all")
  void theNameOfAFileDecidesNothing(SurveyFixture fixture) {
    OriginalContent unnamed = OriginalContent.of(SurveyFixture.content(fixture.path()), "download");

    assertThat(
            LOADERS.all().stream()
                .filter(loader -> loader.recognises(unnamed))
                .map(SurveyLoader::name))
        .containsExactlyElementsOf(fixture.loader().stream().toList());
  }

  @ParameterizedTest
  @MethodSource("ours")
  void everySpectrumAndCubeSatisfiesTheCommonFacts(SurveyFixture fixture) {
    LoadedFile file = load(fixture);

    assertThat(file.entries()).isNotEmpty();
    assertThat(file.entries().stream().map(p -> p.row().requiredText(OBS_ID) + "/" + p.name()))
        .doesNotHaveDuplicates()
        .allMatch(name -> name.length() < 100);
    for (LoadedSpectrum loaded : file.spectra()) {
      requireSoundPixels(loaded.spectrum());
      assertThat(loaded.row().text(ObsCoreColumn.DATAPRODUCT_TYPE)).contains("spectrum");
      assertThat(loaded.row().requiredNumber(ObsCoreColumn.EM_XEL))
          .isEqualTo(loaded.spectrum().length());
      assertThat(loaded.row().text(ObsCoreColumn.O_UNIT).orElse(""))
          .isEqualTo(loaded.spectrum().fluxUnit());
      requireSoundRow(loaded.row());
    }
    for (LoadedCube cube : file.cubes()) {
      assertThat(cube.row().text(ObsCoreColumn.DATAPRODUCT_TYPE)).contains("cube");
      assertThat(cube.row().requiredNumber(ObsCoreColumn.S_XEL1)).isGreaterThan(1);
      requireSoundRow(cube.row());
    }
  }

  @ParameterizedTest
  @MethodSource("ours")
  void loadingTwiceGivesTheSameNames(SurveyFixture fixture) {
    assertThat(load(fixture).entries().stream().map(LoadedEntry::name))
        .isEqualTo(load(fixture).entries().stream().map(LoadedEntry::name).toList());
  }

  private static final ObsCoreColumn OBS_ID = ObsCoreColumn.OBS_ID;

  private static LoadedFile load(SurveyFixture fixture) {
    OriginalContent content = content(fixture);
    Recognition recognition = LOADERS.recognise(content);
    assertThat(recognition).isInstanceOf(Recognition.By.class);
    return ((Recognition.By) recognition)
        .loader()
        .load(new SurveyFile(fixture.name(), content, Map.of()));
  }

  private static OriginalContent content(SurveyFixture fixture) {
    return OriginalContent.of(SurveyFixture.content(fixture.path()), fixture.name());
  }

  private static void requireSoundPixels(Spectrum spectrum) {
    double before = 0;
    float[] sigma = spectrum.sigma();
    for (int i = 0; i < spectrum.length(); i++) {
      assertThat(spectrum.axis().angstrom(i)).isGreaterThan(before);
      before = spectrum.axis().angstrom(i);
      boolean blank = (spectrum.mask()[i] & MaskBit.BLANK.bit()) != 0;
      assertThat(Float.isFinite(spectrum.flux()[i])).isEqualTo(!blank);
      if (sigma != null && spectrum.mask()[i] == 0) {
        assertThat(sigma[i]).isPositive();
      }
      if (sigma != null && blank) {
        assertThat(sigma[i]).isNaN();
      }
    }
  }

  private static void requireSoundRow(ObsCoreRow row) {
    assertThat(row.requiredNumber(ObsCoreColumn.CALIB_LEVEL)).isBetween(1.0, 3.0);
    // Optical surveys: a wavelength in another unit would fall outside.
    assertThat(row.requiredNumber(ObsCoreColumn.EM_MIN)).isBetween(2e-7, 1e-6);
    assertThat(row.requiredNumber(ObsCoreColumn.EM_MAX))
        .isBetween(row.requiredNumber(ObsCoreColumn.EM_MIN), 1.2e-6);
    assertThat(row.requiredNumber(ObsCoreColumn.S_RA)).isBetween(0.0, 360.0);
    assertThat(row.requiredNumber(ObsCoreColumn.S_DEC)).isBetween(-90.0, 90.0);
    for (ObsCoreColumn column :
        List.of(
            ObsCoreColumn.FACILITY_NAME,
            ObsCoreColumn.INSTRUMENT_NAME,
            ObsCoreColumn.O_UCD,
            ObsCoreColumn.SPECTRAL_MEDIUM,
            ObsCoreColumn.SPECSYS,
            ObsCoreColumn.ERROR_KIND)) {
      assertThat(row.text(column)).as(column.column()).isPresent();
    }
    // Flux over its continuum is a ratio, which has no unit.
    boolean ratio = row.text(ObsCoreColumn.O_CALIB_STATUS).filter("normalized"::equals).isPresent();
    assertThat(row.text(ObsCoreColumn.O_UNIT).isEmpty()).isEqualTo(ratio);
  }

  @Test
  void leavesAForeignFileUnknown() {
    assertThat(LOADERS.recognise(SurveyFixture.open("not-ours/AAO.3orders.fits")))
        .isEqualTo(new Recognition.Unknown());
  }

  @Test
  void tellsWhichLoadersClaimTheSameFile() {
    SurveyLoaders two = new SurveyLoaders(List.of(claimsAll("first"), claimsAll("second")));

    assertThat(two.recognise(SurveyFixture.open("not-ours/AAO.3orders.fits")))
        .isEqualTo(new Recognition.Ambiguous(List.of("first", "second")));
  }

  @Test
  void refusesTwoLoadersOfOneName() {
    assertThatThrownBy(() -> new SurveyLoaders(List.of(claimsAll("twin"), claimsAll("twin"))))
        .hasMessage("two loaders are named twin");
  }

  private static SurveyLoader claimsAll(String name) {
    return new SurveyLoader() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public int revision() {
        return 1;
      }

      @Override
      public String defaultCollection() {
        return name;
      }

      @Override
      public LoaderFacts facts() {
        return new LoaderFacts("all", "nothing", "air", "topocentric", "none", "nowhere");
      }

      @Override
      public boolean recognises(FitsFile fits) {
        return true;
      }

      @Override
      public LoadedFile load(SurveyFile file) {
        return new LoadedFile(List.of(), 0, List.of());
      }
    };
  }
}
