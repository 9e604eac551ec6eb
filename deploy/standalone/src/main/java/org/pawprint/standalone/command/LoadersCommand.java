package org.pawprint.standalone.command;

import java.util.concurrent.Callable;
import org.pawprint.catalogue.survey.LoaderTable;
import org.pawprint.catalogue.survey.SurveyLoaders;
import picocli.CommandLine.Command;

/** The surveys whose files this release reads. */
@Command(
    name = "loaders",
    description =
        "Lists the survey loaders as a table of Markdown: what they read, what they know a file by,"
            + " medium, velocity frame, errors.")
final class LoadersCommand implements Callable<Integer> {

  @Override
  public Integer call() {
    System.out.print(LoaderTable.markdown(new SurveyLoaders().all()));
    return ExitCode.DONE;
  }
}
