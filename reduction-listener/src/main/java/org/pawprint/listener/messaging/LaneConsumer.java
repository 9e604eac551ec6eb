package org.pawprint.listener.messaging;

import com.rabbitmq.client.Channel;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.pawprint.core.event.Lane;
import org.pawprint.listener.event.ReductionMessage;
import org.pawprint.listener.pipeline.ReductionPipeline;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.listener.api.ChannelAwareMessageListener;

/**
 * Hands deliveries of a lane to the pipeline and acknowledges what came to a durable end. Anything
 * else goes back to the queue, and deliveries stop until the ledger can be written again.
 */
final class LaneConsumer implements ChannelAwareMessageListener {
  private final Lane lane;
  private final ReductionPipeline pipeline;
  private final DeliveryGate gate;

  LaneConsumer(Lane lane, ReductionPipeline pipeline, DeliveryGate gate) {
    this.lane = lane;
    this.pipeline = pipeline;
    this.gate = gate;
  }

  @Override
  public void onMessage(Message message, @Nullable Channel channel) throws IOException {
    if (channel == null) {
      throw new IllegalStateException("manual acknowledgement needs the channel");
    }
    long tag = message.getMessageProperties().getDeliveryTag();
    try {
      pipeline.take(new ReductionMessage(lane, message.getBody()));
    } catch (RuntimeException e) {
      gate.close(e);
      channel.basicNack(tag, false, true);
      return;
    }
    channel.basicAck(tag, false);
  }
}
