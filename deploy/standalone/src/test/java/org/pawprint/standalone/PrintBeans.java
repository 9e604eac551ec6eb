package org.pawprint.standalone;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pawprint.service.ServiceLauncher;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts a service, prints its beans with their types, and ends. Needs only what every service has
 * on its class path, so that it can run inside each executable jar.
 */
public final class PrintBeans {
  private static final String MARK = "bean: ";

  private PrintBeans() {}

  /**
   * @param args application class and service name
   */
  public static void main(String[] args) throws ClassNotFoundException {
    beans(Class.forName(args[0]), args[1], Map.of())
        .forEach(bean -> System.out.println(MARK + bean));
  }

  /** Names and types of the beans of a service that starts for this and ends again. */
  static List<String> beans(Class<?> application, String name, Map<String, Object> settings) {
    try (ConfigurableApplicationContext context =
        ServiceLauncher.start(application, name, settings)) {
      TreeSet<String> beans = new TreeSet<>();
      for (String bean : context.getBeanDefinitionNames()) {
        beans.add(bean + " " + typeName(context.getType(bean)));
      }
      return new ArrayList<>(beans);
    }
  }

  /** The beans among what {@link #main} and the service's log printed. */
  static List<String> printed(String output) {
    return output
        .lines()
        .filter(line -> line.startsWith(MARK))
        .map(line -> line.substring(MARK.length()))
        .toList();
  }

  /** Without what a proxy or lambda adds, which differs from run to run. */
  private static String typeName(@Nullable Class<?> type) {
    return type == null ? "?" : type.getName().replaceFirst("\\$\\$.*", "");
  }
}
