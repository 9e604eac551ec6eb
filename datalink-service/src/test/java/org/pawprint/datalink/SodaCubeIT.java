package org.pawprint.datalink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pawprint.core.identifier.PublisherDid;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.testkit.fixture.SurveyFixture;

/**
 * Spectra out of cubes: SAMI's blue one, 6 × 5 spaxels of 0.5″ about 140.3041 +0.5017, and S7's,
 * which has no coordinates. Numbers by astropy from the fixtures, e.g. {@code
 * nansum(hdus[0].data[10][WCS(header).celestial.pixel_to_world(x, y).separation(centre).arcsec <=
 * 0.8])}.
 */
class SodaCubeIT extends ArchiveTests {
  private static final String CIRCLE = "140.3041 0.5017 0.000222222222";

  private static PublisherDid sami;
  private static PublisherDid s7;
  private static PublisherDid elsewhere;

  @BeforeAll
  static void start() throws Exception {
    archive = new TestArchive(folder);
    // air_to_vac([4691.45, 4757.6]*u.AA, method="Ciddor1996")
    sami = add("sami/24433_A_cube_blue.fits", 6, 5, 64, 4.692762994e-7, 4.758930515e-7);
    s7 = add("s7/NGC1068_B.fits", 5, 8, 48, 3.5010013893735373e-07, 5.616558820145736e-07);
    elsewhere = add("sami/24433_A_cube_red.fits", 6, 5, 64, 5e-7, 5.1e-7);
    serve(archive, Map.of());
  }

  private static PublisherDid add(
      String file, long columns, long rows, long length, double min, double max) throws Exception {
    ObsCoreRow row =
        SampleSpectra.row(SampleSpectra.red(), file, "blue", 1, "galaxy")
            .set(ObsCoreColumn.DATAPRODUCT_TYPE, "cube")
            .set(ObsCoreColumn.S_XEL1, columns)
            .set(ObsCoreColumn.S_XEL2, rows)
            .set(ObsCoreColumn.EM_XEL, length)
            .set(ObsCoreColumn.EM_MIN, min)
            .set(ObsCoreColumn.EM_MAX, max)
            .set(ObsCoreColumn.SPECTRAL_MEDIUM, "air")
            .set(ObsCoreColumn.O_UNIT, "10**(-16) erg /s /cm**2 /angstrom /pixel")
            .set(ObsCoreColumn.ERROR_KIND, "variance")
            .build();
    TestArchive.Entry cube = new TestArchive.Entry(file, "cube", null, row);
    return archive.add(file, 1, file, SurveyFixture.content(file), cube).get(0);
  }

  private static HttpResponse<byte[]> get(PublisherDid did, String name, String value)
      throws Exception {
    return service.get(
        "/vo/soda/sync?ID="
            + ServiceUnderTest.encoded(did)
            + "&"
            + name
            + "="
            + ServiceUnderTest.encoded(value));
  }

  @Test
  void addsUpTheSpaxelsOfAnAperture() throws Exception {
    HttpResponse<byte[]> response = get(sami, "CIRCLE", CIRCLE);
    VoTableDocument document = new VoTableDocument(response.body());

    ServiceUnderTest.keep("soda-aperture.xml", response);
    List<Map<String, String>> rows = document.rows();
    assertThat(rows).hasSize(64);
    // 4724 + (1 - 32) * 1.05
    assertThat(number(rows.get(0), "wavelength")).isCloseTo(4691.45, within(1e-9));
    assertThat(number(rows.get(0), "flux")).isCloseTo(40.218772, within(1e-5));
    assertThat(number(rows.get(10), "flux")).isCloseTo(41.018772, within(1e-5));
    assertThat(number(rows.get(40), "error")).isCloseTo(0.8, within(1e-6));
    assertThat(document.param("spec:Spectrum.DataID.CreationType")).isEqualTo("spectralExtraction");
    assertThat(new VoTableDocument(get(sami, "POS", "CIRCLE " + CIRCLE).body()).rows())
        .isEqualTo(rows);
  }

