package org.pawprint.ssa;

import javax.sql.DataSource;
import org.pawprint.ssa.query.SsaProperties;
import org.pawprint.store.search.ObsCoreSearch;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the search of the store into this service. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SsaProperties.class)
class SsaConfiguration {

  @Bean
  ObsCoreSearch obsCoreSearch(DataSource dataSource, SsaProperties properties) {
    return new ObsCoreSearch(dataSource, properties.timeLimit());
  }
}
