package org.pawprint.catalogue.ops;

import org.pawprint.service.OpsGuard;
import org.pawprint.service.OpsProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the guard in front of everything under {@code /ops}. */
@Configuration(proxyBeanMethods = false)
class OpsConfiguration {

  @Bean
  FilterRegistrationBean<OpsGuard> opsGuard(OpsProperties ops) {
    return OpsGuard.inFront(ops);
  }
}
