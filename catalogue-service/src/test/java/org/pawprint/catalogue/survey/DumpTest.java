package org.pawprint.catalogue.survey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DumpTest {
  @Test
  void dump() throws IOException {
    Files.writeString(Path.of("/tmp/loaders.md"), LoaderTable.markdown(new SurveyLoaders().all()));
  }
}
