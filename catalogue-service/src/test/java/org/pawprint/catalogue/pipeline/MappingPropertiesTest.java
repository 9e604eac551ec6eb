package org.pawprint.catalogue.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pawprint.catalogue.survey.SurveyLoader;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class MappingPropertiesTest {

  private static MappingProperties bound(String folder) {
    return new Binder(new MapConfigurationPropertySource(Map.of("pawprint.mappings", folder)))
        .bind("pawprint", MappingProperties.class)
        .orElse(new MappingProperties(null));
  }

  @Test
  void noFolderMeansNoDeclaredSurveys() throws IOException {
    assertThat(bound("").loaders()).isEmpty();
  }

  @Test
  void readsTheSurveysOfTheFolder(@TempDir Path folder) throws IOException {
    Path bundled = Path.of("src/main/resources/mappings/devils.yaml");
    Files.writeString(
        folder.resolve("mine.yaml"),
        Files.readString(bundled).replace("name: devils", "name: mine"));

    assertThat(bound(folder.toString()).loaders())
        .extracting(SurveyLoader::name)
        .containsExactly("mine");
  }

  @Test
  void aFaultStopsTheStart(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("mine.yaml"), "name: mine");

    assertThatThrownBy(() -> bound(folder.toString()).loaders())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("mine.yaml: flux: found nothing, expected hdu");
  }
}
