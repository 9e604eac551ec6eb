package org.pawprint.service;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Beans that every service has. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({PublicBase.class, OpsProperties.class})
class CommonConfiguration {

  @Bean
  HealthIndicator schemaHealthIndicator(JdbcClient jdbc) {
    return new SchemaHealth(jdbc);
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
