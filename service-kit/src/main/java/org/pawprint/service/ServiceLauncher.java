package org.pawprint.service;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts a service from its own configuration file {@code <name>.yaml}, so that several can live in
 * one process.
 */
public final class ServiceLauncher {
  private ServiceLauncher() {}

  /**
   * @param application class marked {@link PawprintService}
   * @param name of the service and of its configuration file
   * @param settings override the file, e.g. ports and passwords of a standalone
   */
  public static ConfigurableApplicationContext start(
      Class<?> application, String name, Map<String, Object> settings, String... args) {
    SpringApplication app =
        new SpringApplicationBuilder(application)
            .web(WebApplicationType.SERVLET)
            .properties("spring.config.name=" + name)
            .registerShutdownHook(settings.isEmpty())
            .bannerMode(org.springframework.boot.Banner.Mode.OFF)
            .build();
    String[] all = new String[settings.size() + args.length];
    int i = 0;
    for (Map.Entry<String, Object> setting : settings.entrySet()) {
      all[i++] = "--" + setting.getKey() + "=" + setting.getValue();
    }
    System.arraycopy(args, 0, all, i, args.length);
    return app.run(all);
  }
}
