package org.pawprint.service;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may operate a service under {@code /ops}.
 *
 * @param token bearer token; empty refuses everybody
 * @param hosts names allowed in Host and Origin
 */
@ConfigurationProperties("pawprint.ops")
public record OpsProperties(
    @DefaultValue("") Secret token, @DefaultValue({"localhost", "127.0.0.1"}) List<String> hosts) {
  public OpsProperties {
    hosts = List.copyOf(hosts);
  }
}
