package org.pawprint.catalogue.pipeline;

import java.time.Clock;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.pawprint.catalogue.survey.SurveyLoaders;
import org.pawprint.store.catalogue.CatalogueWriter;
import org.pawprint.store.file.OriginalStore;
import org.pawprint.store.file.SegmentStore;
import org.pawprint.store.migration.CatalogueMigration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires the pipeline. */
@Configuration(proxyBeanMethods = false)
class PipelineConfiguration {

  @Bean
  SegmentStore segmentStore(StoreProperties stores, JdbcClient jdbc, Clock clock) {
    return new SegmentStore(stores.segments(), jdbc, clock);
  }

  @Bean
  IngestPipeline ingestPipeline(
      StoreProperties stores,
      SegmentStore segments,
      DataSource dataSource,
      JdbcClient jdbc,
      Clock clock) {
    return new IngestPipeline(
        new OriginalReader(new OriginalStore(stores.originals()), new SurveyLoaders()),
        new Identification(CatalogueMigration.authority(jdbc)),
        segments,
        new CatalogueWriter(dataSource, clock),
        new RetryDelay(RandomGenerator.getDefault()),
        clock);
  }
}
