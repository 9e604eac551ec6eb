package org.pawprint.catalogue.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pawprint.catalogue.survey.SurveyLoader;
import org.pawprint.catalogue.survey.mapping.MappedLoader;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Surveys that the operator declares.
 *
 * @param mappings folder of their YAML files; absent or empty for none
 */
@ConfigurationProperties("pawprint")
record MappingProperties(@Nullable Path mappings) {

  /** Loaders of the declared surveys. */
  List<SurveyLoader> loaders() throws IOException {
    return mappings == null || mappings.toString().isBlank()
        ? List.of()
        : MappedLoader.inFolder(mappings);
  }
}
