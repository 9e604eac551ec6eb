package org.pawprint.ssa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pawprint.testkit.TestDatabase;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The search over HTTP, as role pawprint_ssa, against {@link Seeds}. */
class SsaQueryIT {
  private static final String POS = "POS=150.1,-2.2&";

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

  private static List<String> found(String parameters) {
    RunningSsa.Answer answer = ssa.search(parameters);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.voTable().dids();
  }

  @Nested
  class Cone {
    @Test
    @DisplayName("SIZE is a diameter, 0.05 deg when not given (SSA-1.1 4.1.1.2)")
    void takesSizeAsDiameter() {
      // 90.36 arcsec away: outside a radius of 0.025 deg, inside one of 0.026 deg.
      assertThat(found(POS)).containsExactlyInAnyOrder(Seeds.LIVE, Seeds.RELEASED, Seeds.OZDES);
      assertThat(found(POS + "SIZE=0.052")).contains(Seeds.OUTSIDE);
    }

    @Test
    void ordersByDistanceInArcsec() {
      List<Map<String, String>> rows = ssa.search(POS + "SIZE=1").voTable().rows();

      assertThat(rows).extracting(row -> row.get("obs_publisher_did")).endsWith(Seeds.OUTSIDE);
      // astropy: SkyCoord(150.1,-2.2).separation(SkyCoord(150.11,-2.2)) and (150.1,-2.2251).
      assertThat(Double.parseDouble(cell(rows, 2, "score")))
          .isCloseTo(35.973464990784585, within(1e-7));
      assertThat(Double.parseDouble(cell(rows, 3, "score"))).isCloseTo(90.36, within(1e-7));
      assertThat(cell(rows, 0, "score")).isEqualTo("0");
      // The best has 1, and more is better (SSA-1.1 4.2.5.1): 1 / (1 + 90.36).
      assertThat(cell(rows, 0, "query_score")).isEqualTo("1");
      assertThat(Double.parseDouble(cell(rows, 3, "query_score")))
          .isCloseTo(0.010945709, within(1e-8));
    }

    @Test
    void ordersByDistanceNotByArrival() {
      List<Map<String, String>> rows = ssa.search("POS=150.1,-2.2251&SIZE=1").voTable().rows();

      assertThat(rows.get(0)).containsEntry("obs_publisher_did", Seeds.OUTSIDE);
      assertThat(cell(rows, 0, "score")).isEqualTo("0");
      assertThat(Double.parseDouble(cell(rows, 1, "score"))).isCloseTo(90.36, within(1e-7));
    }

    @Test
    void crossesTheMeridianAndThePole() {
      assertThat(found("POS=0,-30&SIZE=0.01")).containsExactlyInAnyOrder(Seeds.GALAH, Seeds.WEST);
      assertThat(found("POS=360,-30&SIZE=0.01")).hasSize(2);
      assertThat(found("POS=192,89.99&SIZE=0.05")).containsExactly(Seeds.POLE);
    }

    @Test
    void takesTheWholeSky() {
      assertThat(found("POS=150.1,-2.2&SIZE=360"))
          .containsExactlyInAnyOrderElementsOf(Seeds.PUBLIC_NEWEST);
    }

