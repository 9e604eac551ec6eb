package org.pawprint.datalink;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pawprint.core.identifier.PublisherDid;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.spectrum.ErrorKind;
import org.pawprint.core.spectrum.LinearAxis;
import org.pawprint.core.spectrum.Medium;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.core.spectrum.VelocityFrame;

/** Data Central's form: a spectrum by object, collection, index and band. */
class ObjectIT extends ArchiveTests {
  private static final String STAR = "140808002701123";
  private static final String GALAXY = "TGS001Z001";

  /** Catalogued in two collections. */
  private static final String SHARED = "140808002701124";

  /** Of another programme. */
  private static final String HIDDEN = "140808002701125";

  private static final Map<String, PublisherDid> SPECTRA = new HashMap<>();

  @BeforeAll
  static void start() throws Exception {
    archive = new TestArchive(folder);
    // The red end first: arrival must not decide.
    for (int band = 3; band >= 0; band--) {
      star(STAR, "galah_dr3", band, "public", "combined", "normalised");
      star(SHARED, "galah_dr3", band, "public", "combined", "normalised");
    }
    star(SHARED, "galah_dr4", 0, "public", "combined");
    star(HIDDEN, "galah_dr3", 0, "proprietary", "combined");
    add(GALAXY, List.of(entry(4000, galaxy(2, 51000.0)), entry(4000, galaxy(1, 50900.0))));
    serve(archive, Map.of());
  }

  /** One file of a star, with as many spectra as it has subtypes. */
  private static void star(
      String sobjectId, String collection, int band, String rights, String... subtypes)
      throws Exception {
    int[] blueEnds = {4713, 5648, 6478, 7585};
    List<TestArchive.Entry> entries = new ArrayList<>();
    for (String subtype : subtypes) {
      entries.add(
          entry(
              blueEnds[band] + (subtype.equals("normalised") ? 0.5 : 0),
              row(collection, sobjectId, sobjectId, "BVRI".substring(band, band + 1), subtype)
                  .set(ObsCoreColumn.DATA_RIGHTS, rights)));
    }
    add(collection + "-" + sobjectId + (band + 1), entries);
  }

  private static ObsCoreRow.Builder galaxy(int number, double tMin) {
    return row("2dfgrs_fdr", "frame-" + number, GALAXY, null, "science")
        .set(ObsCoreColumn.ALT_TARGET_NAME, "TGS001Z001 old")
        .set(ObsCoreColumn.T_MIN, tMin);
  }

  private static ObsCoreRow.Builder row(
      String collection, String obsId, String target, @Nullable String band, String subtype) {
    return SampleSpectra.row(SampleSpectra.blue(), obsId, "blue", 1, target)
        .set(ObsCoreColumn.OBS_COLLECTION, collection)
        .set(ObsCoreColumn.ARM, band == null ? null : band.toLowerCase(java.util.Locale.ROOT))
        .set(ObsCoreColumn.BAND_NAME, band)
        .set(ObsCoreColumn.DATAPRODUCT_SUBTYPE, subtype);
  }

  private static TestArchive.Entry entry(double blueEnd, ObsCoreRow.Builder builder) {
    Spectrum spectrum = spectrum(blueEnd);
    ObsCoreRow row =
        builder
            .set(ObsCoreColumn.EM_MIN, blueEnd * 1e-10)
            .set(ObsCoreColumn.EM_MAX, (blueEnd + 1) * 1e-10)
            .set(ObsCoreColumn.EM_XEL, 3L)
            .build();
    String name =
        row.text(ObsCoreColumn.BAND_NAME).orElse("all")
            + "-"
            + row.text(ObsCoreColumn.DATAPRODUCT_SUBTYPE).orElse("");
    return new TestArchive.Entry(row.requiredText(ObsCoreColumn.OBS_ID), name, spectrum, row);
  }

  private static Spectrum spectrum(double blueEnd) {
    return new Spectrum(
        new LinearAxis(1, blueEnd, 0.5, 3),
        Medium.AIR,
        VelocityFrame.BARYCENTRIC,
        new float[] {1, 2, 3},
        null,
        new byte[3],
        "count",
        ErrorKind.NONE);
  }

  private static void add(String file, List<TestArchive.Entry> entries) throws Exception {
    List<PublisherDid> dids =
        archive.add(
            "r-" + file,
            1,
            file + ".fits",
            TestArchive.fits(file, 10 + SPECTRA.size()),
            entries.toArray(TestArchive.Entry[]::new));
    for (PublisherDid did : dids) {
      SPECTRA.put(did.collection() + " " + did.obsId() + " " + did.spectrum(), did);
    }
  }

  private static String served(String query) throws Exception {
    HttpResponse<byte[]> response = service.get("/vo/slink/links?" + query);

    assertThat(response.statusCode()).as(ServiceUnderTest.text(response)).isEqualTo(200);
    return new VoTableDocument(response.body()).param("spec:Spectrum.Curation.PublisherDID");
  }

  private static String did(String key) {
    return String.valueOf(SPECTRA.get(key));
  }

