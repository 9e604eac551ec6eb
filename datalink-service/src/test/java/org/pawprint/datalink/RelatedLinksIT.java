package org.pawprint.datalink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pawprint.core.identifier.PublisherDid;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.spectrum.QualityFlag;
import org.pawprint.core.spectrum.Spectrum;

/** Bands, forms and epochs among the links; every test has a target and a place of its own. */
class RelatedLinksIT extends ArchiveTests {
  private static final double ARCSEC = 1 / 3600.0;

  private static int files;

  @BeforeAll
  static void start() {
    archive = new TestArchive(folder);
    serve(archive, Map.of());
  }

  /** A spectrum without arm, band and fibre; {@code day} is the MJD on which it began. */
  private static TestArchive.Entry entry(
      String obsId,
      String name,
      String target,
      double raDeg,
      double day,
      UnaryOperator<ObsCoreRow.Builder> more) {
    Spectrum spectrum = SampleSpectra.blue();
    ObsCoreRow.Builder row =
        SampleSpectra.row(spectrum, obsId, "blue", 1, target)
            .set(ObsCoreColumn.ALT_OBS_ID, null)
            .set(ObsCoreColumn.ARM, null)
            .set(ObsCoreColumn.BAND_NAME, null)
            .set(ObsCoreColumn.FIBRE, null)
            .set(ObsCoreColumn.PIVOT, null)
            .set(ObsCoreColumn.DATAPRODUCT_SUBTYPE, "science")
            .set(ObsCoreColumn.T_XEL, 1L)
            .set(ObsCoreColumn.S_RA, raDeg)
            .set(ObsCoreColumn.S_DEC, 0.0)
            .set(ObsCoreColumn.T_MIN, day)
            .set(ObsCoreColumn.T_MAX, day + 0.02)
            .set(ObsCoreColumn.T_MIDPOINT, day + 0.01);
    return new TestArchive.Entry(obsId, name, spectrum, more.apply(row).build());
  }

  private static TestArchive.Entry entry(
      String obsId, String name, String target, double raDeg, double day) {
    return entry(obsId, name, target, raDeg, day, row -> row);
  }

  /** Files the spectra of one file. */
  private static List<PublisherDid> add(TestArchive.Entry... entries) throws Exception {
    files++;
    return archive.add(
        "r" + files, 1, files + ".fits", TestArchive.fits("f", 100 + files), entries);
  }

  private static List<Map<String, String>> links(PublisherDid did, String localSemantics)
      throws Exception {
    var response = service.get("/vo/datalink/links?ID=" + ServiceUnderTest.encoded(did));
    ServiceUnderTest.keep("links-related-" + files + ".xml", response);
    return new VoTableDocument(response.body())
        .rows().stream().filter(row -> localSemantics.equals(row.get("local_semantics"))).toList();
  }

  private static List<String> linked(PublisherDid did, String localSemantics) throws Exception {
    return links(did, localSemantics).stream().map(RelatedLinksIT::url).toList();
  }

  private static String url(Map<String, String> link) {
    return String.valueOf(link.get("access_url"));
  }

  private static String urlOf(PublisherDid did) {
    return ServiceUnderTest.PUBLIC_BASE
        + "/vo/slink?ID="
        + ServiceUnderTest.encoded(did)
        + "&RESPONSEFORMAT=fits";
  }

  private static UnaryOperator<ObsCoreRow.Builder> band(String arm, String band, double metres) {
    return row ->
        row.set(ObsCoreColumn.ARM, arm)
            .set(ObsCoreColumn.BAND_NAME, band)
            .set(ObsCoreColumn.EM_MIN, metres)
            .set(ObsCoreColumn.PIVOT, 17);
  }

  private static ObsCoreRow.Builder normalised(ObsCoreRow.Builder row) {
    return row.set(ObsCoreColumn.DATAPRODUCT_SUBTYPE, "normalised");
  }

