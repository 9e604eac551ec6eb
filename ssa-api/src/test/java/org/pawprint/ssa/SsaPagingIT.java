package org.pawprint.ssa;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pawprint.testkit.TestDatabase;

/** Listings read page by page while the catalogue changes. */
class SsaPagingIT {
  private static final int COPIES = 40;

  /** A new version of a spectrum as the catalogue writes it: old row out of sight, new row in. */
  private static final String SUPERSEDE =
      """
      UPDATE catalogue.spectrum SET newest = false, state = 'superseded' WHERE id = %1$d;
      UPDATE catalogue.obscore SET newest = false, last_modified = now() WHERE spectrum_id = %1$d;
      INSERT INTO catalogue.spectrum (id, did, alias, reduction, newest, state)
        SELECT %2$d, did || 'x', alias, reduction, true, 'current' FROM catalogue.spectrum WHERE id = %1$d;
      INSERT INTO catalogue.obscore
        SELECT (jsonb_populate_record(o, jsonb_build_object('spectrum_id', %2$d, 'newest', true,
          'obs_publisher_did', o.obs_publisher_did || 'x'))).*
        FROM catalogue.obscore o WHERE spectrum_id = %1$d
      """;

  private static final String WITHDRAW =
      """
      UPDATE catalogue.spectrum SET newest = false, state = 'withdrawn' WHERE id = %1$d;
      UPDATE catalogue.obscore SET newest = false, last_modified = now() WHERE spectrum_id = %1$d
      """;

  private static final String TOUCH =
      "UPDATE catalogue.obscore SET redshift = 0.5, last_modified = now() WHERE spectrum_id = %d";

  private static final long FIRST_COPY = 1_000_001;

  private TestDatabase database;
  private RunningSsa ssa;

  @BeforeEach
  void start() throws SQLException {
    database = TestDatabase.migrated();
    SeededCatalogue.insert(database, Seeds.all());
    SeededCatalogue.insertCopies(database, COPIES);
    ssa = new RunningSsa(database);
  }

  @AfterEach
  void stop() {
    ssa.close();
    database.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"TARGETNAME=copy", "TARGETNAME=copy&POS=150.1,-2.2", "MTIME=2026/"})
  @DisplayName("Pages together are the listing in one piece, in its order")
  void pagesAreTheWhole(String search) {
    List<String> whole = ssa.search(search + "&MAXREC=1000").voTable().dids();

    assertThat(whole).hasSizeGreaterThanOrEqualTo(COPIES);
    assertThat(pages(search, 7, page -> {})).isEqualTo(whole);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TARGETNAME=copy", "TARGETNAME=copy&POS=150.1,-2.2"})
  @DisplayName("What changes while pages are read neither skips nor repeats a spectrum")
  void pagesAreOfTheMomentOfTheFirst(String search) {
    List<String> before = ssa.search(search + "&MAXREC=1000").voTable().dids();

    List<String> read =
        pages(
            search,
            10,
            page -> {
              if (page == 1) {
                // One that was read, one that was not, one brought up to date, one new.
                run(SUPERSEDE.formatted(FIRST_COPY, 2_000_001));
                run(SUPERSEDE.formatted(FIRST_COPY + 25, 2_000_002));
                run(TOUCH.formatted(FIRST_COPY + 30));
                SeededCatalogue.insertCopies(database, 3_000_001, 1);
              }
              if (page == 2) {
                run(SUPERSEDE.formatted(2_000_002, 2_000_003));
              }
            });

    assertThat(read).isEqualTo(before);
    assertThat(ssa.search(search + "&MAXREC=1000").voTable().dids())
        .hasSize(COPIES + 1)
        .doesNotContain(before.get(0))
        .contains(before.get(0) + "x");
  }

  @Test
  @DisplayName("What is withdrawn while pages are read is not shown")
  void withdrawnIsWithdrawn() {
    List<String> before = ssa.search("TARGETNAME=copy&MAXREC=1000").voTable().dids();

    List<String> read =
        pages(
            "TARGETNAME=copy",
            10,
            page -> {
              if (page == 1) {
                run(WITHDRAW.formatted(FIRST_COPY + 20));
              }
            });

    assertThat(read).isEqualTo(before.stream().filter(did -> !did.equals(before.get(20))).toList());
  }

  @Test
  void aPageOfAnotherSearchIsRefused() {
    String token = nextPage(ssa.search("TARGETNAME=copy&MAXREC=5").voTable());

    RunningSsa.Answer other = ssa.search("TARGETNAME=P1&PAGE=" + token);

    assertThat(other.status()).isEqualTo(400);
    assertThat(other.text()).contains("PAGE").contains("another search");
    assertThat(ssa.search("TARGETNAME=copy&MAXREC=7&RUNID=x&PAGE=" + token).voTable().rows())
        .hasSize(7);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "MTIz", "Ozs7Ozs7", "%00", "'%20OR%201=1"})
  void whatNoAnswerGaveIsRefused(String token) {
    RunningSsa.Answer answer = ssa.search("TARGETNAME=copy&PAGE=" + token);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.voTable().status()).isEqualTo("ERROR");
    assertThat(answer.text()).contains("PAGE");
  }

  private interface BetweenPages {
    void after(int page) throws SQLException;
  }

  private List<String> pages(String search, int rows, BetweenPages between) {
    List<String> dids = new ArrayList<>();
    String page = "";
    for (int i = 1; i < 100; i++) {
      ParsedVoTable answer = ssa.search(search + "&MAXREC=" + rows + page).voTable();
      dids.addAll(answer.dids());
      if (!answer.status().equals("OVERFLOW")) {
        assertThat(answer.infos("NEXT_PAGE")).isEmpty();
        return dids;
      }
      page = "&PAGE=" + nextPage(answer);
      try {
        between.after(i);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
    throw new IllegalStateException("no end of pages");
  }

  private static String nextPage(ParsedVoTable answer) {
    return answer.infos("NEXT_PAGE").get(0);
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(sql);
      connection.commit();
    }
  }
}
