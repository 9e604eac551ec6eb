package org.pawprint.ssa;

import java.util.Map;
import org.pawprint.service.PawprintService;
import org.pawprint.service.ServiceLauncher;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;

/** The service that answers searches: Simple Spectral Access and its VOSI resources. */
@PawprintService
@ImportAutoConfiguration(MultipartAutoConfiguration.class)
public class SsaApiApplication {
  /** Name of the service and of its configuration file. */
  public static final String NAME = "ssa-api";

  public static void main(String[] args) {
    ServiceLauncher.start(SsaApiApplication.class, NAME, Map.of(), args);
  }
}
