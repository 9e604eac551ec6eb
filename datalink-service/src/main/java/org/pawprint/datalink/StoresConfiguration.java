package org.pawprint.datalink;

import javax.sql.DataSource;
import org.pawprint.store.catalogue.ObjectSpectra;
import org.pawprint.store.catalogue.PackedSpectra;
import org.pawprint.store.catalogue.RelatedSpectra;
import org.pawprint.store.catalogue.SpectrumLookup;
import org.pawprint.store.file.OriginalPlaces;
import org.pawprint.store.file.OriginalStore;
import org.pawprint.store.file.SegmentReader;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The catalogue and the stores, all for reading. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatalinkProperties.class)
class StoresConfiguration {

  @Bean
  SpectrumLookup spectrumLookup(DataSource database) {
    return new SpectrumLookup(database);
  }

  @Bean
  RelatedSpectra relatedSpectra(DataSource database) {
    return new RelatedSpectra(database);
  }

  @Bean
  ObjectSpectra objectSpectra(DataSource database) {
    return new ObjectSpectra(database);
  }

  @Bean
  PackedSpectra packedSpectra(DataSource database) {
    return new PackedSpectra(database);
  }

  @Bean
  SegmentReader segmentReader(DatalinkProperties properties) {
    return new SegmentReader(properties.segments(), properties.openSegments());
  }

  @Bean
  OriginalStore originalStore(DatalinkProperties properties, JdbcClient jdbc) {
    return new OriginalStore(properties.originals(), OriginalPlaces.in(jdbc));
  }
}
