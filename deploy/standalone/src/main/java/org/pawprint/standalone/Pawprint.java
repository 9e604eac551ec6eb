package org.pawprint.standalone;

import org.pawprint.standalone.command.PawprintCommand;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** The program behind {@code ./pawprint}. */
public final class Pawprint {
  private Pawprint() {}

  public static void main(String[] args) {
    // Four applications in one process: none of them may set up logging for the others.
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    System.exit(PawprintCommand.run(args));
  }
}
