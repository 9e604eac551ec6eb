package org.pawprint.catalogue.messaging;

import com.rabbitmq.client.Channel;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pawprint.catalogue.pipeline.IngestPipeline;
import org.pawprint.core.event.Lane;
import org.pawprint.core.event.StageCommand;
import org.pawprint.service.message.StageCommandCodec;
import org.pawprint.store.catalogue.CatalogueWriter;
import org.pawprint.store.catalogue.FileOutcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.listener.api.ChannelAwareMessageListener;

/**
 * Takes stage commands of one lane. A command is acknowledged once its outcome is committed; when
 * the database is away it goes back to the queue and the lane rests.
 */
final class StageListener implements ChannelAwareMessageListener {
  private static final Logger log = LoggerFactory.getLogger(StageListener.class);

  private final Lane lane;
  private final IngestPipeline pipeline;
  private final StageCommandCodec codec;
  private final Lanes lanes;
  private final ChangeRelay relay;
  private final ParkedCommands parked;
  private final IngestMeters meters;
  private final Clock clock;

  StageListener(
      Lane lane,
      IngestPipeline pipeline,
      StageCommandCodec codec,
      Lanes lanes,
      ChangeRelay relay,
      ParkedCommands parked,
      IngestMeters meters,
      Clock clock) {
    this.lane = lane;
    this.pipeline = pipeline;
    this.codec = codec;
    this.lanes = lanes;
    this.relay = relay;
    this.parked = parked;
    this.meters = meters;
    this.clock = clock;
  }

  @Override
  public void onMessage(Message message, @Nullable Channel channel) throws IOException {
    if (channel == null) {
      throw new IllegalStateException("manual acknowledgement needs a channel");
    }
    long tag = message.getMessageProperties().getDeliveryTag();
    StageCommand command;
    try {
      command = codec.read(message.getBody());
    } catch (IllegalArgumentException e) {
      refuse(message.getBody(), String.valueOf(e.getMessage()), channel, tag);
      return;
    }
    handle(command, channel, tag);
  }

  private void refuse(byte[] body, String reason, Channel channel, long tag) throws IOException {
    log.error("lane={} step=command outcome=parked reason=\"{}\"", lane.word(), reason);
    try {
      parked.park(lane, body, reason);
      channel.basicAck(tag, false);
    } catch (AmqpException e) {
      lanes.rest(lane, "a command that cannot be parked: " + e.getMessage());
      channel.basicNack(tag, false, true);
    }
  }

  private void handle(StageCommand command, Channel channel, long tag) throws IOException {
    Instant began = clock.instant();
    try {
      List<FileOutcome> outcomes = ingest(command, began);
      relay.wake();
      outcomes.stream()
          .filter(outcome -> outcome.result() == FileOutcome.Result.PARKED)
          .forEach(outcome -> parked.announce(command, outcome));
      report(command, outcomes, began);
      channel.basicAck(tag, false);
    } catch (AmqpException e) {
      // The outcome is in the ledger; the announcement follows when the command comes again.
      log.warn(
          "event={} step=announce outcome=requeued reason=\"{}\"",
          command.eventKey(),
          e.getMessage());
      channel.basicNack(tag, false, true);
    } catch (SQLException e) {
      log.warn(
          "event={} step=commit outcome=requeued reason=\"{}\" next=\"lane rests until the database"
              + " answers\"",
          command.eventKey(),
          e.getMessage());
      lanes.rest(lane, "the database: " + e.getMessage());
      channel.basicNack(tag, false, true);
    }
  }

  private List<FileOutcome> ingest(StageCommand command, Instant began) throws SQLException {
    try {
      return pipeline.ingest(command);
    } catch (IOException e) {
      return pipeline.giveUp(
          command, FileOutcome.Result.LATER, "store", String.valueOf(e.getMessage()), began);
    } catch (SQLException e) {
      if (!CatalogueWriter.refusesValues(e)) {
        throw e;
      }
      return pipeline.giveUp(
          command, FileOutcome.Result.PARKED, "commit", String.valueOf(e.getMessage()), began);
    } catch (RuntimeException e) {
      if (Lanes.isConnectionTrouble(e)) {
        throw new SQLException(e.getMessage(), e);
      }
      log.error("event={} step=ingest unexpected", command.eventKey(), e);
      return pipeline.giveUp(
          command, FileOutcome.Result.PARKED, "ingest", "unexpected: " + e, began);
    }
  }

  private void report(StageCommand command, List<FileOutcome> outcomes, Instant began) {
    Instant now = clock.instant();
    outcomes.forEach(outcome -> meters.count(command.lane(), outcome));
    if (outcomes.size() > 1) {
      batch(command, outcomes, began, now);
    }
    for (FileOutcome outcome : outcomes) {
      if (outcomes.size() == 1 || outcome.reason().isPresent()) {
        file(command, outcome, began, now);
      }
    }
    meters.age(command.lane(), "catalogued", Duration.between(command.receivedAt(), now));
  }

  private static void batch(
      StageCommand command, List<FileOutcome> outcomes, Instant began, Instant now) {
    Map<FileOutcome.Result, Long> results =
        outcomes.stream()
            .collect(
                Collectors.groupingBy(
                    FileOutcome::result,
                    () -> new EnumMap<>(FileOutcome.Result.class),
                    Collectors.counting()));
    log.info(
        "event={} source={} id={} lane={} files={} outcomes={} rows={} ms={} age_ms={} trace={}",
        command.eventKey(),
        command.source(),
        command.eventId(),
        command.lane().word(),
        outcomes.size(),
        results,
        outcomes.stream().mapToLong(FileOutcome::spectra).sum(),
        Duration.between(began, now).toMillis(),
        Duration.between(command.receivedAt(), now).toMillis(),
        command.traceparent().orElse("-"));
  }

  private static void file(StageCommand command, FileOutcome outcome, Instant began, Instant now) {
    log.info(
        "event={} source={} id={} lane={} reduction={} file={} outcome={} loader={} collection={}"
            + " rows={} not_catalogued={} ms={} age_ms={} trace={}{}",
        command.eventKey(),
        command.source(),
        command.eventId(),
        command.lane().word(),
        command.reductionId().orElse("-"),
        outcome.fileName(),
        outcome.result().name().toLowerCase(Locale.ROOT),
        outcome.loader().orElse("-"),
        outcome.collection().orElse("-"),
        outcome.spectra(),
        outcome.notCatalogued(),
        Duration.between(began, now).toMillis(),
        Duration.between(command.receivedAt(), now).toMillis(),
        command.traceparent().orElse("-"),
        outcome
            .reason()
            .map(r -> " step=" + outcome.step().orElse("-") + " reason=\"" + r + "\"")
            .orElse(""));
  }
}