  /** A star of GALAH: four files, one with its normalised spectrum. */
  @Test
  void fourBandsOfAStarFollowByWavelengthAndTheNormalisedOneIsAnotherForm() throws Exception {
    String star = "160812002301017";
    PublisherDid i = add(entry(star, "I", star, 10, 57612, band("infrared", "I", 7585e-10))).get(0);
    PublisherDid r = add(entry(star, "R", star, 10, 57612, band("red", "R", 6478e-10))).get(0);
    PublisherDid v = add(entry(star, "V", star, 10, 57612, band("green", "V", 5648e-10))).get(0);
    UnaryOperator<ObsCoreRow.Builder> blue = band("blue", "B", 4713e-10);
    List<PublisherDid> b =
        add(
            entry(star, "B", star, 10, 57612, blue),
            entry(star, "B-normalised", star, 10, 57612, row -> normalised(blue.apply(row))));

    assertThat(linked(b.get(0), "other-arm")).containsExactly(urlOf(v), urlOf(r), urlOf(i));
    assertThat(linked(b.get(0), "other-form")).containsExactly(urlOf(b.get(1)));
    assertThat(links(b.get(0), "other-form").get(0))
        .containsEntry("semantics", "#coderived")
        .containsEntry(
            "description", "Same target and exposure, normalised, one exposure, 2016-08-12");
    assertThat(linked(b.get(1), "other-arm")).isEmpty();
    assertThat(linked(b.get(1), "other-form")).containsExactly(urlOf(b.get(0)));
    assertThat(linked(r, "other-arm")).containsExactly(urlOf(b.get(0)), urlOf(v), urlOf(i));
    assertThat(links(r, "other-arm").get(0)).containsEntry("description", "Same target, arm blue");
    assertThat(linked(r, "other-epoch")).isEmpty();
  }

  /** A complete file of 6dFGS: V, R and VR of two nights, V and R taken one after the other. */
  @Test
  void bandsOfOneNightInOneFileBelongTogether() throws Exception {
    String target = "g2359555-392832";
    UnaryOperator<ObsCoreRow.Builder> v = row -> row.set(ObsCoreColumn.BAND_NAME, "V");
    UnaryOperator<ObsCoreRow.Builder> r =
        row -> row.set(ObsCoreColumn.BAND_NAME, "R").set(ObsCoreColumn.EM_MIN, 5.5e-7);
    UnaryOperator<ObsCoreRow.Builder> vr = row -> row.set(ObsCoreColumn.BAND_NAME, "VR");
    List<PublisherDid> file =
        add(
            entry("20020813.1638", "v-121", target, 18, 52499.695, v),
            entry("20020813.1604", "r-121", target, 18, 52499.670, r),
            entry("20020813.1638-1604", "vr-121", target, 18, 52499.680, vr),
            entry("20020910.1511", "v-108", target, 18, 52527.630, v),
            entry("20020910.1430", "r-108", target, 18, 52527.607, r));
    add(entry("20020813.1700", "r-121", target, 18, 52499.720, r));

    assertThat(linked(file.get(0), "other-band"))
        .containsExactlyInAnyOrder(urlOf(file.get(1)), urlOf(file.get(2)));
    assertThat(linked(file.get(0), "other-epoch")).containsExactly(urlOf(file.get(3)));
    assertThat(linked(file.get(2), "other-band"))
        .containsExactlyInAnyOrder(urlOf(file.get(0)), urlOf(file.get(1)));
    assertThat(linked(file.get(4), "other-band")).containsExactly(urlOf(file.get(3)));
    assertThat(links(file.get(3), "bands-and-forms")).hasSize(1);
  }

