package org.pawprint.catalogue.join;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pawprint.core.sky.SkyPosition;
import org.pawprint.store.catalogue.TargetRow;
import org.pawprint.store.catalogue.TargetTables;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Expected values are those that targets/make.py gave to astropy, or stand in the test's own CSV.
 */
class TargetTableTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir Path folder;

  @Test
  void readsFitsByTheColumnsNamed() throws Exception {
    List<TargetRow> rows =
        rows(
            resource("targets.fits"),
            Map.of(
                TargetQuantity.RA, "star_ra",
                TargetQuantity.DEC, "STAR_DEC",
                TargetQuantity.REDSHIFT, "zred",
                TargetQuantity.RV, "vel"));

    assertStars(rows);
  }

  @Test
  void readsVoTableByItsUcds() throws Exception {
    assertStars(rows(resource("targets.vot"), Map.of()));
  }

  private static void assertStars(List<TargetRow> rows) {
    assertThat(rows)
        .extracting(TargetRow::key)
        .containsExactly("140305003201001", "140305003201002", "140305003201003");
    assertThat(rows)
        .extracting(r -> r.target().position().orElseThrow())
        .containsExactly(
            new SkyPosition(35.5, -28.75),
            new SkyPosition(36.25, -29.5),
            new SkyPosition(359.75, 0.125));
    assertThat(rows)
        .extracting(r -> r.target().redshift())
        .containsExactly(Optional.of(0.25), Optional.of(0.5), Optional.empty());
    assertThat(rows)
        .extracting(r -> r.target().rv())
        .containsExactly(Optional.of(-12.5), Optional.of(30.0), Optional.empty());
  }

  @Test
  void keepsEveryColumnOfARow() throws Exception {
    List<TargetRow> rows = rows(resource("targets.fits"), Map.of(TargetQuantity.REDSHIFT, "zred"));

    JsonNode last = JSON.readTree(rows.get(2).columns());
    assertThat(last.path("sobject_id").asLong()).isEqualTo(140305003201003L);
    assertThat(last.path("zred").isNull()).isTrue();
    assertThat(last.path("vel").asDouble()).isEqualTo(-9999.0);
    assertThat(last.path("flags").get(1).asInt()).isEqualTo(6);
  }

  @Test
  void readsCsvByUsualNamesAndTakesSilentColumnsAsDegrees() throws Exception {
    List<TargetRow> rows = csv("CATAID,RA,DEC,Z\n6802,174.006,0.7208,0.05272\n");

    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).key()).isEqualTo("6802");
    assertThat(rows.get(0).target().position()).contains(new SkyPosition(174.006, 0.7208));
    assertThat(rows.get(0).target().redshift()).contains(0.05272);
  }

  @Test
  void tellsWhichColumnIsReadAsWhat() throws Exception {
    try (TargetTable table =
        TargetTable.open(
            resource("targets.fits"),
            "targets.fits",
            new ColumnChoice(Map.of(TargetQuantity.RV, "vel", TargetQuantity.REDSHIFT, "zred")))) {
      JsonNode columns = JSON.readTree(table.columns());

      assertThat(columns.path("key").path("column").asString()).isEqualTo("sobject_id");
      assertThat(columns.path("rv").path("column").asString()).isEqualTo("vel");
      assertThat(columns.path("rv").path("unit").asString()).isEqualTo("km s-1");
      assertThat(columns.has("ra")).isFalse();
    }
  }

  @Test
  void blanksAndSurveysWordsForNoneAreAbsent() throws Exception {
    List<TargetRow> rows =
        csv("name,ra,dec,z,rv\na,10,20,-9.999,9999\nb,-999,-999,0,12.5\nc,,,,\n,1,20,0.1,1\n");

    assertThat(rows.get(0).target().redshift()).isEmpty();
    assertThat(rows.get(0).target().rv()).isEmpty();
    assertThat(rows.get(1).target().position()).isEmpty();
    assertThat(rows.get(1).target().redshift()).contains(0.0);
    assertThat(rows.get(2).target().position()).isEmpty();
    assertThat(rows.get(3).key()).isNull();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "sexagesimal text    | name,ra,dec/a,12:34:56.7,-01:02:03 | (--ra) holds text",
        "outside the sphere  | name,ra,dec/a,370,20/b,1,2         | row 1: position 370.0, 20.0",
        "radians, silently   | name,ra,dec/a,6.1,-0.5/b,3,1.5     | would fit radians",
        "half a position     | name,ra,z/a,10,0.1                 | no column for --dec",
        "no key              | spectrum,ra,dec/a,10,20            | name one with --key",
        "nothing to join     | name,mag/a,17                      | no column holds a position"
      })
  void refusesInWords(String what, String lines, String reason) {
    assertThatExceptionOfType(UnfitTable.class)
        .as(what)
        .isThrownBy(() -> csv(lines.replace('/', '\n') + "\n"))
        .withMessageContaining(reason);
  }

  @Test
  void believesTheOperatorsUnit() throws Exception {
    assertThat(
            rows(csvFile("name,ra,dec\na,1.5,-0.5\n"), Map.of(TargetQuantity.RA, "ra[deg]"))
                .get(0)
                .target()
                .position())
        .contains(new SkyPosition(1.5, -0.5));
    assertThatExceptionOfType(UnfitTable.class)
        .isThrownBy(
            () -> rows(csvFile("name,vel\na,12000\n"), Map.of(TargetQuantity.RV, "vel[m/s]")))
        .withMessageContaining("is in 'm/s'; it must be km/s");
  }

  @Test
  void namesTheColumnsWhereOneIsNotThere() {
    assertThatExceptionOfType(UnfitTable.class)
        .isThrownBy(
            () -> rows(csvFile("name,ra,dec\na,1,2\n"), Map.of(TargetQuantity.KEY, "ident")))
        .withMessageContaining("no column 'ident'; it has name, ra, dec");
  }

  @Test
  void saysThatSomethingIsNoTable() {
    assertThatExceptionOfType(UnfitTable.class)
        .isThrownBy(
            () -> {
              Path file = Files.writeString(folder.resolve("notes.txt"), "no table at all\n");
              rows(file, Map.of());
            })
        .withMessageContaining("notes.txt: no FITS or VOTable table");
  }

  private List<TargetRow> csv(String text) throws IOException {
    return rows(csvFile(text), Map.of());
  }

  private Path csvFile(String text) throws IOException {
    return Files.writeString(folder.resolve("table.csv"), text);
  }

  private Path resource(String name) throws IOException {
    Path file = folder.resolve(name);
    try (InputStream in = TargetTableTest.class.getResourceAsStream("/targets/" + name)) {
      Files.write(file, Objects.requireNonNull(in).readAllBytes());
    }
    return file;
  }

  private static List<TargetRow> rows(Path file, Map<TargetQuantity, String> columns)
      throws IOException {
    Map<TargetQuantity, String> given = new EnumMap<>(TargetQuantity.class);
    given.putAll(columns);
    try (TargetTable table =
        TargetTable.open(file, String.valueOf(file.getFileName()), new ColumnChoice(given))) {
      TargetTables.Rows rows = table.rows();
      List<TargetRow> all = new ArrayList<>();
      for (TargetRow row = rows.next(); row != null; row = rows.next()) {
        all.add(row);
      }
      return all;
    }
  }
}