  /** Six spaxels: columns 3 and 4 of rows 2 to 4. */
  @Test
  void takesRangesAndPolygons() throws Exception {
    String range = "RANGE 140.30395 140.30425 0.5015 0.5019";
    String corners = "140.30395 0.5015 140.30425 0.5015 140.30425 0.5019 140.30395 0.5019";

    List<Map<String, String>> rows = new VoTableDocument(get(sami, "POS", range).body()).rows();

    assertThat(number(rows.get(10), "flux")).isCloseTo(32.818772, within(1e-5));
    assertThat(new VoTableDocument(get(sami, "POLYGON", corners).body()).rows()).isEqualTo(rows);
    assertThat(new VoTableDocument(get(sami, "POS", "POLYGON " + corners).body()).rows())
        .isEqualTo(rows);
  }

  /** An L of five of the six: without column 3 of row 4. */
  @Test
  void takesPolygonsThatAreNotConvex() throws Exception {
    String corners =
        "140.30395 0.5015 140.30425 0.5015 140.30425 0.50177 140.3041 0.50177 140.3041 0.5019"
            + " 140.30395 0.5019";

    double five =
        number(new VoTableDocument(get(sami, "POLYGON", corners).body()).rows().get(10), "flux");
    double sixth =
        number(new VoTableDocument(get(sami, "SPAXEL", "3 4").body()).rows().get(10), "flux");

    assertThat(sixth).isGreaterThan(1);
    assertThat(five + sixth).isCloseTo(32.818772, within(1e-5));
  }

  @Test
  void takesOneSpaxel() throws Exception {
    HttpResponse<byte[]> response = get(sami, "SPAXEL", "3 2");
    List<Map<String, String>> rows = new VoTableDocument(response.body()).rows();

    assertThat(number(rows.get(10), "flux")).isCloseTo(4.8213596, within(1e-6));
    assertThat(number(rows.get(40), "error")).isCloseTo(0.2828427, within(1e-6));
    assertThat(new VoTableDocument(get(s7, "SPAXEL", "2 3").body()).rows()).hasSize(48);
  }

  @Test
  void aSpaxelOutsideOfTheFieldIsBlank() throws Exception {
    assertThat(new VoTableDocument(get(sami, "SPAXEL", "1 1").body()).rows())
        .allSatisfy(row -> assertThat(row).containsEntry("flux", "").containsEntry("quality", "1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SPAXEL | 7 1 | UsageError: SPAXEL 7 1 is outside of the cube, which has 6 by 5 spaxels",
        "SPAXEL | 0 1 | UsageError: SPAXEL: '0 1' received, expected two whole numbers from 1",
        "CIRCLE | 10 10 0.1 | UsageError: no spaxel of the cube has its centre there",
        "CIRCLE | 10 95 0.1 | UsageError: CIRCLE: '10 95 0.1' received, expected right ascension",
        "CIRCLE | 10 9 1.1 | UsageError: CIRCLE: '10 9 1.1' received, expected right ascension",
        "POLYGON | 1 1 2 2 2 1 1 2 | UsageError: POLYGON: '1 1 2 2 2 1 1 2' received, expected right",
        "BAND | 4e-7 5e-7 | UsageError: ivo://pawprint.test/aat_archive?sami%2F24433_A_cube_blue.fits/cube"
      })
  void namesWhatIsWrong(String name, String value, String text) throws Exception {
    HttpResponse<byte[]> response = get(sami, name, value);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(ServiceUnderTest.text(response)).startsWith(text);
  }

  @Test
  void saysWhatACubeLacks() throws Exception {
    assertThat(ServiceUnderTest.text(get(s7, "CIRCLE", CIRCLE)))
        .startsWith("UsageError: the cube has no celestial coordinates; take a spaxel");
    assertThat(ServiceUnderTest.text(get(elsewhere, "SPAXEL", "1 1")))
        .startsWith("UsageError: the file of this cube is not as it was catalogued");
  }
}
