package org.pawprint.datalink;

import java.util.Map;
import org.pawprint.service.PawprintService;
import org.pawprint.service.ServiceLauncher;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;

/** Starts the datalink service; its settings are in {@code datalink-service.yaml}. */
@PawprintService
@ImportAutoConfiguration(MultipartAutoConfiguration.class)
public class DatalinkApplication {
  /** Of the service and of its configuration file. */
  public static final String NAME = "datalink-service";

  public static void main(String[] args) {
    ServiceLauncher.start(DatalinkApplication.class, NAME, Map.of(), args);
  }
}
