package org.pawprint.datalink.soda;

import java.security.SecureRandom;
import java.time.Clock;
import org.pawprint.datalink.uws.Jobs;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The jobs of the asynchronous endpoint. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SodaProperties.class)
class SodaConfiguration {

  @Bean
  Jobs sodaJobs(SodaProperties properties, SodaJobWork work, Clock clock) {
    return new Jobs(properties.limits(), work, clock, new SecureRandom());
  }
}
