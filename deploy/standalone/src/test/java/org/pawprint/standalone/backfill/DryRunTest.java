package org.pawprint.standalone.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pawprint.catalogue.survey.SurveyLoaders;
import org.pawprint.catalogue.survey.mapping.MappedLoader;
import org.pawprint.testkit.fixture.SurveyFixture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Loaders and default collections as docs/adding-a-survey.md has them. */
class DryRunTest {
  @TempDir Path folder;

  private void write(String name, byte[] content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  private void fixture(String name, String path) throws IOException {
    write(name, SurveyFixture.content(path));
  }

  private DryRun run(SurveyLoaders loaders, Optional<String> collection) throws IOException {
    return DryRun.of(
        folder,
        loaders,
        collection,
        new Watcher() {
          @Override
          public void say(String line) {}

          @Override
          public void progress(long done, long before, long all, String failures) {}
        });
  }

  private static JsonNode json(DryRun run) {
    JsonMapper mapper = JsonMapper.builder().build();
    return mapper.readTree(mapper.writeValueAsString(run.asMap()));
  }

  @Test
  void tellsBySurveyWhatWouldBeCataloguedAndWhichFilesNothingReads() throws Exception {
    fixture("2df/1.fits", "2dfgrs/000001.fits");
    fixture("vo/arp220.xml", "ivoa/arp220-tabledata.xml");
    fixture("vo/again.xml", "ivoa/arp220-binary.xml");
    fixture("odd/orders.fits", "not-ours/AAO.3orders.fits");
    byte[] whole = SurveyFixture.content("2dfgrs/000001.fits");
    write("odd/cut.fits", Arrays.copyOf(whole, 20_000));
    write("README.md", "about".getBytes(StandardCharsets.UTF_8));

    DryRun run = run(new SurveyLoaders(), Optional.empty());

    JsonNode json = json(run);
    assertThat(run.isAllKnown()).isFalse();
    assertThat(json.path("files").asInt()).isEqualTo(5);
    assertThat(json.path("by_loader").propertyNames())
        .containsExactlyInAnyOrder("2dfgrs", "ivoa-votable");
    assertThat(json.at("/by_loader/2dfgrs/collection").asString()).isEqualTo("2dfgrs_fdr");
    assertThat(json.at("/by_loader/2dfgrs/bytes").asInt()).isEqualTo(whole.length);
    assertThat(json.at("/by_loader/ivoa-votable/files").asInt()).isEqualTo(2);
    assertThat(json.at("/no_loader/0/file").asString()).isEqualTo("odd/orders.fits");
    assertThat(json.path("no_loader")).hasSize(1);
    assertThat(json.at("/unreadable/0/file").asString()).isEqualTo("odd/cut.fits");
    assertThat(json.path("unreadable")).hasSize(1);
    assertThat(json.at("/not_announced/0/file").asString()).isEqualTo("README.md");
    assertThat(run.lines())
        .anyMatch(line -> line.matches("loader ivoa-votable would catalogue 2 files, .* ivoa"))
        .containsSequence(
            "no loader reads 1 file", "  odd/orders.fits: no survey loader knows a file like this");
  }

  @Test
  void knowsTheArchivesDeclaredSurveysAndTheCollectionAskedFor() throws Exception {
    fixture("orders.fits", "not-ours/AAO.3orders.fits");
    Path mappings = Files.createDirectory(folder.resolve("mappings"));
    Files.writeString(
        mappings.resolve("orders.yaml"),
        """
        name: orders
        revision: 1
        collection: orders_dr1
        files: "Orders"
        source: "orders.example"
        identify:
          - {hdu: 0, card: SIMPLE}
          - {hdu: 0, card: NAXIS}
        spectra: file
        flux: {hdu: 0, unit: [{constant: count}]}
        wavelength: {wcs: 0, unit: angstrom, medium: air, frame: topocentric}
        columns:
          obs_id: one
          target_name: one
          s_ra: 1
          s_dec: 1
          facility_name: AAT
          instrument_name: UCLES
          calib_level: 2
          o_ucd: phot.count
        """);

    DryRun run = run(SurveyLoaders.with(MappedLoader.inFolder(mappings)), Optional.of("mine"));

    assertThat(run.isAllKnown()).isTrue();
    assertThat(json(run).at("/by_loader/orders/collection").asString()).isEqualTo("mine");
    assertThat(List.copyOf(json(run).path("no_loader").values())).isEmpty();
  }
}
