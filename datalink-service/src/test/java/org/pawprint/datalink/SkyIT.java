package org.pawprint.datalink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pawprint.core.identifier.PublisherDid;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.spectrum.ErrorKind;
import org.pawprint.core.spectrum.LinearAxis;
import org.pawprint.core.spectrum.MaskBit;
import org.pawprint.core.spectrum.Medium;
import org.pawprint.core.spectrum.QualityFlag;
import org.pawprint.core.spectrum.SkyPlace;
import org.pawprint.core.spectrum.SpectralAxis;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.core.spectrum.TabulatedAxis;
import org.pawprint.core.spectrum.VelocityFrame;
import org.pawprint.testkit.fixture.SurveyFixture;

/**
 * The sky that was subtracted, out of real files: {@code hdus["SKY"].data} of a frame of 2dFLenS,
 * {@code hdus[5].data[2]} of a compressed file of 6dFGS, by astropy. The science pixels are 1.
 */
class SkyIT extends ArchiveTests {
  private static final String FRAME = "aaomega/emlLinearSkyAirHelio.fits";
  private static final int FRAME_PIXELS = 5037;
  private static final String COMPRESSED = "6dfgs/all-g2359555-392832.fits.gz";
  private static final int COMPRESSED_PIXELS = 1032;

  private static PublisherDid linear;
  private static PublisherDid tabulated;
  private static PublisherDid blanks;
  private static PublisherDid filledUp;
  private static PublisherDid without;
  private static PublisherDid hidden;
  private static PublisherDid misplaced;
  private static PublisherDid cube;

  @BeforeAll
  static void start() throws Exception {
    archive = new TestArchive(folder);
    Spectrum frame = spectrum(new LinearAxis(2518, 6365.353027344, 1.037644583995, FRAME_PIXELS));
    Optional<SkyPlace> ofFrame = Optional.of(new SkyPlace(2, 0));
    linear = add("linear", SurveyFixture.content(FRAME), entry("linear", frame, ofFrame)).get(0);
    double[] angstrom = new double[COMPRESSED_PIXELS];
    Arrays.setAll(angstrom, i -> 4000 + 1.5 * i + 1e-5 * i * i);
    tabulated =
        add(
                "tabulated",
                SurveyFixture.content(COMPRESSED),
                entry(
                    "tabulated",
                    spectrum(new TabulatedAxis(angstrom)),
                    Optional.of(new SkyPlace(5, 2))))
            .get(0);
    Spectrum few = spectrum(new LinearAxis(1, 5000, 1, 4));
    blanks =
        add(
                "blanks",
                image(4, 1, 2, 3, 4, 50, Float.NaN, -2.5e30f, 0),
                entry("blanks", few, Optional.of(new SkyPlace(0, 1))))
            .get(0);
    Spectrum inside = spectrum(new LinearAxis(1, 5000, 1, 8));
    for (int pixel : new int[] {0, 3, 5, 6, 7}) {
      inside.flux()[pixel] = Float.NaN;
      inside.mask()[pixel] = (byte) MaskBit.BLANK.bit();
    }
    filledUp =
        add(
                "filled-up",
                image(8, 6, 7, 8, 9, 10, 11, 4, 4),
                entry("filled-up", inside, Optional.of(new SkyPlace(0, 0))))
            .get(0);
    without = add("without", image(4, 1, 2, 3, 4), entry("without", few, Optional.empty())).get(0);
    misplaced =
        add(
                "misplaced",
                image(4, 5, 6, 7, 8),
                entry("misplaced", few, Optional.of(new SkyPlace(0, 1))))
            .get(0);
    Optional<SkyPlace> first = Optional.of(new SkyPlace(0, 0));
    TestArchive.Entry secret = entry("secret", few, first);
    ObsCoreRow notYet =
        secret.row().toBuilder()
            .set(ObsCoreColumn.DATA_RIGHTS, "proprietary")
            .set(ObsCoreColumn.OBS_RELEASE_DATE, Instant.parse("2199-01-01T00:00:00Z"))
            .build();
    hidden =
        add(
                "hidden",
                image(4, 9, 10, 11, 12),
                entry("hidden", few, first),
                new TestArchive.Entry(secret.obsId(), secret.name(), few, notYet, first))
            .get(0);
    ObsCoreRow ofCube =
        entry("cube", few, first).row().toBuilder()
            .set(ObsCoreColumn.DATAPRODUCT_TYPE, "cube")
            .build();
    cube =
        add("cube", image(4, 1, 1, 1, 1), new TestArchive.Entry("cube", "cube", null, ofCube))
            .get(0);
    serve(archive, Map.of());
  }

