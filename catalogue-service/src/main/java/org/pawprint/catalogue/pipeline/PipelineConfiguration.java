package org.pawprint.catalogue.pipeline;

import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.pawprint.catalogue.join.TargetJoin;
import org.pawprint.catalogue.survey.SurveyLoaders;
import org.pawprint.service.RightOfWay;
import org.pawprint.store.catalogue.CatalogueWriter;
import org.pawprint.store.file.OriginalPlaces;
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
  private static final int MOST_READERS = 4;

  @Bean
  SegmentStore segmentStore(StoreProperties stores, JdbcClient jdbc, Clock clock) {
    return new SegmentStore(stores.segments(), jdbc, clock);
  }

  @Bean
  OriginalStore originalStore(StoreProperties stores, JdbcClient jdbc) {
    return new OriginalStore(stores.originals(), OriginalPlaces.in(jdbc));
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

  private static int workers() {
    return Math.min(MOST_READERS, Runtime.getRuntime().availableProcessors());
  }

  /** Of a batch of files; a single one is read by the lane's own thread. */
  @Bean(destroyMethod = "shutdown")
  ExecutorService readers() {
    AtomicInteger number = new AtomicInteger();
    return Executors.newFixedThreadPool(
        workers(),
        task -> {
          Thread thread = new Thread(task, "read-" + number.incrementAndGet());
          thread.setDaemon(true);
          return thread;
        });
  }

  @Bean
  IngestPipeline ingestPipeline(
      OriginalStore originals,
      SurveyLoaders loaders,
      TargetJoin targets,
      ExecutorService readers,
      SegmentStore segments,
      DataSource dataSource,
      JdbcClient jdbc,
      Clock clock) {
    return new IngestPipeline(
        new CommandReader(new OriginalReader(loaders), originals, readers, workers()),
        new CatalogueJoin(targets),
        new Identification(CatalogueMigration.authority(jdbc), clock),
        segments,
        new CatalogueWriter(dataSource, clock),
        new RightOfWay(),
        new RetryDelay(RandomGenerator.getDefault()),
        clock);
  }
}
