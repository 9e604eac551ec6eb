package org.pawprint.service;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Beans that every service has. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({PublicBase.class, OpsProperties.class})
class CommonConfiguration {

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
