package org.pawprint.standalone.command;

import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The root of the command line; the script {@code ./pawprint} starts it. */
@Command(
    name = "pawprint",
    mixinStandardHelpOptions = true,
    scope = CommandLine.ScopeType.INHERIT,
    version = "Pawprint 0.1.0",
    description = "From a finished 2dF reduction to a Virtual Observatory spectrum in seconds.",
    subcommands = {
      DemoCommand.class,
      ServeCommand.class,
      PublishCommand.class,
      SimulateCommand.class,
      LedgerCommand.class,
      ParkedCommand.class,
      ReplayCommand.class,
      StatusCommand.class,
      LoadersCommand.class,
      BenchCommand.class
    })
public final class PawprintCommand {
  private PawprintCommand() {}

  /** Runs a command line; gives the exit code. */
  public static int run(String... args) {
    return new CommandLine(new PawprintCommand())
        .setUsageHelpAutoWidth(true)
        .setExecutionExceptionHandler(PawprintCommand::failed)
        .execute(args);
  }

  /** A failure in words; the trace only for what nobody foresaw. */
  private static int failed(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
    command.getErr().println(command.getColorScheme().errorText("pawprint: " + e.getMessage()));
    if (!(e instanceof IOException) && !(e instanceof IllegalStateException)) {
      e.printStackTrace(command.getErr());
    }
    return ExitCode.FAILED;
  }
}
