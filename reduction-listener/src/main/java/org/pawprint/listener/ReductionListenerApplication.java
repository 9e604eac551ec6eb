package org.pawprint.listener;

import java.util.Map;
import org.pawprint.service.PawprintService;
import org.pawprint.service.ServiceLauncher;
import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The application; its settings are in {@code reduction-listener.yaml}. */
@PawprintService
@ConfigurationPropertiesScan
@ImportAutoConfiguration(RabbitAutoConfiguration.class)
public class ReductionListenerApplication {
  /** Also the name of the configuration file. */
  public static final String NAME = "reduction-listener";

  public static void main(String[] args) {
    ServiceLauncher.start(ReductionListenerApplication.class, NAME, Map.of(), args);
  }
}