  private static List<PublisherDid> add(String id, byte[] original, TestArchive.Entry... entries)
      throws Exception {
    return archive.add("r-" + id, 1, id + ".fits", original, entries);
  }

  private static TestArchive.Entry entry(String obsId, Spectrum spectrum, Optional<SkyPlace> sky) {
    ObsCoreRow row =
        SampleSpectra.row(spectrum, obsId, "blue", 1, "NGC 1")
            .set(ObsCoreColumn.O_CALIB_STATUS, "uncalibrated")
            .set(ObsCoreColumn.EM_SNR, 12.5)
            .set(ObsCoreColumn.REDSHIFT, 0.1)
            .set(
                ObsCoreColumn.QUALITY_FLAGS,
                QualityFlag.FIELD_POSITION.bit() | QualityFlag.LOW_FLUX.bit())
            .build();
    return new TestArchive.Entry(obsId, "blue-1", spectrum, row, sky);
  }

  private static Spectrum spectrum(SpectralAxis axis) {
    float[] ones = new float[axis.length()];
    Arrays.fill(ones, 1);
    return new Spectrum(
        axis,
        Medium.AIR,
        VelocityFrame.TOPOCENTRIC,
        ones,
        ones.clone(),
        new byte[ones.length],
        "count",
        ErrorKind.VARIANCE);
  }

  /** A FITS file of one image (FITS 4.0, 3.3). */
  private static byte[] image(int pixels, float... values) {
    StringBuilder header = new StringBuilder();
    for (String card :
        List.of(
            "SIMPLE  =                    T",
            "BITPIX  =                  -32",
            "NAXIS   =                    2",
            "NAXIS1  = %20d".formatted(pixels),
            "NAXIS2  = %20d".formatted(values.length / pixels),
            "END")) {
      header.append("%-80s".formatted(card));
    }
    ByteBuffer file = ByteBuffer.allocate(2 * 2880);
    file.put("%-2880s".formatted(header).getBytes(StandardCharsets.US_ASCII));
    for (float value : values) {
      file.putFloat(value);
    }
    return file.array();
  }

  private static HttpResponse<byte[]> get(PublisherDid did, String more) throws Exception {
    return service.get("/vo/soda/sync?ID=" + ServiceUnderTest.encoded(did) + "&" + more);
  }

  private static VoTableDocument sky(PublisherDid did, String more) throws Exception {
    HttpResponse<byte[]> response = get(did, "COMPONENT=SKY" + more);
    assertThat(response.statusCode()).as(ServiceUnderTest.text(response)).isEqualTo(200);
    return new VoTableDocument(response.body());
  }

  private static List<Map<String, String>> links(PublisherDid did) throws Exception {
    byte[] answer = service.get("/vo/datalink/links?ID=" + ServiceUnderTest.encoded(did)).body();
    return new VoTableDocument(answer)
        .rows().stream().filter(row -> "sky".equals(row.get("local_semantics"))).toList();
  }

