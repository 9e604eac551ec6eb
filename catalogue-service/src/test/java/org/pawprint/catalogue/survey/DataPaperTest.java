package org.pawprint.catalogue.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.testkit.fixture.EditedFixture;
import org.pawprint.testkit.fixture.SurveyFixture;

/** Bibcodes as ADS has them; which release had a reduction first: sdss/vizdb, table releases. */
class DataPaperTest {
  private static final SurveyLoaders LOADERS = new SurveyLoaders();

  @ParameterizedTest
  @CsvSource({
    "2dfgrs/000001.fits, 2001MNRAS.328.1039C",
    "6dfgs/all-g2359555-392832.fits.gz, 2009MNRAS.399..683J",
    "6dfgs/1D-c0022498-344732.fits, 2009MNRAS.399..683J",
    "galah/1704070052012671.fits, 2021MNRAS.506..150B",
    "galah/2101150001010012.written.fits, 2024arXiv240919858B",
    "ozdes/OzDES-DR2_04720.bare.fits, 2020MNRAS.496...19L",
    "ozdes/OzDES-DR2_04720.epoch1.fits, 2020MNRAS.496...19L",
    "wigglez/S15J141238330+00410538.fits, 2018MNRAS.474.4151D",
    "wigglez/S15J141238330+00410538.final.fits, 2018MNRAS.474.4151D",
    "sami/24433_A_cube_blue.fits, 2021MNRAS.505..991C",
    "sami/24433_A_annular_blue.fits, 2021MNRAS.505..991C",
    "sami/24433_spectrum_3-kpc_red.fits, 2021MNRAS.505..991C",
    "sdss/spSpec-51609-0304-087.fit, 2009ApJS..182..543A",
    "sdss/spec-0304-51609-0087.900pixels.fits, 2011ApJS..193...29A",
    "desi/coadd-sv3-dark-27258.fits, 2024AJ....168...58D",
    "rave/20030411_1507m23_001.fits, 2017AJ....153...75K",
    "devils/D10_2018_001_123.fits, 2018MNRAS.480..768D"
  })
  void namesThePaperOfTheSurvey(String fixture, String bibcode) {
    assertThat(rows(SurveyFixture.open(fixture))).isNotEmpty().containsOnly(bibcode);
  }

  @ParameterizedTest
  @CsvSource({
    "gama/G12_Y2_009_044.fit, 2015MNRAS.452.2087L",
    "gama/LTF_09_1128_0555.fit, 2015MNRAS.452.2087L",
    "gama/spSpec-51609-0304-087.fit, 2009ApJS..182..543A",
    "gama/2dfgrs-written.fit, 2001MNRAS.328.1039C",
    "gama/MGC23320.fit, 2005MNRAS.360...81D",
    "gama/mgc-without-cards.fit, 2005MNRAS.360...81D",
    "gama/J113606.3+001155a.fit, 2004MNRAS.349.1397C",
    "gama/2qz-without-cards.fit, 2004MNRAS.349.1397C",
    "gama/J091726.21+003424.0_a14_040423.fit, 2009MNRAS.392...19C",
    "gama/2slaq-lrg-written.fit, 2006MNRAS.372..425C",
    "gama/2slaq-lrg-own-written.fit, 2006MNRAS.372..425C",
    "gama/Spectrum-195254.fit, 2018MNRAS.474.4151D",
    "gama/6dfgs-joined-written.fit, 2009MNRAS.399..683J"
  })
  void namesThePaperOfTheSurveyThatGamaTookASpectrumFrom(String fixture, String bibcode) {
    assertThat(rows(SurveyFixture.open(fixture))).isNotEmpty().containsOnly(bibcode);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aaomega/alldata_combined_runz_x12_b02.4fibres.fits",
        "hermes/07apr20054red.written.fits",
        "gama/lt-without-cards.fit",
        "s7/NGC1068_B.fits"
      })
  void namesNoneWhereNoneIsKnown(String fixture) {
    assertThat(rows(SurveyFixture.open(fixture))).isNotEmpty().containsOnly("");
  }

  @ParameterizedTest
  @CsvSource({
    "103, 2011ApJS..193...29A",
    "v5_4_45, 2012ApJS..203...21A",
    "v5_5_12, 2014ApJS..211...17A",
    "v5_6_5, 2015ApJS..219...12A",
    "v5_7_2, 2015ApJS..219...12A",
    "v5_9_0, 2017ApJS..233...25A",
    "v5_10_0, 2018ApJS..235...42A",
    "v5_13_0, 2020ApJS..249....3A",
    "v5_13_2, 2022ApJS..259...35A",
    "v9_9_9, ''"
  })
  void tellsTheReleasesOfSdssApartByTheReduction(String run2d, String bibcode) {
    assertThat(
            rows(
                EditedFixture.of("sdss/spec-0304-51609-0087.900pixels.fits")
                    .set(0, "RUN2D", "'" + run2d + "'")
                    .open()))
        .containsOnly(bibcode);
  }

  @Test
  void leavesWhatTheFileStates() {
    assertThat(
            rows(
                EditedFixture.of("wigglez/S15J141238330+00410538.final.fits")
                    .replace(0, "REFCODE", "REFCODE", "'2018MNRAS.474.4151D, chapter 2'")
                    .open()))
        .containsOnly("2018MNRAS.474.4151D, chapter 2");
  }

  @ParameterizedTest
  @CsvSource({
    "2017MNRAS.472..273C, 2017MNRAS.472..273C",
    "https://docs.datacentral.org.au/ozdes/overview/dr2/, 2020MNRAS.496...19L",
    "OzDES data release, 2020MNRAS.496...19L"
  })
  void takesAReferenceForOneIfItIsABibcode(String reference, String bibcode) {
    assertThat(
            rows(
                EditedFixture.of("ozdes/OzDES-DR2_04720.epoch1.fits")
                    .set(0, "REFERENC", "'" + reference + "'")
                    .open()))
        .isNotEmpty()
        .containsOnly(bibcode);
  }

  @Test
  void namesNoneForWhatASimulatorMade() {
    assertThat(
            rows(
                EditedFixture.of("sami/24433_A_cube_blue.fits")
                    .set(0, "ORIGIN", "'Pawprint simulator'")
                    .open()))
        .isNotEmpty()
        .containsOnly("");
  }

  /** Year, journal, volume, page and author: adsabs.harvard.edu/abs_doc/help_pages/data.html. */
  @ParameterizedTest
  @EnumSource(DataPaper.class)
  void isABibcode(DataPaper paper) {
    assertThat(paper.bibcode()).matches("(19|20)\\d\\d[A-Za-z&.]{5}[\\d.]{4}[.\\dL][\\d.]{4}[A-Z]");
  }

  private static List<String> rows(FitsFile fits) {
    SurveyLoader loader = ((Recognition.By) LOADERS.recognise(fits)).loader();
    return loader.load(new SurveyFile("download", fits, Map.of())).entries().stream()
        .map(entry -> entry.row().text(ObsCoreColumn.BIB_REFERENCE).orElse(""))
        .toList();
  }
}
