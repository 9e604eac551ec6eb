package org.pawprint.catalogue.survey;

import java.util.List;

/** The loaders as a table of Markdown, for people who look for a survey. */
public final class LoaderTable {
  private static final String HEAD =
      """
      | Loader | Files | Known by | Default collection | Medium | Velocity frame | Errors | Source |
      |---|---|---|---|---|---|---|---|
      """;

  private LoaderTable() {}

  /** One line per loader, behind each name its revision. */
  public static String markdown(List<SurveyLoader> loaders) {
    StringBuilder table = new StringBuilder(HEAD);
    for (SurveyLoader loader : loaders) {
      LoaderFacts facts = loader.facts();
      String[] cells = {
        "`" + loader.name() + "` " + loader.revision(),
        facts.reads(),
        facts.identifiedBy(),
        "`" + loader.defaultCollection() + "`",
        facts.medium(),
        facts.frame(),
        facts.errors(),
        facts.source()
      };
      table.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
    return table.toString();
  }
}
