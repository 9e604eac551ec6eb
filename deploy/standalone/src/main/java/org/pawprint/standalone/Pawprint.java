package org.pawprint.standalone;

import org.pawprint.standalone.command.PawprintCommand;

/** The program behind {@code ./pawprint}. */
public final class Pawprint {
  private Pawprint() {}

  public static void main(String[] args) {
    System.exit(PawprintCommand.run(args));
  }
}