  /** Own first, then what is linked as another band or form, each as /vo/slink gives it. */
  @Test
  void aPackageHoldsTheBandsAndFormsOfTheExposure() throws Exception {
    String star = "160813001601330";
    UnaryOperator<ObsCoreRow.Builder> blue = band("blue", "B", 4713e-10);
    List<PublisherDid> b =
        add(
            entry(star, "B", star, 15, 57613, blue),
            entry(star, "B-normalised", star, 15, 57613, row -> normalised(blue.apply(row))));
    PublisherDid r = add(entry(star, "R", star, 15, 57613, band("red", "R", 6478e-10))).get(0);
    add(entry("later", "R", star, 15, 57999, band("red", "R", 6478e-10)));

    Map<String, String> link = links(r, "bands-and-forms").get(0);

    assertThat(link)
        .containsEntry("semantics", "#package")
        .containsEntry("content_type", "application/zip")
        .containsEntry("description", "This spectrum and the other band linked here, as a zip");
    assertThat(links(b.get(0), "bands-and-forms").get(0).get("description"))
        .isEqualTo("This spectrum and the 2 other bands and forms linked here, as a zip");
    assertThat(links(b.get(1), "bands-and-forms").get(0).get("description"))
        .isEqualTo("This spectrum and the other form linked here, as a zip");
    HttpResponse<byte[]> zip = fetched(url(link));
    assertThat(link).containsEntry("content_length", String.valueOf(zip.body().length));
    assertThat(contents(zip.body()))
        .containsExactly(fetched(urlOf(r)).body(), fetched(urlOf(b.get(0))).body());
  }

  private static HttpResponse<byte[]> fetched(String url) throws Exception {
    HttpResponse<byte[]> response =
        service.get(url.substring(ServiceUnderTest.PUBLIC_BASE.length()));
    assertThat(response.statusCode()).isEqualTo(200);
    return response;
  }

