package org.pawprint.catalogue.ops;

import org.pawprint.service.OpsGuard;
import org.pawprint.service.OpsProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Puts the guard in front of everything under {@code /ops}. */
@Configuration(proxyBeanMethods = false)
class OpsConfiguration {

  @Bean
  FilterRegistrationBean<OpsGuard> opsGuard(OpsProperties ops) {
    FilterRegistrationBean<OpsGuard> guard = new FilterRegistrationBean<>(new OpsGuard(ops));
    // Before the routing, which knows more ways to write a path than a pattern does.
    guard.addUrlPatterns("/*");
    guard.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return guard;
  }
}
