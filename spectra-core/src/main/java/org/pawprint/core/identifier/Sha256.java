package org.pawprint.core.identifier;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digest of a file's bytes, 64 lower-case hexadecimal digits. */
public record Sha256(String hex) {
  private static final int DIGITS = 64;

  public Sha256 {
    if (hex.length() != DIGITS || !hex.chars().allMatch(Sha256::isDigit)) {
      throw new IllegalArgumentException(
          "SHA-256 must be 64 lower-case hexadecimal digits, not '" + hex + "'");
    }
  }

  private static boolean isDigit(int character) {
    return character >= '0' && character <= '9' || character >= 'a' && character <= 'f';
  }

  /** A fresh digest of the algorithm; every Java platform has it. */
  public static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("a Java platform without SHA-256", e);
    }
  }

  /** Finishes a running digest. */
  public static Sha256 of(MessageDigest digest) {
    return new Sha256(HexFormat.of().formatHex(digest.digest()));
  }

  public static Sha256 of(byte[] bytes) {
    MessageDigest digest = newDigest();
    digest.update(bytes);
    return of(digest);
  }

  @Override
  public String toString() {
    return hex;
  }
}
