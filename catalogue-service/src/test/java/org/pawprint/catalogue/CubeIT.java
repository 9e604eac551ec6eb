package org.pawprint.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pawprint.core.event.StageCommand.StagedFile;
import org.pawprint.testkit.fixture.SurveyFixture;

/** Files with cubes, which have rows but nothing in a segment. */
class CubeIT extends OnEachBroker {

  private static StagedFile sami(String name) throws Exception {
    return service.original(name, SurveyFixture.content("sami/" + name));
  }

  /** Also rows without a segment. */
  private static List<Map<String, Object>> rows(String collection) {
    return service
        .jdbc
        .sql("SELECT * FROM catalogue.obscore WHERE obs_collection = ? ORDER BY obs_publisher_did")
        .param(collection)
        .query()
        .listOfRows();
  }

  @Test
  void aFileWithOnlyACubeIsCataloguedWithoutASegment() throws Exception {
    StagedFile file = sami("24433_A_cube_blue.fits");

    long key = service.send(Commands.of("cube").file(file));

    assertThat(service.awaitState(key, "catalogued")).containsEntry("spectra", 1);
    assertThat(rows("cube"))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("dataproduct_type", "cube")
                    .containsEntry("target_name", "24433")
                    .containsEntry("em_xel", 64L)
                    .containsEntry("s_xel1", 6L)
                    .containsEntry("s_xel2", 5L)
                    .containsEntry("segment", null)
                    .containsEntry("axis_kind", null)
                    .containsEntry("original_sha256", file.sha256()));
  }

  @Test
  void aCubeComesAgainWithoutAChange() throws Exception {
    StagedFile file = sami("24433_A_cube_red.fits");
    service.awaitState(service.send(Commands.of("cube-1").file(file), "cube-again"), "catalogued");

    long again = service.send(Commands.of("cube-2").file(file), "cube-again");

    assertThat(service.awaitState(again, "already")).containsEntry("spectra", 1);
    assertThat(rows("cube-again")).hasSize(1);
  }

  @Test
  void aCubeAndTheSpectraOfItsBinsComeTogetherAndAreSuperseded() throws Exception {
    Commands first =
        Commands.of("bins-1")
            .backfill()
            .file(sami("24433_A_annular_blue.fits"))
            .file(sami("24433_A_cube_blue.fits"))
            .file(service.original("frame.fits", Frames.threeFibres()));
    assertThat(service.awaitState(service.send(first, "bins"), "catalogued"))
        .containsEntry("spectra", 8);

    Commands second =
        Commands.of("bins-2").file(sami("24433_A_annular_blue.fits")).reduction("24433-annular", 2);
    service.awaitState(service.send(second, "bins"), "catalogued");

    assertThat(rows("bins").stream().filter(row -> Boolean.TRUE.equals(row.get("newest"))))
        .extracting(row -> row.get("dataproduct_type"))
        .containsExactlyInAnyOrder(
            "cube", "cube", "spectrum", "spectrum", "spectrum", "spectrum", "spectrum", "spectrum");
    assertThat(rows("bins"))
        .filteredOn(row -> Boolean.FALSE.equals(row.get("newest")))
        .extracting(row -> row.get("dataproduct_subtype"))
        .containsExactlyInAnyOrder("annular", "annular-bin", "annular-bin", "annular-bin");
  }
}