  private static List<byte[]> contents(byte[] zip) throws Exception {
    List<byte[]> contents = new ArrayList<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      while (in.getNextEntry() != null) {
        contents.add(in.readAllBytes());
      }
    }
    return contents;
  }

  @Test
  void epochsAndVersionsMakeNoPackage() throws Exception {
    PublisherDid alone = add(entry("n0", "s", "lonely", 16, 58000)).get(0);
    PublisherDid again = add(entry("n1", "s", "lonely", 16, 58001)).get(0);
    archive.add(
        "r" + files,
        2,
        "n1-2.fits",
        TestArchive.fits("f", 99),
        entry("n1", "s", "lonely", 16, 58001));

    for (PublisherDid did : List.of(alone, again)) {
      assertThat(links(did, "bands-and-forms")).isEmpty();
    }
    assertThat(linked(again, "newer-version")).hasSize(1);
  }

  /** Ten of a kind are linked: ten bands and ten forms, of which one finds no room. */
  @Test
  void aPackageHoldsTwentyAtMostAndSaysSo() throws Exception {
    List<TestArchive.Entry> entries = new ArrayList<>();
    for (int i = 0; i <= 10; i++) {
      int band = i;
      entries.add(
          entry("many", "s" + i, "m", 17, 58000, r -> r.set(ObsCoreColumn.BAND_NAME, "b" + band)));
      entries.add(
          entry(
              "many",
              "c" + i,
              "m",
              17,
              58000,
              row ->
                  row.set(ObsCoreColumn.BAND_NAME, "b0")
                      .set(ObsCoreColumn.DATAPRODUCT_SUBTYPE, "combined")));
    }
    PublisherDid given = add(entries.toArray(TestArchive.Entry[]::new)).get(0);

    Map<String, String> link = links(given, "bands-and-forms").get(0);

    assertThat(link.get("description"))
        .isEqualTo("This spectrum and 19 of the 20 other bands and forms linked here, as a zip");
    assertThat(url(link).split("[?&]ID=")).hasSize(1 + 20);
    byte[] zip = fetched(url(link)).body();
    assertThat(link).containsEntry("content_length", String.valueOf(zip.length));
    assertThat(contents(zip)).hasSize(20).first().isEqualTo(fetched(urlOf(given)).body());
  }

  @Test
  void bandsWithoutArmsBelongTogetherToo() throws Exception {
    List<PublisherDid> bands =
        add(
            entry("6df-1", "V-3", "g1", 20, 52000, r -> r.set(ObsCoreColumn.BAND_NAME, "V")),
            entry("6df-1", "R-3", "g1", 20, 52000, r -> r.set(ObsCoreColumn.BAND_NAME, "R")));

    assertThat(linked(bands.get(0), "other-band")).containsExactly(urlOf(bands.get(1)));
    assertThat(links(bands.get(0), "other-band").get(0))
        .containsEntry("description", "Same target, band R");
  }

  /** Co-adds of a patch of sky share one obs_id. */
  @Test
  void otherTargetsOfTheSameGroupAreNoneOfItsBands() throws Exception {
    List<PublisherDid> group =
        add(
            entry("main-1", "11-b", "DESI 11", 30, 59000, band("b", "b", 3600e-10)),
            entry("main-1", "11-r", "DESI 11", 30, 59000, band("r", "r", 5760e-10)),
            entry("main-1", "12-r", "DESI 12", 30.1, 59000, band("r", "r", 5760e-10)));

    assertThat(linked(group.get(0), "other-arm")).containsExactly(urlOf(group.get(1)));
  }

  @Test
  void aCoAddAndItsEpochsAreFormsOfOneAnotherAndEpochsAreEpochs() throws Exception {
    List<PublisherDid> object =
        add(
            entry(
                "SN1",
                "all",
                "SN1",
                40,
                57000,
                row ->
                    row.set(ObsCoreColumn.DATAPRODUCT_SUBTYPE, "combined")
                        .set(ObsCoreColumn.T_XEL, 2L)
                        .set(ObsCoreColumn.T_MAX, 58000.02)),
            entry("SN1", "57000", "SN1", 40, 57000, r -> r.set(ObsCoreColumn.PIVOT, 3)),
            entry("SN1", "58000", "SN1", 40, 58000, r -> r.set(ObsCoreColumn.PIVOT, 9)));

    assertThat(linked(object.get(0), "other-form"))
        .containsExactly(urlOf(object.get(2)), urlOf(object.get(1)));
    assertThat(linked(object.get(0), "other-epoch")).isEmpty();
    assertThat(linked(object.get(1), "other-form")).containsExactly(urlOf(object.get(0)));
    assertThat(links(object.get(1), "other-form").get(0).get("description"))
        .contains("combined, 2 exposures");
    assertThat(linked(object.get(1), "other-epoch")).containsExactly(urlOf(object.get(2)));
  }

  /** MJD 58849 is 2020-01-01. */
  @Test
  void theNewestTenEpochsAreLinkedWithTheirDates() throws Exception {
    List<PublisherDid> epochs = new ArrayList<>();
    for (int day = 0; day < 13; day++) {
      epochs.addAll(add(entry("night" + day, "s", "AGN 7", 50, 58849 + day)));
    }

    List<Map<String, String>> links = links(epochs.get(0), "other-epoch");

    assertThat(links)
        .extracting(RelatedLinksIT::url)
        .containsExactly(
            IntStream.rangeClosed(3, 12)
                .mapToObj(day -> urlOf(epochs.get(15 - day)))
                .toArray(String[]::new));
    assertThat(links.get(0))
        .containsEntry("semantics", "#counterpart")
        .containsEntry("content_qualifier", "#spectrum")
        .containsEntry("description", "Same target on 2020-01-13 at 00:14 UTC, aat_archive");
  }

  @Test
  void anArcsecondMakesTheSameTargetAndANameAnArcminute() throws Exception {
    PublisherDid given = add(entry("p0", "s", "one", 60, 58000)).get(0);
    PublisherDid close = add(entry("p1", "s", "two", 60 + 0.9 * ARCSEC, 58001)).get(0);
    add(entry("p2", "s", "three", 60 + 1.1 * ARCSEC, 58002));
    PublisherDid named = add(entry("p3", "s", "one", 60 - 50 * ARCSEC, 58003)).get(0);
    add(entry("p4", "s", "one", 60 + 70 * ARCSEC, 58004));
    add(entry("p5", "s", "one", 61, 58005));

    assertThat(linked(given, "other-epoch")).containsExactly(urlOf(named), urlOf(close));
  }

  /** Where RA goes from 360 to 0 and HEALPix numbers jump. */
  @Test
  void findsEpochsAcrossTheMeridianOfZero() throws Exception {
    PublisherDid given = add(entry("z0", "s", "zero", 359.9999, 58000)).get(0);
    PublisherDid other = add(entry("z1", "s", "zero", 0.0001, 58001)).get(0);

    assertThat(linked(given, "other-epoch")).containsExactly(urlOf(other));
    assertThat(linked(other, "other-epoch")).containsExactly(urlOf(given));
  }

  @Test
  void theCentreOfAFieldIsNoPlaceOfATarget() throws Exception {
    UnaryOperator<ObsCoreRow.Builder> inField =
        row -> row.set(ObsCoreColumn.QUALITY_FLAGS, QualityFlag.FIELD_POSITION.bit());
    PublisherDid given = add(entry("f0", "s", "star 1", 70, 58000, inField)).get(0);
    add(entry("f1", "s", "star 2", 70, 58001, inField));
    PublisherDid again = add(entry("f2", "s", "star 1", 71, 58002, inField)).get(0);

    assertThat(linked(given, "other-epoch")).containsExactly(urlOf(again));
  }

  @Test
  void epochsOfAnotherArmAndThoseOfOthersProgrammesAreNotLinked() throws Exception {
    PublisherDid given = add(entry("a0", "s", "w", 80, 58000, band("red", "R", 6e-7))).get(0);
    add(entry("a1", "s", "w", 80, 58001, band("blue", "B", 4e-7)));
    PublisherDid red = add(entry("a2", "s", "w", 80, 58002, band("red", "R", 6e-7))).get(0);
    add(
        entry(
            "a3",
            "s",
            "w",
            80,
            58003,
            row ->
                band("red", "R", 6e-7)
                    .apply(row)
                    .set(ObsCoreColumn.DATA_RIGHTS, "proprietary")
                    .set(ObsCoreColumn.PROPOSAL_ID, "A/1")
                    .set(ObsCoreColumn.OBS_RELEASE_DATE, Instant.parse("2199-01-01T00:00:00Z"))));

    assertThat(linked(given, "other-epoch")).containsExactly(urlOf(red));
  }

  /** 2dfdr's combined frame has an obs_id of its own and meets its exposures by plate and pivot. */
  @Test
  void theCombinedFrameIsAnotherFormOfItsExposures() throws Exception {
    UnaryOperator<ObsCoreRow.Builder> fibre =
        row ->
            band("red", "R", 6e-7)
                .apply(row)
                .set(ObsCoreColumn.FIBRE, 5)
                .set(ObsCoreColumn.ALT_OBS_ID, "plate-17");
    PublisherDid single = add(entry("x-0001", "red-17", "t", 90, 58000, fibre)).get(0);
    PublisherDid combined =
        add(entry(
                "comb-1",
                "red-17",
                "t",
                90,
                58000,
                row ->
                    fibre
                        .apply(row)
                        .set(ObsCoreColumn.DATAPRODUCT_SUBTYPE, "combined")
                        .set(ObsCoreColumn.T_MAX, 58000.1)))
            .get(0);

    assertThat(linked(single, "other-form")).containsExactly(urlOf(combined));
    assertThat(linked(combined, "other-form")).containsExactly(urlOf(single));
    assertThat(linked(single, "other-epoch")).isEmpty();
  }
}