  @ParameterizedTest
  @CsvSource({
    "B, 0, B-normalised",
    "B, 1, B-combined",
    "V, 0, V-normalised",
    "G, 1, V-combined",
    "g, 0, V-normalised",
    "R, 0, R-normalised",
    "I, 1, I-combined",
    "i, , I-normalised"
  })
  void findsTheBandsOfAStar(String band, @Nullable String index, String spectrum) throws Exception {
    String query =
        "ID=%s&DR=galah_dr3&IDX=%s&FILT=%s".formatted(STAR, index == null ? "" : index, band);

    assertThat(served(query)).isEqualTo(did("galah_dr3 " + STAR + " " + spectrum));
  }

  @Test
  void countsBandsFromTheBlueEndAndNormalisedFirst() throws Exception {
    List<String> order = new ArrayList<>();
    for (int index = 0; index < 8; index++) {
      order.add(served("ID=" + STAR + "&IDX=" + index));
    }

    assertThat(order)
        .containsExactlyElementsOf(
            List.of("B", "V", "R", "I").stream()
                .flatMap(b -> List.of(b + "-normalised", b + "-combined").stream())
                .map(spectrum -> did("galah_dr3 " + STAR + " " + spectrum))
                .toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"TGS001Z001", "TGS001Z001 old", "frame-1"})
  void knowsAnObjectByEachOfItsNamesAndItsEpochsByTime(String name) throws Exception {
    assertThat(served("ID=" + ServiceUnderTest.encoded(name) + "&DR=2dfgrs_fdr"))
        .isEqualTo(did("2dfgrs_fdr frame-1 all-science"));
  }

  @ParameterizedTest
  @CsvSource({"galah_dr3, galah_dr3", "GALAH_DR4, galah_dr4", "dr4, galah_dr4"})
  void takesACollectionInAnyCaseAndAPartOfItsName(String given, String collection)
      throws Exception {
    assertThat(served("ID=" + SHARED + "&FILT=B&DR=" + given)).contains("/" + collection + "?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ID=nobody | 404 | NotFoundFault: ID 'nobody' names no object of a survey here",
        "ID=140808002701125 | 404 | NotFoundFault: ID '140808002701125' names no object",
        "ID=140808002701124 | 404 | DR: '' received, expected one of galah_dr3, galah_dr4",
        "ID=140808002701124&DR=galah | 404 | DR: 'galah' received, expected one of galah_dr3, galah_dr4",
        "ID=140808002701123&DR=ozdes | 404 | DR: 'ozdes' received, expected galah_dr3",
        "ID=140808002701123&FILT=U | 404 | FILT: 'U' received, expected one of B, V, R, I",
        "ID=TGS001Z001&FILT=B | 404 | FILT: 'B' received, expected none",
        "ID=140808002701123&FILT=I&IDX=2 | 404 | IDX: '2' received, expected 0 to 1: I normalised, I combined",
        "ID=140808002701123&IDX=-1 | 400 | UsageFault: IDX: '-1' received, expected a whole number from 0",
        "DR=galah_dr3&RESPONSEFORMAT=gif | 400 | ID: '' received",
        "DR=galah_dr3&RESPONSEFORMAT=gif | 400 | RESPONSEFORMAT: 'gif' received",
        "ID=140808002701123&RESPONSEFORMAT=gif | 400 | application/fits, image/fits, datalink",
        "ID=140808002701123&FILT=B&FILT=V | 400 | FILT"
      })
  void saysWhichParameterFindsNothingAndWhatIsThere(String query, int status, String words)
      throws Exception {
    HttpResponse<byte[]> response = service.get("/vo/slink/links?" + query);

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(ServiceUnderTest.text(response)).contains(words);
  }

  @Test
  void givesTheSameFileAsTheSpectrumsOwnAddress() throws Exception {
    String did = did("galah_dr3 " + STAR + " R-combined");

    HttpResponse<byte[]> fits =
        service.get(
            "/vo/slink/links?ID=" + STAR + "&DR=galah_dr3&IDX=1&FILT=R&RESPONSEFORMAT=fits");

    assertThat(fits.headers().firstValue("Content-Type")).hasValue("application/fits");
    assertThat(fits.body())
        .isEqualTo(
            service
                .get("/vo/slink?ID=" + ServiceUnderTest.encoded(did) + "&RESPONSEFORMAT=fits")
                .body());
    ServiceUnderTest.keep("object-star.fits", fits);
  }

  @Test
  void givesTheLinksOfTheSpectrum() throws Exception {
    HttpResponse<byte[]> links =
        service.get("/vo/slink/links?ID=" + STAR + "&FILT=R&RESPONSEFORMAT=datalink");

    ServiceUnderTest.keep("links-object.xml", links);
    assertThat(links.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/x-votable+xml;content=datalink");
    List<Map<String, String>> rows = new VoTableDocument(links.body()).rows();
    assertThat(rows)
        .extracting(row -> row.get("ID"))
        .containsOnly(did("galah_dr3 " + STAR + " R-normalised"));
    assertThat(rows).extracting(row -> row.get("semantics")).contains("#this", "#progenitor");
    assertThat(Set.copyOf(rows)).hasSameSizeAs(rows);
  }
}
