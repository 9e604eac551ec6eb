package org.pawprint.datalink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowStreamReader;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pawprint.core.identifier.PublisherDid;
import org.pawprint.core.spectrum.ErrorKind;
import org.pawprint.core.spectrum.LinearAxis;
import org.pawprint.core.spectrum.Medium;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.core.spectrum.VelocityFrame;

/** Many spectra in one answer; astropy and STILTS read what is kept here (.ci/checks). */
class BulkIT extends FixtureTests {
  private static final int LIMIT = 100_000;
  private static final String NOBODY = "ivo://pawprint.test/aat_archive?20261101-BL-0012/blue-999";

  /** Of another length than the others. */
  private static PublisherDid shortSpectrum;

  /** Its segment is away. */
  private static PublisherDid lost;

  @BeforeAll
  static void start() throws Exception {
    serveFixture(Map.of("pawprint.datalink.bulk-requests", 2));
    shortSpectrum = add("r-short", "20261104-BL-0001");
    Set<Path> before = segments();
    lost = add("r-lost", "20261104-BL-0002");
    Set<Path> ofLost = segments();
    ofLost.removeAll(before);
    Files.delete(ofLost.iterator().next());
  }

  /** A spectrum of half the pixels, without errors. */
  private static PublisherDid add(String reduction, String obsId) throws Exception {
    int pixels = SampleSpectra.PIXELS / 2;
    Spectrum spectrum =
        new Spectrum(
            new LinearAxis(1, 4000, 2, pixels),
            Medium.VACUUM,
            VelocityFrame.BARYCENTRIC,
            new float[pixels],
            null,
            new byte[pixels],
            "count",
            ErrorKind.NONE);
    return fixture
        .archive
        .add(
            reduction,
            1,
            reduction + ".fits",
            TestArchive.fits(reduction, 40),
            new TestArchive.Entry(
                obsId,
                "blue-1",
                spectrum,
                SampleSpectra.row(spectrum, obsId, "blue", 1, "Barnard's star").build()))
        .get(0);
  }

  private static Set<Path> segments() throws IOException {
    try (Stream<Path> files = Files.walk(fixture.archive.segmentFolder())) {
      return files.filter(Files::isRegularFile).collect(Collectors.toSet());
    }
  }

  /** Three spectra of as many kinds of axis, not in the order in which they arrived. */
  private static List<String> ids() {
    return List.of(
        fixture.logarithmic.toString(),
        NOBODY,
        fixture.red.alias().toString(),
        fixture.blueCube.toString(),
        fixture.proprietary.toString(),
        fixture.blue.toString(),
        fixture.takenBack.toString(),
        fixture.red.toString());
  }

  private static String lines(List<String> ids) {
    return String.join("\n", ids);
  }

  private static HttpResponse<byte[]> post(String format, List<String> ids) throws Exception {
    return service.post("/vo/spectra?RESPONSEFORMAT=" + format, "text/plain", lines(ids));
  }

