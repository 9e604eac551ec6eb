package org.pawprint.embedded;

/** How a client reaches one virtual host of a broker; prints without its password. */
public record BrokerLogin(String host, int port, String virtualHost, String user, String password) {

  @Override
  public String toString() {
    return user + "@" + host + ":" + port + "/" + virtualHost;
  }
}
