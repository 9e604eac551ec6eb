package org.pawprint.standalone.command;

/** Exit codes of all commands, as {@code --help} documents them. */
final class ExitCode {
  static final int DONE = 0;

  /** The work ended, and something was parked or did not arrive. */
  static final int INCOMPLETE = 1;

  /** Wrong options; picocli's own code. */
  static final int USAGE = 2;

  /** The archive, a file or a port could not be used. */
  static final int FAILED = 3;

  static final String[] HELP = {
    "0:done",
    "1:ended, but something was parked or did not arrive in time",
    "2:wrong options",
    "3:the archive, a file or a port could not be used"
  };

  private ExitCode() {}
}
