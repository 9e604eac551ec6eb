package org.pawprint.catalogue;

import java.util.Map;
import org.pawprint.service.PawprintService;
import org.pawprint.service.ServiceLauncher;
import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.amqp.autoconfigure.health.RabbitHealthContributorAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * Consumes stage commands and owns the catalogue; with the word {@code migrate} it brings the
 * schema to this version instead, and ends.
 */
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
    if (args.length > 0 && args[0].equals(MigrateStep.WORD)) {
      migrate();
      return;
    }
    ServiceLauncher.start(CatalogueServiceApplication.class, NAME, Map.of(), args);
  }

  private static void migrate() {
    try {
      System.out.println(MigrateStep.of(System.getenv()).run());
    } catch (IllegalArgumentException | IllegalStateException e) {
      System.err.println("migrate: " + e.getMessage());
      System.exit(1);
    }
  }
}
