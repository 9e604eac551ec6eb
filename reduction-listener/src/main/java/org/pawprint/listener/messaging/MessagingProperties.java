package org.pawprint.listener.messaging;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the listener uses the broker.
 *
 * @param liveConsumers events of the live lane in work at a time
 * @param backfillConsumers likewise of the backfill lane
 * @param prefetch messages held ready for a consumer; one may be 10 MB of nonsense
 * @param confirmWithin a message not confirmed by then counts as not sent
 * @param reconnectEvery pause between tries to reach a broker that is away
 */
@ConfigurationProperties("pawprint.messaging")
record MessagingProperties(
    @DefaultValue("2") int liveConsumers,
    @DefaultValue("1") int backfillConsumers,
    @DefaultValue("2") int prefetch,
    @DefaultValue("10s") Duration confirmWithin,
    @DefaultValue("1s") Duration reconnectEvery) {}
