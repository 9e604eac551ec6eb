package org.pawprint.ssa;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pawprint.testkit.TestDatabase;
import org.w3c.dom.Element;

/** The search in the words of SIA 2.0, over the rows of {@link Seeds}: seven spectra, one cube. */
class DapQueryIT {
  private static final int ALL = Seeds.PUBLIC_NEWEST.size() + 1;

  private static TestDatabase database;
  private static RunningSsa ssa;

  @BeforeAll
  static void start() throws SQLException {
    database = TestDatabase.migrated();
    SeededCatalogue.insert(database, Seeds.all());
    ssa = new RunningSsa(database);
  }

  @AfterAll
  static void stop() {
    ssa.close();
    database.close();
  }

  private static RunningSsa.Answer ask(String parameters) {
    StringBuilder query = new StringBuilder("/vo/dap/query?");
    for (String pair : parameters.split("&")) {
      String[] parts = pair.split("=", 2);
      query.append(parts[0]).append('=');
      query.append(parts.length == 1 ? "" : URLEncoder.encode(parts[1], StandardCharsets.UTF_8));
      query.append('&');
    }
    return ssa.get(query.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MAXREC=100                                                  | 8
          POS=CIRCLE 150.1 -2.2 0.001                                 | 3
          POS=circle 150.1 -2.2 0.0265                                | 5
          POS=CIRCLE 150.1 -2.2 0.001&POS=CIRCLE 12 89.99 0.01        | 4
          POS=CIRCLE 0 -30 0.01                                       | 2
          POS=RANGE 150 151 -3 -2                                     | 5
          POS=RANGE 150 151 -2.21 +Inf                                | 4
          POS=RANGE -Inf +Inf 0 90                                    | 1
          POS=POLYGON 150 -2.3 150.2 -2.3 150.2 -2.1 150 -2.1         | 5
          POS=POLYGON 150 -2.1 150.2 -2.1 150.2 -2.3 150 -2.3         | 5
          POS=POLYGON 150.105 -2.3 150.2 -2.3 150.2 -2.1 150.105 -2.1 | 1
          POS=POLYGON 359 -31 1 -31 1 -29 359 -29                     | 2
          POS=POLYGON 150.1 -2.2 150.12 -2.2 150.12 -2.19 150.1 -2.19 | 4
          POS=POLYGON 150.05 -2.23 150.15 -2.23 150.15 -2.19 150.105 -2.19 150.105 -2.22 150.05 -2.22 | 2
          POS=POLYGON 150.05 -2.22 150.105 -2.22 150.105 -2.19 150.15 -2.19 150.15 -2.23 150.05 -2.23 | 2
          POS=POLYGON 150.05 -2.23 150.15 -2.23 150.15 -2.19 150.1 -2.19 150.1 -2.2 150.05 -2.2 | 5
          BAND=4.8e-7                                                 | 7
          BAND=4.8e-7 4.85e-7                                         | 7
          BAND=-Inf 4.0e-7                                            | 6
          BAND=9e-7 +Inf                                              | 0
          TIME=52639.99                                               | 1
          TIME=52639 52640&TIME=59297 59298                           | 7
          FOV=0 0.001                                                 | 8
          FOV=0.01 1                                                  | 0
          SPATRES=0 3                                                 | 1
          SPECRP=20000 +Inf                                           | 1
          EXPTIME=3600 3600                                           | 8
          TIMERES=0 2000                                              | 1
          COLLECTION=paws_2df                                         | 2
          COLLECTION=PAWS_2DF                                         | 0
          COLLECTION=paws_2df&COLLECTION=sami_dr3                     | 3
          INSTRUMENT=AAOmega                                          | 8
          FACILITY=AAT                                                | 0
          DPTYPE=cube                                                 | 1
          DPTYPE=spectrum                                             | 7
          CALIB=2                                                     | 8
          CALIB=0&CALIB=1                                             | 0
          TARGET=P1                                                   | 1
          TARGET=P1&TARGET=SN2021abc                                  | 3
          POL=I                                                       | 0
          REDSHIFT=0.4 0.6                                            | 1
          RELEASEDATE=2022-01-01 2022-01-01                           | 1
          RELEASEDATE=-Inf 2021                                       | 0
          FORMAT=application/fits                                     | 8
          FORMAT=image/png                                            | 0
          DPTYPE=spectrum&TARGET=P1&BAND=5e-7                         | 1
          FROBNICATE=1                                                | 8
          """)
  @DisplayName(
      "Values are alternatives, parameters all hold, the unknown meets nothing (SIA-2.0 2.1)")
  void finds(String parameters, int rows) {
    RunningSsa.Answer answer = ask(parameters);

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.voTable().rows()).hasSize(rows);
  }

  @Test
  @DisplayName("A star of fifty points, of which each is a piece, with the rows in its middle")
  void takesAPolygonOfAHundredCorners() {
    String corners =
        IntStream.range(0, 100)
            .mapToObj(i -> corner(i % 2 == 0 ? 0.5 : 0.05, 2 * Math.PI * i / 100))
            .collect(Collectors.joining(" "));
    RunningSsa.Answer answer = ask("POS=POLYGON " + corners);

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.voTable().rows()).hasSize(5);
    assertThat(ask("POS=POLYGON 150 -2 " + corners).status()).isEqualTo(400);
  }

  private static String corner(double radius, double angle) {
    return (150.1 + radius * Math.cos(angle)) + " " + (-2.2 + radius * Math.sin(angle));
  }

  @Test
  void findsAnyVersionByItsName() {
    assertThat(ask("ID=" + Seeds.LIVE_SUPERSEDED).voTable().dids())
        .containsExactly(Seeds.LIVE_SUPERSEDED);
    assertThat(ask("ID=" + Seeds.LIVE_ALIAS).voTable().dids()).containsExactly(Seeds.LIVE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          POS=150.1,-2.2                    | POS
          POS=CIRCLE 150 -2                 | POS
          POS=CIRCLE 150 -92 1              | POS
          POS=CIRCLE 150 -2 0               | POS
          POS=RANGE 2 1 0 1                 | POS
          POS=POLYGON 1 1 2 2               | POS
          POS=POLYGON 0 0 2 2 2 0 0 2       | POS
          POS=POLYGON 0 0 0 0 0 0           | POS
          BAND=green                        | BAND
          BAND=6e-7 5e-7                    | BAND
          TIME=2021-03-24                   | TIME
          FOV=1                             | FOV
          SPECRP=NaN 1                      | SPECRP
          CALIB=7                           | CALIB
          RELEASEDATE=2022-13-01 2023       | RELEASEDATE
          RELEASEDATE=2023 2022             | RELEASEDATE
          MAXREC=-1                         | MAXREC
          RESPONSEFORMAT=pdf                | RESPONSEFORMAT
          """)
  void namesWhatIsWrong(String parameters, String name) {
    RunningSsa.Answer answer = ask(parameters);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.voTable().status()).isEqualTo("ERROR");
    assertThat(answer.voTable().statusText()).startsWith(name + ": ");
  }