  /** The brightest pixel is that of the line 5577.34 Å; the sum is numpy's nansum. */
  @Test
  void servesTheSkyOfTheOriginalOnTheAxisOfTheSpectrum() throws Exception {
    HttpResponse<byte[]> response = get(linear, "COMPONENT=sky");
    VoTableDocument document = new VoTableDocument(response.body());

    ServiceUnderTest.keep("soda-sky.xml", response);
    ServiceUnderTest.keep("soda-sky.fits", get(linear, "COMPONENT=SKY&FORMAT=fits"));
    List<Map<String, String>> rows = document.rows();
    assertThat(rows).hasSize(FRAME_PIXELS);
    assertThat(rows.get(0)).containsOnlyKeys("wavelength", "flux", "quality");
    assertThat(number(rows.get(3000), "wavelength")).isCloseTo(6866.535361413585, within(1e-9));
    assertThat(rows.get(3000)).containsEntry("flux", "71.580025").containsEntry("quality", "0");
    assertThat(number(rows.get(1758), "flux")).isEqualTo(1257.8525, within(1e-4));
    List<Map<String, String>> blank =
        rows.stream().filter(row -> !"0".equals(row.get("quality"))).toList();
    assertThat(blank).hasSize(33);
    assertThat(blank).allSatisfy(row -> assertThat(row).containsEntry("quality", "1"));
    assertThat(
            rows.stream()
                .filter(row -> "0".equals(row.get("quality")))
                .mapToDouble(row -> number(row, "flux"))
                .sum())
        .isCloseTo(213904.23967540264, within(0.05));
  }

  @Test
  void tellsThatItIsTheSkyAndClaimsNoMoreThanIsKnown() throws Exception {
    VoTableDocument document = sky(linear, "");

    assertThat(document.param("spec:Spectrum.DataID.Title"))
        .isEqualTo("Sky subtracted from NGC 1 <blue & 1>");
    assertThat(ServiceUnderTest.text(get(linear, "COMPONENT=SKY&FORMAT=fits")))
        .contains("TITLE   = 'Sky subtracted from NGC 1 <blue & 1>'");
    assertThat(document.param("spec:Spectrum.DataID.CreationType")).isEqualTo("archival");
    assertThat(document.params("parent1")).containsExactly(linear.toString());
    assertThat(document.params("COMPONENT")).containsExactly("SKY");
    assertThat(document.params("dataproduct_subtype")).containsExactly("sky");
    assertThat(document.params("o_calib_status")).containsExactly("uncalibrated");
    assertThat(document.params("o_unit")).containsExactly("count");
    assertThat(document.params("em_snr")).isEmpty();
    // The position is still that of the field; the flux is another, and has no errors.
    assertThat(document.params("quality_flags"))
        .containsExactly(
            String.valueOf(QualityFlag.FIELD_POSITION.bit() | QualityFlag.NO_ERROR.bit()));
    assertThat(document.param("spec:Spectrum.Curation.PublisherDID")).isEmpty();
    assertThat(new VoTableDocument(get(linear, "COMPONENT=FLUX").body()).params("o_unit"))
        .containsExactly("count");
    assertThat(new VoTableDocument(get(linear, "COMPONENT=FLUX").body()).rows().get(3000))
        .containsEntry("flux", "1");
  }

  @Test
  void readsCompressedOriginalsAndKeepsATableOfWavelengths() throws Exception {
    List<Map<String, String>> rows = sky(tabulated, "").rows();

    assertThat(rows).hasSize(COMPRESSED_PIXELS);
    assertThat(number(rows.get(500), "wavelength")).isCloseTo(4752.5, within(1e-9));
    assertThat(number(rows.get(500), "flux")).isEqualTo(255.4737, within(1e-4));
    assertThat(number(rows.get(0), "flux")).isEqualTo(177.12903, within(1e-4));
  }

  @Test
  void whatSurveysWriteForNothingIsMasked() throws Exception {
    List<Map<String, String>> rows = sky(blanks, "").rows();

    assertThat(rows).extracting(row -> row.get("quality")).containsExactly("0", "1", "1", "0");
    assertThat(number(rows.get(0), "flux")).isEqualTo(50);
    assertThat(number(rows.get(3), "flux")).isEqualTo(0);
  }

  /** 2dFGRS and 6dFGS go on with one number where the spectrum has ended, 2dfdr with the sky. */
  @Test
  void whatFillsTheSkyUpIsMasked() throws Exception {
    assertThat(sky(filledUp, "").rows())
        .extracting(row -> row.get("quality"))
        .containsExactly("0", "0", "0", "0", "0", "0", "1", "1");
  }

