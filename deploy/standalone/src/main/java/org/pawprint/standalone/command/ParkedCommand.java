package org.pawprint.standalone.command;

import picocli.CommandLine.Command;

/** What needs an operator. */
@Command(name = "parked", description = "Lists parked events with their reasons, newest first.")
final class ParkedCommand extends LedgerCommand {
  @Override
  String path() {
    return "/ops/parked";
  }
}
