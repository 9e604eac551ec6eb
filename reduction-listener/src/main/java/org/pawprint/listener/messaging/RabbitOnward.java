package org.pawprint.listener.messaging;

import org.pawprint.core.event.BrokerNames;
import org.pawprint.core.event.StageCommand;
import org.pawprint.listener.pipeline.NotConfirmed;
import org.pawprint.listener.pipeline.Onward;
import org.pawprint.listener.pipeline.ParkedEvent;
import org.pawprint.service.message.StageCommandCodec;
import tools.jackson.databind.json.JsonMapper;

/** Sends stage commands and announcements. */
final class RabbitOnward implements Onward {
  private final ConfirmedPublisher publisher;
  private final StageCommandCodec codec = new StageCommandCodec();
  private final JsonMapper json;

  RabbitOnward(ConfirmedPublisher publisher, JsonMapper json) {
    this.publisher = publisher;
    this.json = json;
  }

  @Override
  public void stage(StageCommand command) throws NotConfirmed {
    publisher.await(
        publisher.send(
            BrokerNames.STAGE_EXCHANGE,
            command.lane().word(),
            codec.write(command),
            StageCommandCodec.CONTENT_TYPE));
  }

  @Override
  public void announce(ParkedEvent event) throws NotConfirmed {
    publisher.await(
        publisher.send(
            BrokerNames.PARKED_EXCHANGE,
            "event.parked." + event.lane().word(),
            json.writeValueAsBytes(event),
            "application/json"));
  }
}