  /** Of the pixels, 19 have an air_to_vac(…, method="Ciddor1996") between 6290 and 6310 Å. */
  @Test
  void isCutShiftedAndSmoothedLikeAnySpectrum() throws Exception {
    List<Map<String, String>> cut = sky(linear, "&BAND=6.29e-7%206.31e-7").rows();
    assertThat(cut).hasSize(19);
    assertThat(number(cut.get(0), "wavelength")).isCloseTo(6288.56732812837, within(1e-9));
    assertThat(number(cut.get(0), "flux")).isEqualTo(49.99131, within(1e-5));
    assertThat(number(cut.get(18), "flux")).isEqualTo(58.044525, within(1e-5));

    VoTableDocument rest = sky(linear, "&FRAME=REST&SMOOTH=BOX%203");
    assertThat(number(rest.rows().get(3000), "wavelength"))
        .isCloseTo(6866.535361413585 / 1.1, within(0.01));
    assertThat(rest.params("REDSHIFT")).containsExactly("0.1");
    assertThat(rest.params("COMPONENT")).containsExactly("SKY");
    assertThat(rest.param("spec:Spectrum.DataID.CreationType")).isEqualTo("filtered");
    assertThat(ServiceUnderTest.text(get(linear, "COMPONENT=SKY&FLUXCALIB=ABSOLUTE")))
        .startsWith("UsageError: FLUXCALIB: 'ABSOLUTE' received")
        .contains("is uncalibrated");
  }

  @Test
  void isLinkedWithTheLengthThatItHas() throws Exception {
    for (PublisherDid did : List.of(linear, tabulated, blanks)) {
      List<Map<String, String>> links = links(did);

      assertThat(links).hasSize(1);
      assertThat(links.get(0))
          .containsEntry("semantics", "#coderived")
          .containsEntry("description", "Sky subtracted from the spectrum of NGC 1")
          .containsEntry("content_type", "application/fits")
          .containsEntry("content_qualifier", "#spectrum")
          .containsEntry(
              "access_url",
              ServiceUnderTest.PUBLIC_BASE
                  + "/vo/soda/sync?ID="
                  + ServiceUnderTest.encoded(did)
                  + "&COMPONENT=SKY&FORMAT=fits");
      String url = String.valueOf(links.get(0).get("access_url"));
      HttpResponse<byte[]> file = service.get(url.substring(ServiceUnderTest.PUBLIC_BASE.length()));
      assertThat(file.statusCode()).isEqualTo(200);
      assertThat(file.headers().firstValue("Content-Type")).contains("application/fits");
      assertThat(links.get(0)).containsEntry("content_length", String.valueOf(file.body().length));
      // The second answer has it from memory.
      assertThat(links(did)).isEqualTo(links);
    }
    ServiceUnderTest.keep(
        "links-sky.xml", service.get("/vo/datalink/links?ID=" + ServiceUnderTest.encoded(linear)));
  }

  @Test
  void isNotLinkedWhereThereIsNoneOrTheOriginalIsNotForEveryone() throws Exception {
    assertThat(links(without)).isEmpty();
    assertThat(links(hidden)).isEmpty();
    assertThat(links(cube)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "without | 400 | UsageError: COMPONENT: 'SKY' received, expected FLUX: the catalogue knows of no sky of ivo://",
        "cube | 400 | UsageError: COMPONENT: 'SKY' received, expected FLUX: ivo://",
        "hidden | 404 | UsageError: the file of this spectrum cannot be had",
        "misplaced | 404 | UsageError: the file of this spectrum cannot be read: "
      })
  void saysWhyThereIsNone(String which, int status, String text) throws Exception {
    PublisherDid did =
        Objects.requireNonNull(
            Map.of("without", without, "cube", cube, "hidden", hidden, "misplaced", misplaced)
                .get(which));
    String part = which.equals("cube") ? "&SPAXEL=1%201" : "";
    HttpResponse<byte[]> response = get(did, "COMPONENT=SKY" + part);

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(ServiceUnderTest.text(response)).startsWith(text);
  }
}
