package org.pawprint.catalogue;

import java.util.Map;
import org.pawprint.service.PawprintService;
import org.pawprint.service.ServiceLauncher;
import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.amqp.autoconfigure.health.RabbitHealthContributorAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Consumes stage commands and owns the catalogue. */
@PawprintService
@ConfigurationPropertiesScan
@ImportAutoConfiguration({
  RabbitAutoConfiguration.class,
  RabbitHealthContributorAutoConfiguration.class
})
public class CatalogueServiceApplication {
  /** Also the name of its configuration file. */
  public static final String NAME = "catalogue-service";

  public static void main(String[] args) {
    ServiceLauncher.start(CatalogueServiceApplication.class, NAME, Map.of(), args);
  }
}
