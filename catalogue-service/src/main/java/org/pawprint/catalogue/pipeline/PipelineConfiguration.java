package org.pawprint.catalogue.pipeline;

import java.io.IOException;
import java.time.Clock;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.pawprint.catalogue.survey.SurveyLoaders;
import org.pawprint.catalogue.target.TargetJoin;
import org.pawprint.store.catalogue.CatalogueWriter;
import org.pawprint.store.file.OriginalStore;
import org.pawprint.store.file.SegmentStore;
import org.pawprint.store.ledger.LoaderRegister;
import org.pawprint.store.migration.CatalogueMigration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires the pipeline. */
@Configuration(proxyBeanMethods = false)
class PipelineConfiguration {

  @Bean
  SegmentStore segmentStore(StoreProperties stores, JdbcClient jdbc, Clock clock) {
    return new SegmentStore(stores.segments(), jdbc, clock);
  }

  @Bean
  OriginalStore originalStore(StoreProperties stores) {
    return new OriginalStore(stores.originals());
  }

  /** Registered before the first command: the lanes start after all beans are there. */
  @Bean
  SurveyLoaders surveyLoaders(
      MappingProperties mappings, JdbcClient jdbc, TransactionTemplate transaction)
      throws IOException {
    SurveyLoaders loaders = SurveyLoaders.with(mappings.loaders());
    new LoaderRegister(jdbc, transaction).replace(loaders.revisions());
    return loaders;
  }

  @Bean
  IngestPipeline ingestPipeline(
      OriginalStore originals,
      SurveyLoaders loaders,
      TargetJoin targets,
      SegmentStore segments,
      DataSource dataSource,
      JdbcClient jdbc,
      Clock clock) {
    return new IngestPipeline(
        new OriginalReader(originals, loaders),
        new CatalogueJoin(targets),
        new Identification(CatalogueMigration.authority(jdbc), clock),
        segments,
        new CatalogueWriter(dataSource, clock),
        new RetryDelay(RandomGenerator.getDefault()),
        clock);
  }
}
