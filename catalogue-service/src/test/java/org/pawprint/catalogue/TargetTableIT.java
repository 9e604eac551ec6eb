package org.pawprint.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Positions and redshifts from a survey's table, before and after the spectra. */
class TargetTableIT extends OnEachBroker {
  private static final String TARGET = "D0221394-2854323";
  private static final String TABLE =
      "name,ra,dec,z,mag\n" + TARGET + ",35.5,-28.75,0.25,17.5\nelsewhere,10,20,1.5,18\n";

  /** By astropy-healpix: nside 2**29, nested, of 35.5, -28.75 degrees. */
  private static final long HEALPIX = 2534298652640282689L;

  private final OpsClient ops = new OpsClient(service);

  private static void catalogue(String collection) throws Exception {
    long key =
        service.send(
            Commands.of(collection)
                .file(service.original(collection + ".fits", Frames.threeFibres())));
    service.awaitState(key, "catalogued");
  }

  private static Map<String, Object> target(String collection) {
    return service.rows(collection).stream()
        .filter(row -> TARGET.equals(row.get("target_name")))
        .findFirst()
        .orElseThrow();
  }

  private static double number(Map<String, Object> row, String column) {
    return Double.parseDouble(String.valueOf(row.get(column)));
  }

  @Test
  void whatComesAfterTheTableIsJoinedWithIt() throws Exception {
    JsonNode answer = ops.put("/ops/catalogues/after?file=table.csv", TABLE, 200);
    catalogue("after");

    assertThat(answer.path("changed").asBoolean()).isTrue();
    assertThat(answer.path("table").path("rows").asInt()).isEqualTo(2);
    Map<String, Object> row = target("after");
    assertThat(row).containsEntry("redshift", 0.25);
    assertThat(number(row, "em_min_rest")).isCloseTo(number(row, "em_min") / 1.25, within(1e-20));
    // The frame tells the position itself; it stays.
    assertThat(number(row, "s_ra")).isNotEqualTo(35.5);
    assertThat(service.rows("after").stream().filter(r -> r.get("redshift") == null)).hasSize(2);
  }

  @Test
  void aTableGivenAfterTheSpectraMakesTheSameRows() throws Exception {
    ops.put("/ops/catalogues/first?file=table.csv", TABLE, 200);
    catalogue("first");
    catalogue("second");
    Map<String, Object> before = target("second");
    ops.put("/ops/catalogues/second?file=table.csv", TABLE, 200);

    JsonNode applied = ops.post("/ops/catalogues/second/apply", "", 200);
    JsonNode again = ops.post("/ops/catalogues/second/apply", "", 200);

    assertThat(applied.path("seen").asInt()).isEqualTo(3);
    assertThat(applied.path("changed").asInt()).isEqualTo(1);
    assertThat(again.path("changed").asInt()).isZero();
    Map<String, Object> first = target("first");
    Map<String, Object> second = target("second");
    for (String column :
        List.of(
            "redshift",
            "rv",
            "s_ra",
            "s_dec",
            "s_region",
            "em_min_rest",
            "em_max_rest",
            "healpix")) {
      assertThat(second.get(column)).as(column).isEqualTo(first.get(column));
    }
    assertThat(second.get("last_modified")).isNotEqualTo(before.get("last_modified"));
    assertThat(second.get("obs_publisher_did")).isEqualTo(before.get("obs_publisher_did"));
    assertThat(service.rows("second").stream().map(r -> r.get("last_modified")).distinct())
        .as("the other two are as they were")
        .hasSize(2);
  }

