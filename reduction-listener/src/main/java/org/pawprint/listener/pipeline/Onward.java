package org.pawprint.listener.pipeline;

import org.pawprint.core.event.StageCommand;

/** Where the door sends things. Each call returns once the broker has taken responsibility. */
public interface Onward {
  /**
   * Sends originals down the lane of the command.
   *
   * @throws NotConfirmed when the broker did not confirm, or knows no queue for it
   */
  void stage(StageCommand command) throws NotConfirmed;

  /**
   * Tells operators.
   *
   * @throws NotConfirmed likewise
   */
  void announce(ParkedEvent event) throws NotConfirmed;
}
