package org.pawprint.catalogue.messaging;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.pawprint.core.event.Lane;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Work budget of the lanes.
 *
 * @param liveConsumers commands of the live lane at once
 * @param backfillConsumers commands of the backfill lane at once
 * @param reconnectEvery pause between attempts to reach a broker that is away
 */
@Validated
@ConfigurationProperties("pawprint.lanes")
record LaneProperties(
    @Min(1) @DefaultValue("2") int liveConsumers,
    @Min(1) @DefaultValue("2") int backfillConsumers,
    @DefaultValue("1s") Duration reconnectEvery) {

  int consumers(Lane lane) {
    return lane == Lane.LIVE ? liveConsumers : backfillConsumers;
  }
}
