package org.pawprint.datalink;

import java.nio.file.Path;
import java.time.Instant;
import org.pawprint.core.identifier.PublisherDid;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.spectrum.Spectrum;

/**
 * What the tests find in the archive: a blue frame in two versions, the red frame of the same plate
 * with a fibre of another programme, a log-axis spectrum without errors, a fibre that a later
 * reduction withdrew, and cubes, one of them in a file with a cube of another programme.
 */
final class ArchiveFixture {
  static final String PROGRAMME = "A/2026B/99";
  static final byte[] BLUE_ORIGINAL = TestArchive.fits("DES_X3", 5000);
  static final byte[] RED_ORIGINAL = TestArchive.fits("DES_X3", 4000);

  static final byte[] BLUE_CUBE = TestArchive.fits("24433", 6000);
  static final String CUBE_KEY = "24433";

  final TestArchive archive;
  final PublisherDid blueOld;
  final PublisherDid blue;
  final PublisherDid red;
  final PublisherDid proprietary;
  final PublisherDid logarithmic;
  final PublisherDid withdrawn;
  final PublisherDid blueCube;
  final PublisherDid redCube;
  final PublisherDid redAperture;
  final PublisherDid hiddenCube;

  /** Withdrawn by an operator. */
  final PublisherDid takenBack;

  ArchiveFixture(Path folder) throws Exception {
    archive = new TestArchive(folder);
    Spectrum spectrum = SampleSpectra.blue();
    blueOld =
        archive
            .add(
                "r-blue",
                1,
                "01nov10012.fits",
                TestArchive.fits("first", 3000),
                entry(spectrum, "20261101-BL-0012", "blue", 120))
            .get(0);
    blue =
        archive
            .add(
                "r-blue",
                2,
                "01nov10012 red.fits",
                BLUE_ORIGINAL,
                entry(spectrum, "20261101-BL-0012", "blue", 120))
            .get(0);
    TestArchive.Entry hidden = entry(SampleSpectra.red(), "20261101-RD-0012", "red", 121);
    var reds =
        archive.add(
            "r-red",
            1,
            "01nov20012red.fits",
            RED_ORIGINAL,
            entry(SampleSpectra.red(), "20261101-RD-0012", "red", 120),
            new TestArchive.Entry(
                hidden.obsId(),
                hidden.name(),
                hidden.spectrum(),
                hidden.row().toBuilder()
                    .set(ObsCoreColumn.DATA_RIGHTS, "proprietary")
                    .set(ObsCoreColumn.OBS_RELEASE_DATE, Instant.parse("2199-01-01T00:00:00Z"))
                    .set(ObsCoreColumn.PROPOSAL_ID, PROGRAMME)
                    .build()));
    red = reds.get(0);
    proprietary = reds.get(1);
    logarithmic =
        archive
            .add(
                "r-log",
                1,
                "wig.fits",
                TestArchive.fits("wig", 10),
                entry(SampleSpectra.logarithmic(), "wig 1/2", "all", 7))
            .get(0);
    withdrawn =
        archive
            .add(
                "r-two",
                1,
                "two.fits",
                TestArchive.fits("two", 20),
                entry(spectrum, "20261102-BL-0001", "blue", 130),
                entry(spectrum, "20261102-BL-0001", "blue", 131))
            .get(1);
    archive.add(
        "r-two",
        2,
        "two.fits",
        TestArchive.fits("two", 21),
        entry(spectrum, "20261102-BL-0001", "blue", 130));
    takenBack =
        archive
            .add(
                "r-back",
                1,
                "back.fits",
                TestArchive.fits("back", 30),
                entry(spectrum, "20261103-BL-0001", "blue", 140))
            .get(0);
    archive.takeBack(takenBack, "fibres were swapped");
    blueCube =
        archive
            .add("r-cube", 1, "24433_blue.fits", BLUE_CUBE, cube(CUBE_KEY, "blue", "public"))
            .get(0);
    redCube =
        archive
            .add(
                "r-cube-red",
                1,
                "24433_red.fits",
                TestArchive.fits("24433r", 70),
                cube(CUBE_KEY, "red", "public"))
            .get(0);
    redAperture =
        archive
            .add("r-re", 1, "24433_re_red.fits", TestArchive.fits("24433a", 71), aperture("red"))
            .get(0);
    hiddenCube =
        archive
            .add(
                "r-hidden",
                1,
                "24434_blue.fits",
                TestArchive.fits("24434", 72),
                cube("24434", "blue", "public"),
                cube("24434", "green", "proprietary"))
            .get(0);
  }

  /** Fibre and pivot are unknown, as they are for whatever is made of a cube. */
  private static ObsCoreRow.Builder ofCube(String obsId, String arm) {
    return SampleSpectra.row(SampleSpectra.red(), obsId, arm, 1, obsId)
        .set(ObsCoreColumn.ALT_OBS_ID, null)
        .set(ObsCoreColumn.FIBRE, null)
        .set(ObsCoreColumn.PIVOT, null);
  }

  private static TestArchive.Entry cube(String obsId, String arm, String rights) {
    ObsCoreRow row =
        ofCube(obsId, arm)
            .set(ObsCoreColumn.DATAPRODUCT_TYPE, "cube")
            .set(ObsCoreColumn.DATA_RIGHTS, rights)
            .build();
    return new TestArchive.Entry(obsId, arm + "-cube", null, row);
  }

  private static TestArchive.Entry aperture(String arm) {
    return new TestArchive.Entry(
        CUBE_KEY, arm + "-re", SampleSpectra.red(), ofCube(CUBE_KEY, arm).build());
  }

  private static TestArchive.Entry entry(Spectrum spectrum, String obsId, String arm, int pivot) {
    return new TestArchive.Entry(
        obsId,
        arm + "-" + pivot,
        spectrum,
        SampleSpectra.row(spectrum, obsId, arm, pivot, "SN 2026a" + pivot).build());
  }
}
