package org.pawprint.standalone;

import org.pawprint.standalone.command.PawprintCommand;

/** The program behind {@code ./pawprint}. */
public final class Pawprint {
  private Pawprint() {}

  public static void main(String[] args) {
    // Four applications in one process: none of them may set up logging for the others.
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    System.exit(PawprintCommand.run(args));
  }
}
