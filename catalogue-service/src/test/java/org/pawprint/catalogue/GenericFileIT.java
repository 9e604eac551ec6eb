package org.pawprint.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pawprint.core.event.StageCommand.StagedFile;
import org.pawprint.testkit.fixture.SurveyFixture;

/** Files of any facility, and of declared surveys, on the way that frames of 2dF go. */
class GenericFileIT extends OnEachBroker {

  @ParameterizedTest
  @CsvSource({
    "ivoa/arp220-binary2.xml, ivoa-votable, 1",
    "desi/coadd-sv3-dark-27258.fits, desi, 8",
    "eso/UVES-normalised-vacuum.fits, eso, 1",
    "rave/20030411_1507m23_001.fits, rave, 1"
  })
  void becomesRows(String path, String loader, int spectra) throws Exception {
    StagedFile file = service.original(path, SurveyFixture.content(path));

    long key = service.send(Commands.of("generic-" + loader).file(file));

    assertThat(service.awaitState(key, "catalogued")).containsEntry("spectra", spectra);
    assertThat(service.outcomes(key).get(0)).containsEntry("loader", loader);
    List<Map<String, Object>> rows = service.rows("generic-" + loader);
    assertThat(rows).hasSize(spectra);
    assertThat(rows)
        .allSatisfy(row -> assertThat(row).containsEntry("original_sha256", file.sha256()));
  }

  @Test
  void aBrokenVoTableIsParkedInWords() throws Exception {
    String document =
        new String(SurveyFixture.content("ivoa/arp220-tabledata.xml"), StandardCharsets.UTF_8)
            .replace("<TD>1.5e-12</TD>", "<TD>much</TD>");
    StagedFile file = service.original("arp.xml", document.getBytes(StandardCharsets.UTF_8));

    long key = service.send(Commands.of("broken-votable").file(file));

    assertThat(service.awaitState(key, "parked"))
        .containsEntry(
            "reason", "arp.xml: TABLE 1: Flux: found 'much', expected a number in row 1");
  }
}
