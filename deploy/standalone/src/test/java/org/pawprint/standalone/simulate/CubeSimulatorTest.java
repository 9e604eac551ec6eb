package org.pawprint.standalone.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pawprint.catalogue.survey.LoadedCube;
import org.pawprint.catalogue.survey.LoadedFile;
import org.pawprint.catalogue.survey.OriginalContent;
import org.pawprint.catalogue.survey.Recognition;
import org.pawprint.catalogue.survey.SurveyFile;
import org.pawprint.catalogue.survey.SurveyLoaders;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.obscore.ObsCoreColumn;

class CubeSimulatorTest {
  private static final int SIDE = CubeSimulator.SIDE;

  @TempDir Path folder;

  @Test
  void isACubeOfSamiWithTheNameThatItWasTold() throws IOException {
    SimulatedCube cube = CubeSimulator.write(1, folder);
    OriginalContent content = OriginalContent.open(cube.file());

    Recognition recognition = new SurveyLoaders().recognise(content);
    assertThat(recognition).isInstanceOf(Recognition.By.class);
    assertThat(((Recognition.By) recognition).loader().name()).isEqualTo("sami");
    LoadedFile loaded =
        ((Recognition.By) recognition).loader().load(new SurveyFile("any.fits", content, Map.of()));

    assertThat(loaded.spectra()).isEmpty();
    assertThat(loaded.cubes()).hasSize(1);
    LoadedCube row = loaded.cubes().get(0);
    assertThat(row.name()).isEqualTo(SimulatedCube.SPECTRUM);
    assertThat(row.row().text(ObsCoreColumn.OBS_ID)).contains(cube.obsId());
    assertThat(row.row().text(ObsCoreColumn.TARGET_NAME)).contains(cube.galaxy());
    assertThat(row.row().requiredNumber(ObsCoreColumn.S_RA))
        .isEqualTo(cube.centre().raDeg(), within(1e-9));
    assertThat(row.row().requiredNumber(ObsCoreColumn.S_XEL1)).isEqualTo(SIDE);
    // The blue arm reaches from 3650 to 5800 A (Croom et al. 2021, table 2: 3750 to 5750).
    assertThat(row.row().requiredNumber(ObsCoreColumn.EM_MIN)).isEqualTo(3.65e-7, within(1e-9));
    assertThat(row.row().requiredNumber(ObsCoreColumn.EM_MAX)).isEqualTo(5.80e-7, within(1e-9));
  }

  @Test
  void theMiddleIsBrightAndTheCornersAreBlank() throws IOException {
    FitsFile fits = FitsFile.open(CubeSimulator.write(1, folder).file());
    float[] plane = fits.primary().floats(1000L * SIDE * SIDE, SIDE * SIDE);

    assertThat(plane[0]).isNaN();
    assertThat(plane[SIDE * SIDE - 1]).isNaN();
    assertThat(plane[SIDE / 2 * SIDE + SIDE / 2]).isGreaterThan(3 * plane[SIDE / 2 * SIDE]);
    assertThat(fits.hdu(1).name()).isEqualTo("VARIANCE");
    assertThat(fits.hdu(1).shape()).isEqualTo(fits.primary().shape());
  }

  @Test
  void aSeedMakesTheSameBytesAndAnotherSeedAnotherGalaxy() throws IOException {
    SimulatedCube first = CubeSimulator.write(1, folder.resolve("a"));
    SimulatedCube again = CubeSimulator.write(1, folder.resolve("b"));
    SimulatedCube other = CubeSimulator.write(2, folder);

    assertThat(Files.mismatch(first.file(), again.file())).isEqualTo(-1);
    assertThat(other.galaxy()).isNotEqualTo(first.galaxy());
  }
}