    @Test
    @DisplayName("Another frame than ICRS is understood when named (SSA-1.1 4.1.1.1)")
    void takesGalacticCoordinates() {
      // astropy: SkyCoord(150.1, -2.2).galactic
      assertThat(found("POS=241.4549399,39.4535514;GALACTIC")).contains(Seeds.LIVE);
      assertThat(found("POS=150.1,-2.2;ICRS")).hasSize(3);
      assertThat(found("POS=150.1,-2.2;FK5")).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "POS=150.1,-2.2",
          "POS=150.1%2C-2.2",
          "&&POS=150.1,-2.2&&",
          "pOs=150.1,-2.2&Size=0.05",
          "POS=1.501e2,-2.2",
          "POS=150.1,-2.2&POS=150.1,-2.2",
          "POS=150.1,-2.2&FROBNICATE=1&APERTURE=x",
          "POS=150.1,-2.2&VERSION=1.1&TIME=&BAND="
        })
    @DisplayName("Encoding, case, empty pairs and unknown parameters make no difference (2.3: 1-3)")
    void meansTheSame(String parameters) {
      assertThat(found(parameters))
          .containsExactlyInAnyOrder(Seeds.LIVE, Seeds.RELEASED, Seeds.OZDES);
    }
  }

  @Nested
  class Constraints {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            BAND=4.8e-7                              | 6
            BAND=4.8e-07%2F4.85e-07                  | 6
            BAND=4.85e-7/4.8e-7                      | 6
            BAND=9e-7/                               | 0
            BAND=/3.6e-7                             | 0
            BAND=8.5e-7/9e-7,/3.75e-7                | 6
            BAND=/3.75e-7&BAND=8.5e-7/9e-7           | 6
            BAND=5e-7;observer                       | 5
            BAND=/                                   | 7
            BAND=2.5e-7;source                       | 1
            BANDREST=2.5e-7                          | 1
            BAND=V                                   | 6
            BAND=B                                   | 6
            BAND=u                                   | 5
            BAND=K,B                                 | 6
            BAND=J                                   | 0
            BAND=optical                             | 7
            BAND=UV                                  | 0
            BAND=UV;source                           | 1
            BANDREST=UV                              | 1
            BAND=8e-7;source                         | 0
            TIME=2002                                | 2
            TIME=2002-12-31T23:30:00/2002-12-31      | 2
            TIME=2003/2002                           | 2
            TIME=2003-01-01T00:00:01/2003-12         | 1
            TIME=2021-03-24                          | 6
            TIME=2021-03-24T10:00:00%2F2021-03-24T10:30:00 | 6
            TIME=2021-03-24T11:00:01/                | 1
            TIME=1990,2021                           | 6
            REDSHIFT=0.4/0.6                         | 6
            REDSHIFT=0.6/0.4                         | 6
            SNR=10                                   | 6
            SPECRP=20000                             | 1
            FLUXCALIB=absolute                       | 6
            FLUXCALIB=relative                       | 6
            FLUXCALIB=any                            | 7
            WAVECALIB=relative                       | 6
            WAVECALIB=absolute                       | 6
            WAVECALIB=any                            | 7
            SPATRES=0.0005                           | 6
            SPATRES=0.0006                           | 7
            TIMERES=1199                             | 6
            TIMERES=1200                             | 7
            VARAMPL=0.5/1                            | 7
            COMPRESS                                 | 7
            COMPRESS=true                            | 7
            TARGETNAME=SN2021abc                     | 2
            TARGETNAME=SN2021abc,P1                  | 3
            TARGETNAME=SN2021abc&TARGETNAME=P1       | 3
            TARGETNAME=sn2021ABC                     | 0
            TARGETNAME=g2359555-392832               | 1
            COLLECTION=OZDES                         | 1
            COLLECTION=dr                            | 4
            COLLECTION=galah,wiggle                  | 2
            DPSUBTYPE=combined                       | 1
            DPSUBTYPE=Combined,normalised            | 2
            POS=150.1,-2.2&TARGETNAME=P1             | 0
            """)
    @DisplayName("Rows that lack the metadata are not left out (SSA-1.1 4.1)")
    void leaves(String parameters, int rows) {
      assertThat(found(parameters)).hasSize(rows);
    }

    @Test
    void saysThatSourceFrameNeedsARedshift() {
      assertThat(ssa.search("BAND=2.5e-7;source").voTable().infos("NOTE"))
          .singleElement()
          .asString()
          .contains("BAND;source", "without a redshift are left out");
    }
  }

  @Nested
  class WhyNoRows {
    @Test
    void saysWhichConstraintIsToBlame() {
      ParsedVoTable answer = ssa.search(POS + "COLLECTION=paws&TARGETNAME=P1&MAXREC=5").voTable();

      assertThat(answer.status()).isEqualTo("OK");
      assertThat(answer.rows()).isEmpty();
      // Three spectra are within 0.025 deg, two of them of paws_2df; P1 is near the pole.
      assertThat(why(answer))
          .containsExactly(
              "POS, SIZE: Spectra that meet it: 3; without it, all else the same: 0.",
              "TARGETNAME: Of those, spectra that meet it too: 0; without it, all else the same: 2.",
              "COLLECTION: Of those, spectra that meet it too: 0; without it, all else the same: 0.");
    }

    @Test
    void tellsWhatWasPassedOver() {
      assertThat(ssa.search("TARGET=P1").voTable().infos("NOTE"))
          .containsExactly("TARGET is no parameter of this search and was passed over");
      assertThat(ssa.search("FORMAT=pdf").voTable().infos("NOTE"))
          .singleElement()
          .asString()
          .startsWith("FORMAT: ")
          .contains("votable, fits");
    }

    @Test
    void isSilentWhenThereAreRowsOrNothingWasAsked() {
      assertThat(why(ssa.search(POS).voTable())).isEmpty();
      assertThat(why(ssa.search("FORMAT=image/jpeg").voTable())).isEmpty();
    }

    private List<String> why(ParsedVoTable answer) {
      return answer.elements("INFO").stream()
          .filter(info -> info.getAttribute("name").equals("WHY_NO_ROWS"))
          .map(info -> info.getAttribute("value") + ": " + info.getTextContent())
          .toList();
    }
  }

  @Nested
  class Versions {
    @Test
    void findsNewestOnlyUnlessAsked() {
      assertThat(found("")).containsExactlyInAnyOrderElementsOf(Seeds.PUBLIC_NEWEST);
    }

    @Test
    void findsTheNewestByAliasAndAnyVersionByItsName() {
      assertThat(found("PUBDID=" + encoded(Seeds.LIVE_ALIAS))).containsExactly(Seeds.LIVE);
      assertThat(found("PUBDID=" + encoded(Seeds.LIVE.toUpperCase(java.util.Locale.ROOT))))
          .containsExactly(Seeds.LIVE);
      assertThat(found("PUBDID=" + encoded(Seeds.LIVE_SUPERSEDED)))
          .containsExactly(Seeds.LIVE_SUPERSEDED);
      assertThat(found("PUBDID=" + encoded(Seeds.CUBE_ALIAS))).as("a cube").isEmpty();
      assertThat(found("PUBDID=ivo://nobody/x?y/z")).isEmpty();
    }

    @Test
    @DisplayName("MTIME shows what was superseded or withdrawn, with its day (SSA-1.1 4.1.2.7)")
    void showsDeletedDatasetsWhenAskedWhatChanged() {
      List<Map<String, String>> rows = ssa.search("MTIME=2026-10-02/").voTable().rows();

      assertThat(rows)
          .extracting(row -> row.get("obs_publisher_did"), row -> row.get("deleted"))
          .containsExactlyInAnyOrder(
              org.assertj.core.groups.Tuple.tuple(Seeds.LIVE_SUPERSEDED, "2026-10-02"),
              org.assertj.core.groups.Tuple.tuple(Seeds.WITHDRAWN, "2026-10-03"));
      assertThat(found("MTIME=2026-10-01"))
          .containsExactlyInAnyOrderElementsOf(Seeds.PUBLIC_NEWEST);
    }
  }

  @Nested
  class Limits {
    @Test
    void marksOverflowOnlyWhenRowsWereCut() {
      ParsedVoTable cut = ssa.search("MAXREC=6").voTable();
      ParsedVoTable whole = ssa.search("MAXREC=7").voTable();

      assertThat(cut.rows()).hasSize(6);
      assertThat(cut.status()).isEqualTo("OVERFLOW");
      assertThat(whole.rows()).hasSize(7);
      assertThat(whole.status()).isEqualTo("OK");
    }

    @Test
    void answersMaxrecZeroWithFieldsAndOverflow() {
      ParsedVoTable answer = ssa.search("MAXREC=0").voTable();

      assertThat(answer.rows()).isEmpty();
      assertThat(answer.elements("FIELD")).isNotEmpty();
      assertThat(answer.status()).isEqualTo("OVERFLOW");
    }

    @Test
    void takesTopAsTheNearestAndNoOverflow() {
      ParsedVoTable answer = ssa.search(POS + "SIZE=1&TOP=2").voTable();

      assertThat(answer.dids()).containsExactlyInAnyOrder(Seeds.LIVE, Seeds.RELEASED);
      assertThat(answer.status()).isEqualTo("OK");
      assertThat(ssa.search("TOP=3&MAXREC=2").voTable().status()).isEqualTo("OVERFLOW");
    }
  }

  @Nested
  class Formats {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            FORMAT=all                               | application/x-votable+xml
            FORMAT=ALL                               | application/x-votable+xml
            FORMAT=compliant                         | application/x-votable+xml
            FORMAT=application/x-votable%2Bxml       | application/x-votable+xml
            FORMAT=application/x-votable+xml         | application/x-votable+xml
            FORMAT=fits                              | application/fits
            FORMAT=application/fits                  | application/fits
            FORMAT=fits,image/jpeg                   | application/fits
            FORMAT=graphic                           | image/png
            FORMAT=image/png                         | image/png
            """)
    void filtersTheFormsOfSpectra(String parameters, String format) {
      ParsedVoTable answer = ssa.search(POS + parameters).voTable();

      assertThat(answer.column("access_format")).hasSize(3).containsOnly(format);
    }

    @Test
    @DisplayName("No match is an empty table, not an error (SSA-1.1 4.1.1.5)")
    void findsNothingInAFormNobodyServes() {
      RunningSsa.Answer answer = ssa.search("FORMAT=image/jpeg");

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.voTable().rows()).isEmpty();
      assertThat(answer.voTable().status()).isEqualTo("OK");
      assertThat(found("FORMAT=image/jpeg,xml")).isEmpty();
    }

    @Test
    void pointsFitsRowsToTheFitsForm() {
      ParsedVoTable fits = ssa.search(POS + "FORMAT=fits").voTable();
      ParsedVoTable all = ssa.search(POS).voTable();

      assertThat(fits.dids()).isEqualTo(all.dids());
      assertThat(fits.column("access_url"))
          .allMatch(url -> url.endsWith("&RESPONSEFORMAT=fits"))
          .isEqualTo(
              all.column("access_url").stream().map(u -> u + "&RESPONSEFORMAT=fits").toList());
    }

    @Test
    @DisplayName("Two named forms give a pair of rows tied by Association (SSA-1.1 4.2.5.4)")
    void pairsRowsWhenTwoFormsAreNamed() {
      ParsedVoTable answer = ssa.search("TARGETNAME=P1&FORMAT=fits,votable").voTable();

      assertThat(answer.column("access_format"))
          .containsExactlyInAnyOrder("application/fits", "application/x-votable+xml");
      assertThat(answer.column("assoc_type")).containsOnly("MultiFormat");
      assertThat(answer.column("assoc_id")).containsOnly(Seeds.POLE);
      assertThat(answer.column("assoc_key")).containsOnly("@access_format");
      // Whole spectra, so that the next page begins with one.
      assertThat(ssa.search("FORMAT=fits,votable&MAXREC=3").voTable().rows()).hasSize(2);
      assertThat(ssa.search("FORMAT=fits,votable&MAXREC=1").voTable().rows()).hasSize(1);
    }
  }

  @Nested
  class Envelope {
    @Test
    void isOneResultsTableWithStatusAndProtocol() {
      RunningSsa.Answer answer = ssa.search(POS + "RUNID=run-7");
      ParsedVoTable table = answer.voTable();

      assertThat(answer.contentType()).isEqualTo("application/x-votable+xml");
      assertThat(table.elements("RESOURCE"))
          .extracting(resource -> resource.getAttribute("type"))
          .containsExactly("results", "meta", "meta", "meta");
      assertThat(table.elements("TABLE")).hasSize(1);
      assertThat(table.infos("QUERY_STATUS")).containsExactly("OK");
      assertThat(table.infos("SERVICE_PROTOCOL")).containsExactly("1.1");
      assertThat(table.infos("POS")).containsExactly("150.1,-2.2");
      assertThat(table.infos("RUNID")).containsExactly("run-7");
    }

    @Test
    @DisplayName("Access.Reference comes first; DataID.Date is a day alone (2.3: 8, 9)")
    void holdsWhatClientsRead() {
      ParsedVoTable table = ssa.search(POS).voTable();
      Map<String, String> row = table.rows().get(0);

      assertThat(table.elements("FIELD").get(0).getAttribute("utype"))
          .isEqualTo("ssa:Access.Reference");
      assertThat(table.field("obs_publisher_did").getAttribute("ucd"))
          .isEqualTo("meta.ref.url;meta.curation");
      assertThat(row)
          .containsEntry("dataset_date", "2021-03-24")
          .containsEntry("obs_creation_date", "2021-03-24T14:01:14.000")
          .containsEntry("location", "150.1 -2.2")
          .containsEntry("target_pos", "150.1 -2.2")
          .containsEntry("obs_title", "SN2021abc (paws_2df)")
          .containsEntry("data_model", "Spectrum-1.1")
          .containsEntry("deleted", "");
      // 8.8e-7 m less 3.7e-7 m; one hour.
      assertThat(number(row, "em_extent")).isCloseTo(5.1e-7, within(1e-15));
      assertThat(number(row, "t_extent")).isCloseTo(3600, within(1e-3));
      assertThat(row.get("access_url"))
          .isEqualTo(
              RunningSsa.DATALINK_BASE
                  + "/vo/slink?ID="
                  + encoded(row.getOrDefault("obs_publisher_did", "")));
      assertThat(row.get("full_data_url"))
          .isEqualTo(
              RunningSsa.DATALINK_BASE
                  + "/vo/original?ID="
                  + encoded(row.getOrDefault("obs_publisher_did", "")));
      assertThat(table.field("access_estsize").getAttribute("unit")).isEqualTo("kbyte");
      assertThat(ssa.search("COLLECTION=ozdes").voTable().column("obs_title"))
          .containsExactly("OzDES <DES15X3abc> & co");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "Access.Reference",
          "Access.Format",
          "Dataset.DataModel",
          "Dataset.Length",
          "DataID.Title",
          "Curation.Publisher",
          "Char.SpatialAxis.Coverage.Location.Value",
          "Char.SpatialAxis.Coverage.Bounds.Extent",
          "Char.TimeAxis.Coverage.Location.Value",
          "Char.SpectralAxis.Coverage.Location.Value",
          "Char.SpectralAxis.Coverage.Bounds.Extent",
          "Query.Score",
          "Access.Size",
          "DataID.Creator",
          "DataID.Collection",
          "DataID.CreatorDID",
          "DataID.DataSource",
          "DataID.CreationType",
          "Curation.PublisherDID",
          "Curation.Reference",
          "CoordSys.SpaceFrame.Name",
          "Char.FluxAxis.Ucd",
          "Char.SpectralAxis.Ucd",
          "Char.TimeAxis.Coverage.Bounds.Extent",
          "Char.SpectralAxis.Coverage.Bounds.Start",
          "Char.SpectralAxis.Coverage.Bounds.Stop",
          "Char.FluxAxis.Calibration",
          "Char.SpectralAxis.Calibration",
          "Char.SpatialAxis.Calibration",
          "Char.SpectralAxis.Resolution",
          "Char.SpatialAxis.Resolution"
        })
    @DisplayName("Mandatory and recommended fields are there once (SSA-1.1 4.2.5)")
    void hasMandatoryField(String utype) {
      ParsedVoTable table = ssa.search("MAXREC=1").voTable();

      assertThat(table.elements("FIELD").size() + table.elements("PARAM").size()).isPositive();
      assertThat(
              java.util.stream.Stream.concat(
                      table.elements("FIELD").stream(), table.elements("PARAM").stream())
                  .map(e -> e.getAttribute("utype"))
                  .filter(("ssa:" + utype)::equals))
          .hasSize(1);
    }

    @Test
    @DisplayName("The DataLink descriptor stands at the top and names the DID column (2.3: 15)")
    void describesTheLinksService() {
      ParsedVoTable table = ssa.search("MAXREC=1").voTable();
      Element descriptor = table.elements("RESOURCE").get(1);

      assertThat(descriptor.getParentNode().getNodeName()).isEqualTo("VOTABLE");
      assertThat(descriptor.getAttribute("utype")).isEqualTo("adhoc:service");
      assertThat(table.param("standardID").getAttribute("value"))
          .isEqualTo("ivo://ivoa.net/std/DataLink#links-1.1");
      assertThat(table.param("accessURL").getAttribute("value"))
          .isEqualTo(RunningSsa.DATALINK_BASE + "/vo/datalink/links");
      assertThat(table.param("ID").getAttribute("ref")).isEqualTo("obs_publisher_did");
      assertThat(table.field("obs_publisher_did").getAttribute("ID"))
          .isEqualTo("obs_publisher_did");
    }

    /** SODA-1.0 4, in the answer itself: pyvo looks nowhere else. */
    @Test
    void describesTheCutOutService() throws IOException {
      ParsedVoTable table = ssa.search("MAXREC=1").voTable();
      Element descriptor = table.elements("RESOURCE").get(2);

      assertThat(descriptor.getParentNode().getNodeName()).isEqualTo("VOTABLE");
      assertThat(descriptor.getAttribute("utype")).isEqualTo("adhoc:service");
      assertThat(input(descriptor, "standardID", "value"))
          .isEqualTo("ivo://ivoa.net/std/SODA#sync-1.0");
      assertThat(input(descriptor, "accessURL", "value"))
          .isEqualTo(RunningSsa.DATALINK_BASE + "/vo/soda/sync");
      assertThat(input(descriptor, "ID", "ref")).isEqualTo("obs_publisher_did");
      assertThat(input(descriptor, "BAND", "unit")).isEqualTo("m");
      assertThat(input(descriptor, "BAND", "ucd")).isEqualTo("em.wl;stat.interval");
      assertThat(input(descriptor, "REBIN", "ucd")).isEqualTo("spect.binSize");
      // Of cubes, which SSA does not answer with.
      assertThat(input(descriptor, "CIRCLE", "name")).isEmpty();
    }

    /** An attribute of a PARAM; empty where there is no such PARAM. */
    private static String input(Element descriptor, String name, String attribute) {
      NodeList params = descriptor.getElementsByTagName("PARAM");
      for (int i = 0; i < params.getLength(); i++) {
        Element param = (Element) params.item(i);
        if (param.getAttribute("name").equals(name)) {
          return param.getAttribute(attribute);
        }
      }
      return "";
    }

    @Test
    void writesSamplesForTheLinters() throws IOException {
      Path samples = Files.createDirectories(Path.of("target", "ssa-samples"));
      Map<String, String> requests =
          Map.of(
              "normal", "REQUEST=queryData&POS=150.1,-2.2&BAND=5e-7&SNR=1",
              "pairs", "REQUEST=queryData&FORMAT=fits,votable,native",
              "metadata", "FORMAT=METADATA",
              "error", "REQUEST=queryData&POS=x&SIZE=-1",
              "empty", "REQUEST=queryData&TARGETNAME=nobody",
              "overflow", "REQUEST=queryData&MAXREC=2",
              "fields", "REQUEST=queryData&MAXREC=0");
      for (Map.Entry<String, String> request : requests.entrySet()) {
        byte[] body = ssa.get("/vo/ssa/query?" + request.getValue()).body();
        Files.write(samples.resolve(request.getKey() + ".xml"), body);
        assertThat(body).isNotEmpty();
      }
    }
  }

  private static String encoded(String did) {
    return java.net.URLEncoder.encode(did, java.nio.charset.StandardCharsets.UTF_8);
  }

  private static String cell(List<Map<String, String>> rows, int row, String column) {
    return rows.get(row).getOrDefault(column, "");
  }

  private static double number(Map<String, String> row, String column) {
    return Double.parseDouble(row.getOrDefault(column, ""));
  }
}
