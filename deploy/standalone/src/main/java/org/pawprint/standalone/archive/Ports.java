package org.pawprint.standalone.archive;

import java.net.URI;

/** The ports of a standalone, ten in a row from a base. All are on 127.0.0.1. */
public record Ports(int base) {
  /** Where they begin unless told otherwise. */
  public static final int DEFAULT_BASE = 8080;

  /** How many there are. */
  public static final int COUNT = 10;

  public Ports {
    if (base < 1024 || base > 65525) {
      throw new IllegalArgumentException("port base " + base + " is not in 1024..65525");
    }
  }

  public int ssa() {
    return base;
  }

  public int datalink() {
    return base + 1;
  }

  public int listener() {
    return base + 2;
  }

  public int catalogue() {
    return base + 3;
  }

  public int broker() {
    return base + 4;
  }

  public int postgres() {
    return base + 5;
  }

  /** Management port of the service on that port. */
  public int management(int servicePort) {
    return servicePort + 6;
  }

  /** Address of the service on that port. */
  public URI uri(int servicePort) {
    return URI.create("http://127.0.0.1:" + servicePort);
  }
}
