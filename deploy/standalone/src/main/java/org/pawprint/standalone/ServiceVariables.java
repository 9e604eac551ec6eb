package org.pawprint.standalone;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.pawprint.embedded.BrokerLogin;
import org.pawprint.embedded.DatabaseLogin;
import org.pawprint.standalone.archive.DataFolder;
import org.pawprint.standalone.archive.Ports;

/**
 * The settings of the four services as the variables that their configuration files read. The
 * standalone gives them as properties, separate processes get them as environment: the same names
 * everywhere.
 */
final class ServiceVariables {
  private ServiceVariables() {}

  /**
   * @param roots folders that publishers' files may come from
   * @param immutableRoots those whose files never change
   * @param logins of the database by variable prefix: LISTENER, CATALOGUE, SSA, DATALINK
   */
  static Map<String, Object> of(
      Ports ports,
      DataFolder data,
      String opsToken,
      List<Path> roots,
      List<Path> immutableRoots,
      Map<String, DatabaseLogin> logins,
      BrokerLogin broker) {
    Map<String, Object> variables = new LinkedHashMap<>();
    variables.put("PAWPRINT_SSA_PORT", ports.ssa());
    variables.put("PAWPRINT_DATALINK_PORT", ports.datalink());
    variables.put("PAWPRINT_LISTENER_PORT", ports.listener());
    variables.put("PAWPRINT_CATALOGUE_PORT", ports.catalogue());
    variables.put("PAWPRINT_SSA_MANAGEMENT_PORT", ports.management(ports.ssa()));
    variables.put("PAWPRINT_DATALINK_MANAGEMENT_PORT", ports.management(ports.datalink()));
    variables.put("PAWPRINT_LISTENER_MANAGEMENT_PORT", ports.management(ports.listener()));
    variables.put("PAWPRINT_CATALOGUE_MANAGEMENT_PORT", ports.management(ports.catalogue()));
    variables.put("PAWPRINT_SSA_BASE", ports.uri(ports.ssa()));
    variables.put("PAWPRINT_SSA_URL", ports.uri(ports.ssa()));
    variables.put("PAWPRINT_DATALINK_BASE", ports.uri(ports.datalink()));
    logins.forEach(
        (service, login) -> {
          variables.put("PAWPRINT_DB_URL", login.jdbcUrl());
          variables.put("PAWPRINT_" + service + "_DB_USER", login.user());
          variables.put("PAWPRINT_" + service + "_DB_PASSWORD", login.password());
        });
    variables.put("PAWPRINT_BROKER_HOST", broker.host());
    variables.put("PAWPRINT_BROKER_PORT", broker.port());
    variables.put("PAWPRINT_BROKER_VHOST", broker.virtualHost());
    variables.put("PAWPRINT_BROKER_USER", broker.user());
    variables.put("PAWPRINT_BROKER_PASSWORD", broker.password());
    variables.put("PAWPRINT_ORIGINALS", data.originals());
    variables.put("PAWPRINT_SEGMENTS", data.segments());
    variables.put("PAWPRINT_INBOX", data.inbox());
    variables.put("PAWPRINT_ROOTS", list(roots));
    variables.put("PAWPRINT_IMMUTABLE_ROOTS", list(immutableRoots));
    variables.put("PAWPRINT_OPS_TOKEN", opsToken);
    return variables;
  }

  private static String list(List<Path> folders) {
    return folders.stream().map(Path::toString).collect(Collectors.joining(","));
  }
}
