package org.pawprint.catalogue.survey.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pawprint.catalogue.survey.LoadedSpectrum;
import org.pawprint.catalogue.survey.LoaderTable;
import org.pawprint.catalogue.survey.SurveyFile;
import org.pawprint.catalogue.survey.SurveyLoaders;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.FitsLimits;
import org.pawprint.core.obscore.ObsCoreColumn;

/** docs/adding-a-survey.md says what is so: its code is this package's, its table the loaders'. */
class GuideTest {
  private static final Path GUIDE = Path.of("..", "docs", "adding-a-survey.md");
  private static final Path EXAMPLE =
      Path.of("src/test/java/org/pawprint/catalogue/survey/guide/LanternLoader.java");

  @Test
  void theGuideShowsTheLoaderThatIsCompiledHere() throws IOException {
    String source = Files.readString(EXAMPLE);
    String shown =
        source.substring(
            source.indexOf("// guide: loader") + "// guide: loader\n".length(),
            source.indexOf("// guide: end"));

    assertThat(Files.readString(GUIDE)).contains("```java\n" + shown + "```");
  }

  @Test
  void theTableOfLoadersIsThatOfTheCode() throws IOException {
    assertThat(Files.readString(GUIDE)).contains(LoaderTable.markdown(new SurveyLoaders().all()));
  }

  /** Step 0.5 Å from 6000 Å; five minutes from 23:58, so over midnight. */
  @Test
  void theExampleReadsItsFile() {
    FitsFile file = FitsFile.of(lantern(), "anything.fits", FitsLimits.DEFAULT);
    LanternLoader loader = new LanternLoader();

    assertThat(loader.recognises(file)).isTrue();
    List<LoadedSpectrum> spectra =
        loader.load(new SurveyFile("anything.fits", file, Map.of())).spectra();

    assertThat(spectra).hasSize(1);
    assertThat(spectra.get(0).spectrum().axis().angstrom(2)).isEqualTo(6001, within(1e-9));
    assertThat(spectra.get(0).spectrum().flux()).containsExactly(Float.NaN, 2, 3);
    assertThat(spectra.get(0).spectrum().sigma()).containsExactly(Float.NaN, 0.5f, Float.NaN);
    double start = spectra.get(0).row().requiredNumber(ObsCoreColumn.T_MIN);
    double end = spectra.get(0).row().requiredNumber(ObsCoreColumn.T_MAX);
    assertThat((end - start) * 1440).isEqualTo(5, within(1e-6));
  }

  private static byte[] lantern() {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    hdu(
        file,
        List.of(
            "SIMPLE  =                    T",
            "BITPIX  =                  -32",
            "NAXIS   =                    1",
            "NAXIS1  =                    3",
            "SURVEY  = 'Lantern '",
            "LANT_ID = 'L17     '",
            "OBJECT  = 'moth    '",
            "BUNIT   = 'count   '",
            "RA      =                150.5",
            "DEC     =                -30.5",
            "CRPIX1  =                  1.0",
            "CRVAL1  =               6000.0",
            "CDELT1  =                  0.5",
            "CUNIT1  = 'Angstroms'",
            "UTDATE  = '2003:04:05'",
            "UTSTART = '23:58:00'",
            "UTEND   = '00:03:00'"),
        -999,
        2,
        3);
    hdu(
        file,
        List.of(
            "XTENSION= 'IMAGE   '",
            "BITPIX  =                  -32",
            "NAXIS   =                    1",
            "NAXIS1  =                    3",
            "PCOUNT  =                    0",
            "GCOUNT  =                    1",
            "EXTNAME = 'SIGMA   '"),
        1,
        0.5f,
        0);
    return file.toByteArray();
  }

  private static void hdu(ByteArrayOutputStream file, List<String> cards, float... pixels) {
    StringBuilder header = new StringBuilder();
    cards.forEach(card -> header.append(String.format("%-80s", card)));
    header.append(String.format("%-80s", "END"));
    header.append(" ".repeat(2880 - header.length()));
    file.writeBytes(header.toString().getBytes(StandardCharsets.US_ASCII));
    ByteBuffer data = ByteBuffer.allocate(2880);
    for (float pixel : pixels) {
      data.putFloat(pixel);
    }
    file.writeBytes(data.array());
  }
}
