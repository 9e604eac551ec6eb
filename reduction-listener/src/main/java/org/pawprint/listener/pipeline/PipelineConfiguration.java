package org.pawprint.listener.pipeline;

import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import org.pawprint.listener.event.EventReader;
import org.pawprint.listener.fetch.ProductFetcher;
import org.pawprint.service.RightOfWay;
import org.pawprint.store.ledger.DueEvents;
import org.pawprint.store.ledger.EventFiles;
import org.pawprint.store.ledger.EventLedger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pipeline and its poller. */
@Configuration(proxyBeanMethods = false)
class PipelineConfiguration {

  @Bean
  ReductionPipeline reductionPipeline(
      EventReader reader,
      EventLedger ledger,
      EventFiles files,
      ProductFetcher fetcher,
      Onward onward,
      MeterRegistry meters,
      Clock clock) {
    return new ReductionPipeline(
        reader,
        ledger,
        files,
        fetcher,
        onward,
        new RightOfWay(),
        Chance.of(new SecureRandom()),
        new EventReport(meters, clock),
        clock);
  }

  @Bean
  LaterPoller laterPoller(DueEvents due, ReductionPipeline pipeline, Clock clock) {
    return new LaterPoller(due, pipeline, clock);
  }
}