  private static Map<String, byte[]> unzipped(byte[] zip) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), in.readAllBytes());
      }
    }
    return files;
  }

  private static byte[] single(Object did) throws Exception {
    return service.get("/vo/slink?RESPONSEFORMAT=fits&ID=" + ServiceUnderTest.encoded(did)).body();
  }

  private static List<String> dids(HttpResponse<byte[]> zip) throws IOException {
    return unzipped(zip.body()).entrySet().stream()
        .filter(file -> file.getKey().endsWith(".fits"))
        .map(file -> didCard(file.getValue()))
        .toList();
  }

  /** Value of DS_IDPUB, which goes on in a CONTINUE card. */
  private static String didCard(byte[] fits) {
    String header = new String(fits, 0, 5 * 2880, StandardCharsets.ISO_8859_1);
    int at = header.indexOf("DS_IDPUB=");
    String value = header.substring(at + 11, at + 80).strip();
    if (value.endsWith("&'")) {
      String next = header.substring(at + 91, at + 160).strip();
      value = value.substring(0, value.length() - 2) + next;
    }
    return value.replaceAll("'.*", "");
  }

  @Test
  void aZipHoldsTheFilesOfSlinkInTheOrderAskedForAndSaysWhatIsMissing() throws Exception {
    HttpResponse<byte[]> response = post("zip", ids());

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/zip");
    Map<String, byte[]> files = unzipped(response.body());
    assertThat(files.keySet())
        .extracting(name -> name.substring(0, Math.min(7, name.length())))
        .containsExactly("000001_", "000002_", "000003_", "000004_", "missing");
    List<byte[]> contents = new ArrayList<>(files.values());
    assertThat(contents.get(0)).isEqualTo(single(fixture.logarithmic));
    assertThat(contents.get(1)).isEqualTo(single(fixture.red));
    assertThat(contents.get(2)).isEqualTo(single(fixture.blue));
    assertThat(contents.get(3)).isEqualTo(single(fixture.red));
    assertThat(new String(contents.get(4), StandardCharsets.UTF_8).lines())
        .containsExactly(
            NOBODY + "\tID '" + NOBODY + "' names no spectrum here",
            fixture.blueCube + "\ta data cube, which is no single spectrum",
            fixture.proprietary + "\tID '" + fixture.proprietary + "' names no spectrum here",
            fixture.takenBack
                + "\tID '"
                + fixture.takenBack
                + "' was withdrawn on 2026-11-22: fibres were swapped");
  }

  @Test
  void aTarHoldsTheSameFiles() throws Exception {
    HttpResponse<byte[]> tar = post("tar", ids());
    ServiceUnderTest.keep("bulk.tar", tar);

    Map<String, byte[]> files = new LinkedHashMap<>();
    byte[] bytes = tar.body();
    int at = 0;
    while (bytes[at] != 0) {
      String name = new String(bytes, at, 100, StandardCharsets.US_ASCII).replace("\0", "");
      int size = Integer.parseInt(new String(bytes, at + 124, 11, StandardCharsets.US_ASCII), 8);
      files.put(name, Arrays.copyOfRange(bytes, at + 512, at + 512 + size));
      at += 512 + (size + 511) / 512 * 512;
    }
    assertThat(bytes.length - at).isEqualTo(1024);
    Map<String, byte[]> zipped = unzipped(post("zip", ids()).body());
    assertThat(files.keySet()).containsExactlyElementsOf(zipped.keySet());
    files.forEach((name, content) -> assertThat(content).as(name).isEqualTo(zipped.get(name)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"equal", "ragged"})
  void tablesAreAsLongAsTheySayAndKeptForOtherReaders(String kind) throws Exception {
    List<String> ids = new ArrayList<>(ids());
    if (kind.equals("ragged")) {
      ids.add(2, shortSpectrum.toString());
    }

    HttpResponse<byte[]> fits = post("fits", ids);
    HttpResponse<byte[]> votable = post("votable", ids);

    ServiceUnderTest.keep("bulk-" + kind + ".fits", fits);
    ServiceUnderTest.keep("bulk-" + kind + ".vot", votable);
    assertThat(fits.headers().firstValue("Content-Type")).hasValue("application/fits");
    assertThat(fits.headers().firstValueAsLong("Content-Length").orElse(-1))
        .isEqualTo(fits.body().length);
    assertThat(fits.body().length % 2880).isZero();
    assertThat(votable.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/x-votable+xml;serialization=BINARY2");
    VoTableDocument document = new VoTableDocument(votable.body());
    assertThat(document.info("found")).isEqualTo(kind.equals("ragged") ? "5" : "4");
    assertThat(document.info("missing")).isEqualTo("4");
  }

  @Test
  void arrowIsReadByArrowItself() throws Exception {
    List<String> ids = new ArrayList<>(ids());
    ids.add(2, shortSpectrum.toString());

    HttpResponse<byte[]> response = post("arrow", ids);

    assertThat(response.headers().firstValue("Content-Type"))
        .hasValue("application/vnd.apache.arrow.stream");
    ServiceUnderTest.keep("bulk-ragged.arrows", response);
    try (BufferAllocator memory = new RootAllocator();
        ArrowStreamReader reader =
            new ArrowStreamReader(new ByteArrayInputStream(response.body()), memory)) {
      VectorSchemaRoot table = reader.getVectorSchemaRoot();
      assertThat(reader.loadNextBatch()).isTrue();
      assertThat(table.getRowCount()).isEqualTo(5);
      assertThat(table.getVector("target_name").getObject(1)).hasToString("Barnard's star");
      assertThat(table.getVector("obs_publisher_did").getObject(2))
          .hasToString(fixture.red.toString());
      assertThat(table.getVector("t_exptime").getObject(2)).isEqualTo(1700.0);
      assertThat(table.getVector("em_xel").getObject(1)).isEqualTo(SampleSpectra.PIXELS / 2);
      assertArrays(table, 0, SampleSpectra.logarithmic());
      assertArrays(table, 2, SampleSpectra.red());
      assertArrays(table, 3, SampleSpectra.blue());
      assertThat(String.valueOf(table.getSchema().getCustomMetadata().get("missing")).lines())
          .extracting(line -> line.split("\t", -1)[0])
          .containsExactly(
              NOBODY,
              fixture.blueCube.toString(),
              fixture.proprietary.toString(),
              fixture.takenBack.toString());
      assertThat(table.getSchema().findField("wavelength").getMetadata())
          .containsEntry("unit", "Angstrom");
      assertThat(reader.loadNextBatch()).isFalse();
    }
  }

  private static void assertArrays(VectorSchemaRoot table, int row, Spectrum spectrum) {
    float[] sigma = spectrum.sigma();
    assertThat(table.getVector("wavelength").getObject(row))
        .asInstanceOf(InstanceOfAssertFactories.list(Double.class))
        .containsExactly(Arrays.stream(spectrum.axis().toArray()).boxed().toArray(Double[]::new));
    assertThat(table.getVector("flux").getObject(row))
        .asInstanceOf(InstanceOfAssertFactories.list(Float.class))
        .containsExactlyElementsOf(floats(spectrum.flux()));
    assertThat(table.getVector("error").getObject(row))
        .asInstanceOf(InstanceOfAssertFactories.list(Float.class))
        .containsExactlyElementsOf(sigma == null ? List.of() : floats(sigma));
    assertThat(table.getVector("quality").getObject(row))
        .asInstanceOf(InstanceOfAssertFactories.list(Byte.class))
        .hasSameSizeAs(spectrum.mask())
        .element(SampleSpectra.BLANK)
        .isEqualTo(spectrum.mask()[SampleSpectra.BLANK]);
  }

  private static List<Float> floats(float[] values) {
    List<Float> floats = new ArrayList<>();
    for (float value : values) {
      floats.add(value);
    }
    return floats;
  }

  /** Two arms, by steps of one width, and by steps of one velocity, are what SODA makes of each. */
  @ParameterizedTest
  @ValueSource(strings = {"3650 6300 2.5", "log 3900 5900 200"})
  void onACommonGridEachSpectrumIsWhatSodaMakesOfIt(String grid) throws Exception {
    List<PublisherDid> dids = List.of(fixture.red, fixture.blue, fixture.logarithmic);
    HttpResponse<byte[]> response = onGrid("arrow", grid, dids);

    try (BufferAllocator memory = new RootAllocator();
        ArrowStreamReader reader =
            new ArrowStreamReader(new ByteArrayInputStream(response.body()), memory)) {
      VectorSchemaRoot table = reader.getVectorSchemaRoot();
      assertThat(reader.loadNextBatch()).isTrue();
      assertThat(table.getSchema().getCustomMetadata()).containsEntry("grid", grid);
      for (int row = 0; row < dids.size(); row++) {
        List<Map<String, String>> soda = soda(dids.get(row), grid);
        assertThat(table.getVector("em_xel").getObject(row)).isEqualTo(soda.size());
        assertThat(table.getVector("spectral_medium").getObject(row)).hasToString("vacuum");
        assertSame(table, row, "wavelength", soda, "wavelength");
        assertSame(table, row, "flux", soda, "flux");
        assertSame(table, row, "quality", soda, "quality");
        if (dids.get(row) == fixture.logarithmic) {
          assertThat((List<?>) table.getVector("error").getObject(row)).isEmpty();
        } else {
          assertSame(table, row, "error", soda, "error");
        }
      }
    }
  }

  private static HttpResponse<byte[]> onGrid(String format, String grid, List<PublisherDid> dids)
      throws Exception {
    return service.post(
        "/vo/spectra?RESPONSEFORMAT=" + format + "&GRID=" + ServiceUnderTest.encoded(grid),
        "text/plain",
        lines(dids.stream().map(PublisherDid::toString).toList()));
  }

  private static List<Map<String, String>> soda(PublisherDid did, String grid) throws Exception {
    String query =
        "/vo/soda/sync?MEDIUM=VACUUM&ID=%s&REBIN=%s"
            .formatted(ServiceUnderTest.encoded(did), ServiceUnderTest.encoded(grid));
    return new VoTableDocument(service.get(query).body()).rows();
  }

  private static void assertSame(
      VectorSchemaRoot table, int row, String name, List<Map<String, String>> soda, String column) {
    List<?> numbers = (List<?>) table.getVector(name).getObject(row);
    assertThat(numbers).hasSameSizeAs(soda);
    for (int i = 0; i < soda.size(); i++) {
      String cell = String.valueOf(soda.get(i).get(column));
      // Boxed, so that NaN equals NaN.
      Double expected = cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
      Number number = (Number) numbers.get(i);
      Double found =
          number instanceof Float ? Double.parseDouble(number.toString()) : number.doubleValue();
      assertThat(found).as("%s of pixel %d", name, i).isEqualTo(expected);
    }
  }

  /** Counts of the 299 good pixels, from 3700 Å to 4010.96 Å in air, are all in the grid. */
  @Test
  void aCommonGridConservesCountsAndIsBlankOutside() throws Exception {
    HttpResponse<byte[]> response = onGrid("arrow", "3000 4500 3", List.of(fixture.blue));
    double sum = 0;
    for (int i = 0; i < SampleSpectra.PIXELS; i++) {
      sum += i == SampleSpectra.BLANK ? 0 : SampleSpectra.flux(i);
    }

    try (BufferAllocator memory = new RootAllocator();
        ArrowStreamReader reader =
            new ArrowStreamReader(new ByteArrayInputStream(response.body()), memory)) {
      VectorSchemaRoot table = reader.getVectorSchemaRoot();
      reader.loadNextBatch();
      List<?> flux = (List<?>) table.getVector("flux").getObject(0);
      List<?> error = (List<?>) table.getVector("error").getObject(0);
      List<?> quality = (List<?>) table.getVector("quality").getObject(0);
      assertThat(
              flux.stream()
                  .mapToDouble(value -> ((Number) value).doubleValue())
                  .filter(Double::isFinite)
                  .sum())
          .isCloseTo(sum, within(0.01));
      for (int outside : new int[] {0, flux.size() - 1}) {
        assertThat(flux.get(outside)).isEqualTo(Float.NaN);
        assertThat(error.get(outside)).isEqualTo(Float.NaN);
        assertThat(quality.get(outside)).isEqualTo((byte) 1);
      }
    }
  }

  @Test
  void onACommonGridAFitsTableHasVectorsAndIsAsLongAsItSays() throws Exception {
    List<PublisherDid> dids = List.of(shortSpectrum, fixture.red, fixture.logarithmic);

    HttpResponse<byte[]> fits = onGrid("fits", "3600 6300 0.9", dids);
    HttpResponse<byte[]> votable = onGrid("votable", "3600 6300 0.9", dids);

    ServiceUnderTest.keep("bulk-grid.fits", fits);
    ServiceUnderTest.keep("bulk-grid.vot", votable);
    assertThat(fits.headers().firstValueAsLong("Content-Length").orElse(-1))
        .isEqualTo(fits.body().length);
    assertThat(new VoTableDocument(votable.body()).info("grid")).isEqualTo("3600 6300 0.9");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GRID=2 | GRID: '2' received, expected 'first last step' in Angstrom",
        "GRID=LOG+69 | a step alone has no ends that all spectra share",
        "GRID=5000+4000+1 | GRID: '5000 4000 1' received",
        "GRID=4000+5000+x | GRID: '4000 5000 x' received",
        "GRID=4000+1e13+1 | GRID: '4000 1e13 1' received",
        "GRID=4000+5000+0.001 | the grid would have 1000001 pixels; from 2 to 100000 are possible",
        "GRID=4000+5000+1&GRID=4000+5000+2 | expected one value",
        "GRID=4000+5000+1&RESPONSEFORMAT=zip | expected it with votable, fits or arrow",
        "GRID=4000+5000+1&RESPONSEFORMAT=tar | expected it with votable, fits or arrow"
      })
  void saysWhatIsWrongWithAGrid(String query, String words) throws Exception {
    HttpResponse<byte[]> response = service.post("/vo/spectra?" + query, "text/plain", NOBODY);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(ServiceUnderTest.text(response)).startsWith("UsageFault: GRID: ").contains(words);
  }

  /** More than the container keeps back, so that the beginning is on its way when it breaks. */
  @ParameterizedTest
  @ValueSource(strings = {"fits", "zip", "tar"})
  void anAnswerThatBreaksOffCannotBeTakenForWhole(String form) throws Exception {
    List<String> ids = new ArrayList<>(Collections.nCopies(400, fixture.blue.toString()));
    ids.add(lost.toString());

    assertThatThrownBy(() -> post(form, ids)).isInstanceOf(IOException.class);
  }

  @Test
  void aVotableSaysThatItBrokeOff() throws Exception {
    List<String> ids = new ArrayList<>(Collections.nCopies(400, fixture.blue.toString()));
    ids.add(lost.toString());

    HttpResponse<byte[]> response = post("votable", ids);

    assertThat(new VoTableDocument(response.body()).info("QUERY_STATUS")).isEqualTo("ERROR");
  }

  @Test
  void aStoreThatIsAwayFromTheBeginningIsSaidSo() throws Exception {
    HttpResponse<byte[]> response = post("zip", List.of(lost.toString()));

    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(ServiceUnderTest.text(response))
        .isEqualTo("TransientFault: the file store cannot be read now\n");
    assertThat(response.headers().firstValue("Retry-After")).isPresent();
  }

  /** By GET the query is the whole request, and HEAD tells of it without the spectra. */
  @Test
  void anAddressCanNameTheSpectra() throws Exception {
    List<String> ids = List.of(fixture.red.toString(), fixture.blue.toString());
    String query =
        "ID="
            + ServiceUnderTest.encoded(ids.get(0))
            + "&ID="
            + ServiceUnderTest.encoded(ids.get(1))
            + "&RESPONSEFORMAT=fits";

    HttpResponse<byte[]> got = service.get("/vo/spectra?" + query);
    HttpResponse<byte[]> head =
        service.send(
            HttpRequest.newBuilder(service.uri("/vo/spectra?" + query))
                .method("HEAD", HttpRequest.BodyPublishers.noBody()));
    HttpResponse<byte[]> none = service.get("/vo/spectra?RESPONSEFORMAT=zip");

    assertThat(got.statusCode()).isEqualTo(200);
    assertThat(got.body()).isEqualTo(post("fits", ids).body());
    assertThat(got.headers().firstValue("Cache-Control")).hasValue("no-cache");
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValue("Content-Length"))
        .hasValue(String.valueOf(got.body().length));
    assertThat(none.statusCode()).isEqualTo(400);
    assertThat(ServiceUnderTest.text(none)).startsWith("UsageFault: ID: '' received");
  }

  /** Has the beginning of a long answer, and reads no further. */
  private static Socket slowReader() throws IOException {
    byte[] body = lines(Collections.nCopies(LIMIT, fixture.blue.toString())).getBytes(UTF_8);
    Socket socket = new Socket("127.0.0.1", service.uri("").getPort());
    String head =
        "POST /vo/spectra?RESPONSEFORMAT=tar HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type:"
            + " text/plain\r\nContent-Length: %d\r\n\r\n";
    socket.getOutputStream().write(head.formatted(body.length).getBytes(UTF_8));
    socket.getOutputStream().write(body);
    assertThat(socket.getInputStream().readNBytes(1000)).hasSize(1000);
    return socket;
  }

  private static void awaitAPlace() {
    await()
        .untilAsserted(
            () ->
                assertThat(post("zip", List.of(fixture.blue.toString())).statusCode())
                    .isEqualTo(200));
  }

  /** RFC 6585, 4: nothing is away, and there are two places. */
  @Test
  void whoFindsNoPlaceIsToldToComeAgain() throws Exception {
    HttpResponse<byte[]> third;
    try (Socket first = slowReader();
        Socket second = slowReader()) {
      third = post("zip", List.of(fixture.blue.toString()));
    }

    assertThat(third.statusCode()).isEqualTo(429);
    assertThat(ServiceUnderTest.text(third)).startsWith("TransientFault: other requests for many");
    assertThat(third.headers().firstValueAsLong("Retry-After")).hasValue(10);
    awaitAPlace();
  }

  @Test
  void aClientThatGoesAwayGivesItsPlaceBack() throws Exception {
    for (int i = 0; i < 3; i++) {
      slowReader().close();
    }

    // Of two places three clients have had one, and have gone.
    awaitAPlace();
  }

  @Test
  void everythingMissingIsAnAnswerToo() throws Exception {
    HttpResponse<byte[]> fits = post("fits", List.of(NOBODY));
    HttpResponse<byte[]> votable = post("votable", List.of(NOBODY));

    ServiceUnderTest.keep("bulk-none.fits", fits);
    ServiceUnderTest.keep("bulk-none.vot", votable);
    assertThat(fits.statusCode()).isEqualTo(200);
    assertThat(new VoTableDocument(votable.body()).info("missing")).isEqualTo("1");
    assertThat(unzipped(post("zip", List.of(NOBODY)).body())).containsOnlyKeys("missing.txt");
  }

  @Test
  void takesMoreIdsInAFormThanTheContainerWould() throws Exception {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < LIMIT - 1; i++) {
      ids.add("ivo://pawprint.test/aat_archive?20261101-BL-0012/blue-" + (100_000 + i));
    }
    ids.add(fixture.blue.toString());
    String form =
        ids.stream()
            .map(id -> "ID=" + ServiceUnderTest.encoded(id))
            .collect(Collectors.joining("&"));

    HttpResponse<byte[]> response = service.post("/vo/spectra", FORM, form + "&RESPONSEFORMAT=zip");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(dids(response)).containsExactly(fixture.blue.toString());
    assertThat(
            new String(unzipped(response.body()).get("missing.txt"), StandardCharsets.UTF_8)
                .lines())
        .hasSize(LIMIT - 1);
    HttpResponse<byte[]> tooMany = service.post("/vo/spectra", FORM, form + "&ID=one-more");
    assertThat(tooMany.statusCode()).isEqualTo(400);
    assertThat(ServiceUnderTest.text(tooMany))
        .isEqualTo(
            "UsageFault: ID: 'more than 100000 IDs' received, expected at most that many in one"
                + " request\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json", "tabledata", "links"})
  void takesAListOfIdsInTheBodyWhateverItIsCalled(String kind) throws Exception {
    String blue = fixture.blue.toString();
    String red = fixture.red.toString();
    String body =
        switch (kind) {
          case "text" -> "\n" + red + "\r\n\r\n  " + blue + "  ";
          case "json" -> " [\"" + red + "\",\n\"" + blue + "\"]";
          case "tabledata" -> votable("obs_publisher_did", red, blue);
          default -> votable("ID", red, blue);
        };

    HttpResponse<byte[]> response =
        service.post("/vo/spectra?responseformat=ZIP", "application/octet-stream", body);

    assertThat(response.statusCode()).as(ServiceUnderTest.text(response)).isEqualTo(200);
    assertThat(dids(response)).containsExactly(red, blue);
  }

  private static String votable(String column, String... ids) {
    StringBuilder rows = new StringBuilder();
    for (String id : ids) {
      rows.append("<TR><TD>1.5</TD><TD>").append(id).append("</TD></TR>");
    }
    return "<?xml version='1.0'?><VOTABLE version='1.4'><RESOURCE><TABLE><FIELD name='n'"
        + " datatype='double'/><FIELD name='"
        + column
        + "' datatype='char' arraysize='*'/><DATA><TABLEDATA>"
        + rows
        + "</TABLEDATA></DATA></TABLE></RESOURCE></VOTABLE>";
  }

  @Test
  void takesItsOwnVotableBackAsAnUpload() throws Exception {
    byte[] table = post("votable", ids()).body();
    String boundary = "----parts";
    String head =
        "--%1$s\r\nContent-Disposition: form-data; name=\"RESPONSEFORMAT\"\r\n\r\nzip\r\n--%1$s\r\nContent-Disposition:"
            + " form-data; name=\"UPLOAD\"; filename=\"ids.vot\"\r\nContent-Type: application/x-votable+xml\r\n\r\n";
    String body =
        head.formatted(boundary)
            + new String(table, StandardCharsets.UTF_8)
            + "\r\n--%s--\r\n".formatted(boundary);

    HttpResponse<byte[]> response =
        service.post("/vo/spectra", "multipart/form-data; boundary=" + boundary, body);

    assertThat(response.statusCode()).as(ServiceUnderTest.text(response)).isEqualTo(200);
    assertThat(dids(response))
        .containsExactly(
            fixture.logarithmic.toString(),
            fixture.red.toString(),
            fixture.blue.toString(),
            fixture.red.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/plain | '' | ID: '' received, expected a publisher DID",
        "text/plain | [1, 2] | expected a JSON array of texts",
        "text/plain | [\"a\" | expected a JSON array of texts",
        "text/plain | <VOTABLE/> | expected a column obs_publisher_did or ID",
        "text/plain | <VOTABLE> | list of IDs",
        "application/x-www-form-urlencoded | ivo://a.b/c?d/e | a list of IDs is sent as Content-Type text/plain",
        "application/x-www-form-urlencoded | ID=%zz | form: 'ID=%zz' received",
        "application/x-www-form-urlencoded | ID=a&RESPONSEFORMAT=gif | RESPONSEFORMAT: 'gif' received, expected one of votable",
        "application/x-www-form-urlencoded | ID=a&RESPONSEFORMAT=zip&RESPONSEFORMAT=tar | RESPONSEFORMAT: 'zip' and 'tar' received"
      })
  void namesWhatItCannotRead(String type, String body, String words) throws Exception {
    HttpResponse<byte[]> response = service.post("/vo/spectra", type, body);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(ServiceUnderTest.text(response)).startsWith("UsageFault: ").contains(words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%s",
        "[\"%s\"]",
        "<VOTABLE><RESOURCE><TABLE><FIELD name='ID'"
            + " datatype='char' arraysize='*'/><DATA><TABLEDATA><TR><TD>%s</TD></TR></TABLEDATA></DATA></TABLE></RESOURCE></VOTABLE>"
      })
  void refusesAnIdThatIsTooLongToBeOne(String form) throws Exception {
    HttpResponse<byte[]> response =
        service.post("/vo/spectra", "text/plain", form.formatted("x".repeat(2001)));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(ServiceUnderTest.text(response)).contains("IDs of at most 2000 characters");
  }

  /** A byte order mark begins the file of many an editor; a part of one begins nothing. */
  @Test
  void readsBehindAByteOrderMark() throws Exception {
    byte[] mark = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    byte[] half = {(byte) 0xEF};

    assertThat(
            service
                .post("/vo/spectra", "text/plain", concat(mark, NOBODY.getBytes(UTF_8)))
                .statusCode())
        .isEqualTo(200);
    assertThat(service.post("/vo/spectra", "text/plain", half).statusCode()).isLessThan(500);
  }

  @Test
  void refusesAJsonTextThatIsNoId() throws Exception {
    HttpResponse<byte[]> response =
        service.post("/vo/spectra", "application/json", "[\"" + "x".repeat(100_000) + "\"]");

    assertThat(response.statusCode()).isEqualTo(400);
  }

  private static byte[] concat(byte[] a, byte[] b) {
    byte[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }
}