  @Test
  void theCentreOfAFieldGivesWayToTheTarget() throws Exception {
    catalogue("field");
    service
        .jdbc
        .sql(
            "UPDATE catalogue.obscore SET quality_flags = quality_flags | 64 WHERE obs_collection = 'field'")
        .update();
    ops.put("/ops/catalogues/field?file=table.csv", TABLE, 200);

    ops.post("/ops/catalogues/field/apply", "", 200);

    Map<String, Object> row = target("field");
    assertThat(row)
        .containsEntry("s_ra", 35.5)
        .containsEntry("s_dec", -28.75)
        .containsEntry("healpix", HEALPIX);
    assertThat(number(row, "z")).isCloseTo(Math.sin(Math.toRadians(-28.75)), within(1e-15));
    assertThat(String.valueOf(row.get("s_region"))).startsWith("Circle ICRS 35.5 -28.75 0.000291");
    assertThat((int) number(row, "quality_flags") & 64).isZero();
    assertThat(
            service.count(
                "catalogue.obscore WHERE obs_collection = 'field' AND quality_flags & 64 = 64"))
        .isEqualTo(2);
  }

  @Test
  void theSameTableTwiceChangesNothingAndAnotherReplacesIt() throws Exception {
    ops.put("/ops/catalogues/twice?file=table.csv", TABLE, 200);
    Object loaded = provenance("twice").get("loaded_at");

    JsonNode same = ops.put("/ops/catalogues/twice?file=table.csv", TABLE, 200);
    assertThat(same.path("changed").asBoolean()).isFalse();
    assertThat(provenance("twice").get("loaded_at")).isEqualTo(loaded);

    JsonNode other =
        ops.put("/ops/catalogues/twice?file=other.csv", "name,z\n" + TARGET + ",0.5\n", 200);
    assertThat(other.path("changed").asBoolean()).isTrue();
    assertThat(provenance("twice"))
        .containsEntry("file_name", "other.csv")
        .containsEntry("rows", 1L);
    assertThat(service.count("catalogue.target WHERE collection = 'twice'")).isOne();
    assertThat(ops.get("/ops/catalogues").toString()).contains("\"file_name\":\"other.csv\"");
  }

  private static Map<String, Object> provenance(String collection) {
    return service
        .jdbc
        .sql("SELECT * FROM catalogue.target_table WHERE collection = ?")
        .param(collection)
        .query()
        .singleRow();
  }

  @Test
  void everyColumnCanBeQueriedLater() throws Exception {
    ops.put("/ops/catalogues/columns?file=table.csv", TABLE, 200);

    assertThat(
            service
                .jdbc
                .sql(
                    "SELECT (columns->>'mag')::double precision FROM catalogue.target"
                        + " WHERE collection = 'columns' AND key = ?")
                .param(TARGET)
                .query(Double.class)
                .single())
        .isEqualTo(17.5);
  }

  @Test
  void ofRowsWithOneKeyOnlyWhatTheyAgreeOnIsTaken() throws Exception {
    ops.put(
        "/ops/catalogues/both?file=table.csv",
        "name,ra,dec,z,rv\n"
            + TARGET
            + ",35.5,-28.75,0.25,100\n"
            + TARGET
            + ",35.5,-28.75,0.26,100\n",
        200);
    catalogue("both");

    assertThat(target("both")).containsEntry("rv", 100.0).containsEntry("redshift", null);
  }

  @Test
  void aTableThatCannotBeUsedChangesNothing() throws Exception {
    ops.put("/ops/catalogues/kept?file=table.csv", TABLE, 200);

    JsonNode fault =
        ops.put("/ops/catalogues/kept?file=bad.csv", "name,ra,dec\na,10,20\nb,400,0\n", 400);

    assertThat(fault.path("detail").asString()).contains("row 2: position 400.0, 0.0");
    assertThat(provenance("kept")).containsEntry("file_name", "table.csv");
    assertThat(service.count("catalogue.target WHERE collection = 'kept'")).isEqualTo(2);
    ops.put("/ops/catalogues/kept?file=t.csv&colour=red", TABLE, 400);
    ops.put("/ops/catalogues/a%20b?file=t.csv", TABLE, 400);
    ops.put("/ops/catalogues/kept", TABLE, 400);
  }
}
