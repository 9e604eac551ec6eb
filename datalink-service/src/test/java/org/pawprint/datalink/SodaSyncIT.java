package org.pawprint.datalink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pawprint.core.identifier.PublisherDid;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.spectrum.ErrorKind;
import org.pawprint.core.spectrum.LinearAxis;
import org.pawprint.core.spectrum.Medium;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.core.spectrum.VelocityFrame;

/** Derived spectra over HTTP; sections are those of SODA-1.0. */
class SodaSyncIT extends FixtureTests {
  private static final String PATH = "/vo/soda/sync";

  @BeforeAll
  static void start() throws Exception {
    serveFixture(Map.of());
  }

  /**
   * @param more name=value pairs joined by &, as people write them
   */
  private static String query(Object id, String more) {
    StringBuilder query = new StringBuilder("ID=").append(ServiceUnderTest.encoded(id));
    for (String pair : more.isEmpty() ? new String[0] : more.split("&", -1)) {
      int equals = pair.indexOf('=');
      query
          .append('&')
          .append(pair, 0, equals + 1)
          .append(ServiceUnderTest.encoded(pair.substring(equals + 1)));
    }
    return query.toString();
  }

  private static HttpResponse<byte[]> get(Object id, String more) throws Exception {
    return service.get(PATH + "?" + query(id, more));
  }

  private static HttpResponse<byte[]> post(Object id, String more) throws Exception {
    return service.post(PATH, FORM, query(id, more));
  }

  private static VoTableDocument document(Object id, String more) throws Exception {
    HttpResponse<byte[]> response = get(id, more);
    assertThat(response.statusCode()).as(ServiceUnderTest.text(response)).isEqualTo(200);
    return new VoTableDocument(response.body());
  }

  /**
   * The axis is in air, 3700 + 1.04·i Å. specutils air_to_vac(…, method="Ciddor1996"): 3804 Å (i =
   * 100) is 3805.080 Å in vacuum, 3805.04 Å (i = 101) is 3806.120 Å, 3856 Å (i = 150) is 3857.093
   * Å, 3857.04 Å is 3858.133 Å.
   */
  @Test
  void cutsAtVacuumWavelengthsAndLeavesTheAxisAsItIs() throws Exception {
    HttpResponse<byte[]> response = get(fixture.blue, "BAND=3.8055e-7 3.8575e-7");
    VoTableDocument cut = new VoTableDocument(response.body());

    ServiceUnderTest.keep("soda-cutout.xml", response);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/x-votable+xml");
    List<Map<String, String>> rows = cut.rows();
    assertThat(rows).hasSize(50);
    assertThat(number(rows.get(0), "wavelength")).isEqualTo(3805.04);
    assertThat(number(rows.get(49), "wavelength")).isEqualTo(3856);
    assertThat(number(rows.get(0), "flux")).isEqualTo(SampleSpectra.flux(101), within(1e-5));
    assertThat(cut.param("spec:Spectrum.DataID.CreationType")).isEqualTo("cutout");
    assertThat(cut.params("parent1")).containsExactly(fixture.blue.toString());
    assertThat(cut.params("BAND")).containsExactly("3.8055E-7 3.8575E-7");
    assertThat(cut.param("spec:Spectrum.Curation.PublisherDID")).isEmpty();
    assertThat(
            Double.parseDouble(cut.param("spec:Spectrum.Char.SpectralAxis.Coverage.Bounds.Start")))
        .isCloseTo(3.806120e-7, within(1e-13));
    assertThat(cut.param("spec:Spectrum.Dataset.Length") + cut.param("spec:Spectrum.Length"))
        .isEqualTo("50");
  }

  @Test
  void openBandsAndTheWholeSpectrumAreServed() throws Exception {
    assertThat(document(fixture.blue, "BAND=-Inf +Inf").rows()).hasSize(SampleSpectra.PIXELS);
    assertThat(document(fixture.blue, "BAND=3.8575e-7 +Inf").rows())
        .hasSize(SampleSpectra.PIXELS - 151);
    VoTableDocument whole = document(fixture.blue, "");
    assertThat(whole.rows()).hasSize(SampleSpectra.PIXELS);
    assertThat(whole.param("spec:Spectrum.DataID.CreationType")).isEqualTo("archival");
  }

