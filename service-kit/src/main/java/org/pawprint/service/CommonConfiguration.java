package org.pawprint.service;

import java.time.Clock;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Beans that every service has. */
@Configuration(proxyBeanMethods = false)
@Import(PlainErrorController.class)
@EnableConfigurationProperties({PublicBase.class, OpsProperties.class})
class CommonConfiguration {

  @Bean
  HealthIndicator schemaHealthIndicator(JdbcClient jdbc) {
    return new SchemaHealth(jdbc);
  }

  /** On the public port and on the management port. */
  @Bean
  WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> plainErrors() {
    return factory ->
        factory.addContextCustomizers(
            context -> {
              if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(PlainErrorValve.class.getName());
              }
            });
  }

  /** Before everything that might read a body. */
  @Bean
  WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> bodyGuard(
      @Value("${server.tomcat.threads.max:200}") int threads) {
    return factory -> factory.addEngineValves(new BodyGuardValve(threads));
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