  @Test
  @DisplayName("Regions have a budget: each of their numbers goes into the statement")
  void refusesMoreRegionsThanTheDatabaseShouldPlan() {
    assertThat(ask(circles(250)).status()).isEqualTo(200);
    RunningSsa.Answer answer = ask(circles(300));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.voTable().statusText()).startsWith("POS: ").contains("250 circles");
  }

  private static String circles(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "POS=CIRCLE " + i + " 1 0.01")
        .collect(Collectors.joining("&"));
  }

  @Test
  @DisplayName("Rows are those of ObsCore, with its utypes; a cube is its file (ObsCore-1.1 3)")
  void showsObsCoreRows() {
    ParsedVoTable answer = ask("POS=CIRCLE 150.1 -2.2 0.001").voTable();

    assertThat(answer.field("em_min").getAttribute("utype"))
        .isEqualTo("obscore:Char.SpectralAxis.Coverage.Bounds.Limits.LoLimit");
    assertThat(answer.field("access_url").getAttribute("utype"))
        .isEqualTo("obscore:Access.reference");
    assertThat(answer.elements("FIELD"))
        .noneMatch(field -> field.getAttribute("utype").startsWith("ssa:"));
    Map<String, String> cube =
        answer.rows().stream()
            .filter(row -> "cube".equals(row.get("dataproduct_type")))
            .findFirst()
            .orElseThrow();
    assertThat(cube.get("access_url")).contains("/vo/original?ID=");
    assertThat(answer.column("access_format")).containsOnly("application/fits");
    List<String> services =
        answer.elements("RESOURCE").stream().map(r -> r.getAttribute("utype")).toList();
    assertThat(services).contains("adhoc:service", "adhoc:this");
  }

  @Test
  void readsPageByPage() {
    ParsedVoTable first = ask("MAXREC=5").voTable();
    String token = first.infos("NEXT_PAGE").get(0);
    ParsedVoTable second = ask("MAXREC=5&PAGE=" + token).voTable();

    assertThat(first.status()).isEqualTo("OVERFLOW");
    assertThat(second.status()).isEqualTo("OK");
    assertThat(second.dids()).hasSize(ALL - 5).doesNotContainAnyElementsOf(first.dids());
    assertThat(ssa.search("PAGE=" + token).status())
        .as("a page of the other search")
        .isEqualTo(400);
  }

  @Test
  void saysWhichConstraintIsToBlame() {
    List<Element> why =
        ask("TARGET=P1&BAND=9e-7").voTable().elements("INFO").stream()
            .filter(info -> info.getAttribute("name").equals("WHY_NO_ROWS"))
            .toList();

    assertThat(why)
        .extracting(info -> info.getAttribute("value"))
        .containsExactly("BAND", "TARGET");
  }
}