  /** 5.1: an empty cut is 204 without a body. */
  @Test
  void anEmptyCutHasNoContent() throws Exception {
    HttpResponse<byte[]> response = get(fixture.blue, "BAND=1e-6 2e-6");

    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(response.body()).isEmpty();
  }

  @Test
  void theSameRequestGivesTheSameBytesByGetAndPost() throws Exception {
    String more = "BAND=3.8e-7 3.9e-7&REBIN=2&SMOOTH=GAUSS 3&FORMAT=fits";
    HttpResponse<byte[]> first = get(fixture.blue, more);
    HttpResponse<byte[]> form = service.post(PATH, FORM, query(fixture.blue, more));
    StringBuilder parts = new StringBuilder();
    for (String pair : query(fixture.blue, more).split("&")) {
      int equals = pair.indexOf('=');
      parts
          .append("--cut\r\nContent-Disposition: form-data; name=\"")
          .append(pair, 0, equals)
          .append("\"\r\n\r\n")
          .append(URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8))
          .append("\r\n");
    }
    HttpResponse<byte[]> multipart =
        service.post(PATH, "multipart/form-data; boundary=cut", parts + "--cut--\r\n");

    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(form.body()).isEqualTo(first.body());
    assertThat(multipart.body()).isEqualTo(first.body());
    String tag = first.headers().firstValue("ETag").orElse("");
    assertThat(tag).matches("\"[0-9a-f]{32}\"");
    assertThat(
            service.get(PATH + "?" + query(fixture.blue, more), "If-None-Match", tag).statusCode())
        .isEqualTo(304);
  }

  @Test
  void fitsCarriesParentsAndParameters() throws Exception {
    HttpResponse<byte[]> response = get(fixture.red, "FRAME=REST&REDSHIFT=0.5&FORMAT=fits");
    ServiceUnderTest.keep("soda-rest.fits", response);
    String cards = ServiceUnderTest.text(response);

    assertThat(response.headers().firstValue("Content-Type")).contains("application/fits");
    assertThat(response.headers().firstValue("Content-Disposition").orElse(""))
        .contains("aat_archive_20261101-RD-0012_red-120_");
    assertThat(cards)
        .contains(
            "CRETYPE = 'projection'",
            "PARENT1 = '" + fixture.red.toString().substring(0, 40),
            "SODA1   = 'REDSHIFT=0.5'",
            "SODA2   = 'FRAME=REST'",
            "SPECSYS = 'SOURCE  '")
        .doesNotContain("DS_IDPUB", "as in the original");
  }

  /** The axis is in air: vac_to_air(air_to_vac(5851) / 1.5) by Ciddor is 3900.643 Å. */
  @Test
  void restFrameShiftsByWayOfVacuumAndScalesTheDensity() throws Exception {
    Map<String, String> row = document(fixture.red, "FRAME=REST&REDSHIFT=0.5").rows().get(100);

    assertThat(number(row, "wavelength")).isCloseTo(3900.6429, within(1e-3));
    assertThat(number(row, "flux")).isCloseTo(1.5 * SampleSpectra.flux(100), within(1e-4));
    // SampleSpectra: sigma is 1 + pixel / 1000.
    assertThat(number(row, "error")).isCloseTo(1.65, within(1e-6));
  }

  @Test
  void rebinsSmoothsAndNormalises() throws Exception {
    VoTableDocument rebinned = document(fixture.blue, "REBIN=3750 3900 10");
    assertThat(rebinned.rows()).hasSize(16);
    assertThat(number(rebinned.rows().get(15), "wavelength")).isEqualTo(3900);

    VoTableDocument normalised = document(fixture.red, "NORMALISE=MEDIAN");
    assertThat(normalised.param("spec:Spectrum.DataID.CreationType")).isEqualTo("filtered");
    assertThat(normalised.params("o_calib_status")).containsExactly("normalized");
    VoTableDocument relative = document(fixture.red, "FLUXCALIB=RELATIVE");
    assertThat(
            relative.rows().stream()
                .filter(r -> !"".equals(r.get("flux")))
                .mapToDouble(r -> number(r, "flux"))
                .max())
        .hasValue(1);
    VoTableDocument smooth = document(fixture.blue, "SMOOTH=BOX 3");
    double mean = (SampleSpectra.flux(9) + SampleSpectra.flux(10) + SampleSpectra.flux(11)) / 3.0;
    assertThat(number(smooth.rows().get(10), "flux")).isCloseTo(mean, within(1e-4));
    assertThat(smooth.rows().get(SampleSpectra.BLANK))
        .containsEntry("flux", "")
        .containsEntry("quality", "1");
  }

  @Test
  void vacuumAndVelocityFramesOnRequest() throws Exception {
    VoTableDocument vacuum = document(fixture.blue, "MEDIUM=VACUUM&SPECSYS=BARYCENT");

    assertThat(vacuum.param("spec:Spectrum.CoordSys.SpectralFrame.RefPos")).isEqualTo("BARYCENT");
    assertThat(vacuum.params("spectral_medium")).containsExactly("vacuum");
    // astropy: barycentric less heliocentric velocity at the AAT, MJD 61345.51, ra 36.45, dec -4.6:
    // 0.0155 km/s; specutils air_to_vac(3804) 3805.080 Å, so 3805.0802 Å.
    assertThat(number(vacuum.rows().get(100), "wavelength")).isCloseTo(3805.080, within(2e-3));
  }

  /** A star's spectrum in vacuum at rest, 300 km/s away: stretched by 1 + 300/299792.458. */
  @Test
  void whatIsPublishedAtRestGoesBackByItsVelocity() throws Exception {
    double stretch = 1 + 300 / 299_792.458;
    float[] flux = {1, 2, 3};
    Spectrum rest =
        new Spectrum(
            new LinearAxis(1, 6560, 1, 3),
            Medium.VACUUM,
            VelocityFrame.SOURCE,
            flux,
            null,
            new byte[3],
            "",
            ErrorKind.NONE);
    PublisherDid star =
        fixture
            .archive
            .add(
                "r-star",
                1,
                "star.fits",
                TestArchive.fits("star", 33),
                new TestArchive.Entry(
                    "star",
                    "all-1",
                    rest,
                    SampleSpectra.row(rest, "star", "all", 1, "star")
                        .set(ObsCoreColumn.RV, 300.0)
                        .build()))
            .get(0);

    VoTableDocument observed = document(star, "FRAME=OBSERVED");

    assertThat(number(observed.rows().get(0), "wavelength"))
        .isCloseTo(6560 * stretch, within(1e-9));
    assertThat(observed.params("REDSHIFT")).hasSize(1);
    // At rest already: nothing to do, and no redshift needed.
    VoTableDocument same = document(star, "FRAME=REST");
    assertThat(number(same.rows().get(0), "wavelength")).isEqualTo(6560);
    assertThat(same.params("REDSHIFT")).isEmpty();
    // BAND is observed: 6561 Å at rest is 6567.57 Å.
    assertThat(document(star, "BAND=6.567e-7 +Inf").rows()).hasSize(2);
    HttpResponse<byte[]> topocentric = get(star, "SPECSYS=TOPOCENT");
    assertThat(topocentric.statusCode()).isEqualTo(400);
  }

  @Test
  void coaddsEpochsAndSplicesArms() throws Exception {
    HttpResponse<byte[]> response = get(fixture.blue, "ID=" + fixture.blueOld + "&COADD=IVAR");
    VoTableDocument sum = new VoTableDocument(response.body());

    ServiceUnderTest.keep("soda-coadd.xml", response);
    assertThat(sum.params("parent1")).containsExactly(fixture.blue.toString());
    assertThat(sum.params("parent2")).containsExactly(fixture.blueOld.toString());
    assertThat(sum.param("spec:Spectrum.DataID.CreationType")).isEqualTo("mosaic");
    // Two copies: flux as it was, sigma over sqrt(2).
    assertThat(number(sum.rows().get(10), "flux")).isCloseTo(SampleSpectra.flux(10), within(1e-4));
    assertThat(number(sum.rows().get(10), "error")).isCloseTo(1.01 / Math.sqrt(2), within(1e-6));
    assertThat(sum.params("t_xel")).containsExactly("2");

    HttpResponse<byte[]> arms = get(fixture.blue, "ID=" + fixture.red + "&SPLICE=PLAIN");
    // Counts and a flux density have no common meaning.
    assertThat(arms.statusCode()).isEqualTo(400);
    assertThat(ServiceUnderTest.text(arms))
        .startsWith("UsageError: the spectra have different units");
    VoTableDocument relative =
        document(fixture.blue, "ID=" + fixture.blueOld + "&SPLICE=PLAIN&FORMAT=votable");
    assertThat(relative.rows()).hasSize(SampleSpectra.PIXELS);
    assertThat(relative.params("SPLICE_FACTOR")).isEmpty();
    // Two copies match as they are.
    assertThat(
            document(fixture.blue, "ID=" + fixture.blueOld + "&SPLICE=MATCH")
                .params("SPLICE_FACTOR"))
        .containsExactly("1.0");
  }

  /** Fibres of one frame, none of them twice. */
  private static List<PublisherDid> hundred() throws Exception {
    Spectrum spectrum = SampleSpectra.blue();
    TestArchive.Entry[] entries = new TestArchive.Entry[100];
    for (int i = 0; i < entries.length; i++) {
      entries[i] =
          new TestArchive.Entry(
              "hundred",
              "blue-" + (i + 1),
              spectrum,
              SampleSpectra.row(spectrum, "hundred", "blue", i + 1, "hundred").build());
    }
    return fixture.archive.add(
        "r-hundred", 1, "hundred.fits", TestArchive.fits("hundred", 34), entries);
  }

  private static String ids(List<PublisherDid> dids) {
    return String.join("&", dids.stream().map(did -> "ID=" + did).toList());
  }

  /** 51 · 99,801 is above 5,000,000; FITS has no keyword PARENT100. */
  @Test
  void addsUpAHundredSpectraButNotOntoAnyGrid() throws Exception {
    List<PublisherDid> dids = hundred();

    HttpResponse<byte[]> sum =
        post(dids.get(0), ids(dids.subList(1, 100)) + "&COADD=MEAN&FORMAT=fits");
    assertThat(sum.statusCode()).isEqualTo(200);
    assertThat(ServiceUnderTest.text(sum)).contains("PARENT99= '", "PARNT100= '");

    HttpResponse<byte[]> large =
        post(dids.get(0), ids(dids.subList(1, 51)) + "&COADD=MEAN&REBIN=1000 5990 0.05");
    assertThat(large.statusCode()).isEqualTo(400);
    assertThat(ServiceUnderTest.text(large))
        .startsWith("UsageError: COADD: 'MEAN' received, expected 51 IDs times 99801 pixels")
        .contains("at most 50 IDs, or 98039 pixels");
  }

  @ParameterizedTest
  @CsvSource({
    "votable, application/x-votable+xml",
    "votable/b2, application/x-votable+xml;serialization=BINARY2",
    "application/fits, application/fits",
    "csv, text/csv",
    "tsv, text/tab-separated-values"
  })
  void servesTheFormsItNames(String format, String mediaType) throws Exception {
    HttpResponse<byte[]> response = get(fixture.blue, "BAND=3.8e-7 3.9e-7&FORMAT=" + format);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith(mediaType);
    ServiceUnderTest.keep(
        "soda-" + format.replaceAll("[^a-z0-9]", "") + (format.startsWith("vot") ? ".xml" : ".dat"),
        response);
    if (format.equals("csv")) {
      assertThat(ServiceUnderTest.text(response)).startsWith("wavelength,flux,error,quality\r\n");
    }
  }

  /** 5.2: text/plain, with SODA's own words in front. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "BAND=5e-7 4e-7 | UsageError: BAND: '5e-7 4e-7' received, expected two numbers",
        "BAND=5e-7 | UsageError: BAND: '5e-7' received",
        "BAND=4e-7 5e-7&BAND=6e-7 7e-7 | MultiValuedParamNotSupported: BAND has 2 values",
        "FORMAT=csv&FORMAT=fits | MultiValuedParamNotSupported: FORMAT",
        "ID=other | MultiValuedParamNotSupported: ID has 2 values; several become one spectrum with COADD or SPLICE only",
        "FRAME=RESTED | UsageError: FRAME: 'RESTED' received, expected one of REST, OBSERVED",
        "FRAME=REST | UsageError: FRAME: 'REST' received, expected REDSHIFT=z beside it",
        "REDSHIFT=0.1 | UsageError: REDSHIFT: '0.1' received, expected FRAME beside it",
        "REDSHIFT=-2&FRAME=REST | UsageError: REDSHIFT: '-2' received, expected a number from -0.1 to 20",
        "COMPONENT=MOON | UsageError: COMPONENT: 'MOON' received, expected one of FLUX, SKY",
        "COMPONENT=SKY&COMPONENT=FLUX | MultiValuedParamNotSupported: COMPONENT has 2 values",
        "MEDIUM=water | UsageError: MEDIUM: 'water' received, expected one of AIR, VACUUM",
        "SPECSYS=SOURCE | UsageError: SPECSYS: 'SOURCE' received, expected one of TOPOCENT",
        "REBIN=-1 | UsageError: REBIN: '-1' received, expected a step in Angstrom",
        "REBIN=5000 4000 1 | UsageError: REBIN",
        "REBIN=1e-9 | UsageError: the grid would have",
        "SMOOTH=BOX | UsageError: SMOOTH: 'BOX' received, expected 'BOX width'",
        "SMOOTH=GAUSS 0 | UsageError: SMOOTH",
        "SMOOTH=GAUSS 3 furlong | UsageError: SMOOTH",
        "NORMALISE=POLY 99 | UsageError: NORMALISE: 'POLY 99' received",
        "NORMALISE=MEDIAN&FLUXCALIB=RELATIVE | UsageError: FLUXCALIB",
        "FLUXCALIB=ABSOLUTE | UsageError: FLUXCALIB: 'ABSOLUTE' received, expected RELATIVE or nothing",
        "COADD=IVAR | UsageError: ID",
        "COADD=IVAR&SPLICE=PLAIN | UsageError: SPLICE: 'PLAIN' received, expected either COADD or SPLICE",
        "FORMAT=gif | UsageError: FORMAT: 'gif' received, expected one of votable",
        "CIRCLE=36 -4 0.1 | UsageError: CIRCLE, POLYGON, POS and SPAXEL are for cubes",
        "POS=RANGE 2 1 3 4 | UsageError: POS: 'RANGE 2 1 3 4' received, expected CIRCLE",
        "POS=BOX 1 2 3 4 | UsageError: POS: 'BOX 1 2 3 4' received, expected CIRCLE",
        "POLYGON=1 2 3 4 | UsageError: POLYGON: '1 2 3 4' received, expected right ascension",
        "TIME=50000 60000 | UsageError: TIME",
        "POL=I | UsageError: POL"
      })
  void namesWhatIsWrong(String more, String text) throws Exception {
    HttpResponse<byte[]> response = get(fixture.blue, more);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
    assertThat(ServiceUnderTest.text(response)).startsWith(text);
  }

  @Test
  void reportsAllFaultsTogether() throws Exception {
    assertThat(ServiceUnderTest.text(get(fixture.blue, "BAND=x&REBIN=y&FORMAT=z")))
        .contains("BAND", "REBIN", "FORMAT");
  }

  @Test
  void pyvosEmptyNumbersAreNoValues() throws Exception {
    assertThat(document(fixture.blue, "BAND=nan nan&REDSHIFT=nan&CIRCLE=nan nan nan").rows())
        .hasSize(SampleSpectra.PIXELS);
  }

  @Test
  void anIdThatLeadsNowhereIsAUsageErrorWithItsStatus() throws Exception {
    for (Object id : List.of("nonsense", fixture.proprietary)) {
      HttpResponse<byte[]> response = get(id, "");

      assertThat(response.statusCode()).isEqualTo(404);
      assertThat(ServiceUnderTest.text(response))
          .isEqualTo("UsageError: ID '" + id + "' names no spectrum here\n");
    }
    HttpResponse<byte[]> gone = get(fixture.takenBack, "");
    assertThat(gone.statusCode()).isEqualTo(410);
    assertThat(ServiceUnderTest.text(gone)).startsWith("UsageError: ID ");
    HttpResponse<byte[]> none = service.get(PATH);
    assertThat(none.statusCode()).isEqualTo(400);
    assertThat(ServiceUnderTest.text(none)).startsWith("UsageError: ID: '' received");
    HttpResponse<byte[]> delete = service.send(HttpRequest.newBuilder(service.uri(PATH)).DELETE());
    assertThat(delete.statusCode()).isEqualTo(405);
    assertThat(ServiceUnderTest.text(delete)).startsWith("UsageError: method DELETE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ID=%zz", "%=1", "BAND=%"})
  void namesAQueryThatIsNoEncoding(String query) throws Exception {
    assertThat(service.rawGet(PATH + "?" + query))
        .startsWith("HTTP/1.1 400")
        .contains("UsageError: query");
  }
}
