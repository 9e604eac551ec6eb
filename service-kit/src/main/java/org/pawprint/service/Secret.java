package org.pawprint.service;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A value that never shows in logs, health pages or {@code toString}. */
public record Secret(String value) {

  /** A factory for configuration binding. */
  public static Secret of(String value) {
    return new Secret(value);
  }

  /** Compares in constant time; an empty secret matches nothing. */
  public boolean matches(String candidate) {
    return !value.isEmpty()
        && MessageDigest.isEqual(
            value.getBytes(StandardCharsets.UTF_8), candidate.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "***";
  }
}
