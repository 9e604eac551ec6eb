package org.pawprint.standalone.httpfuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;

/** Values that no parameter was made for, as they stand in a URL or a form. */
final class HostileValue {
  private static final int LONG = 1 << 20;

  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          ",",
          "/",
          "//",
          ";",
          ";;",
          "NaN",
          "Infinity",
          "-Inf +Inf",
          "+Inf -Inf",
          "1e999",
          "-1e999",
          "9999999999999999999999999",
          "-1",
          "0",
          "1e-400",
          "5e-7/4e-7",
          "2 1",
          "361,91",
          "1,2,3,4,5",
          "0x10",
          "1_000",
          "١٢٣",
          "2021-02-30",
          "0000-00-00",
          "2021-03-24T25:61:61",
          "' OR '1'='1",
          "'; DROP TABLE catalogue.obscore; --",
          "\\'; SELECT pg_sleep(60); --",
          "') OR (SELECT count(*) FROM pg_shadow) > 0 --",
          "$$ || version() || $$",
          "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>",
          "]]></INFO></RESOURCE><RESOURCE>",
          "<script>alert(1)</script>",
          "&amp;&#0;&#x1F;",
          "${jndi:ldap://127.0.0.1/x}",
          "#{T(Runtime)}",
          "%{7*7}",
          "../../../../etc/passwd",
          "file:///etc/passwd",
          "ivo://",
          "ivo://a/b?c",
          "ivo://a/b?c/d/e/f/g",
          "ivo://%00/x?y/z",
          "\u0000",
          "a\u0000b",
          "\r\nX-Injected: yes",
          "\u202e\ufeff\ud83d\ude00",
          "null",
          "undefined",
          "true",
          "POLYGON 0 0 1 1",
          "POLYGON 0 0 2 2 2 0 0 2",
          "POLYGON 0 9 60 -9 120 9 180 -9 240 9 300 -9",
          "CIRCLE NaN 0 1",
          "CIRCLE 0 0 -1",
          "RANGE 9 8 7 6");

  private static final List<String> BROKEN_ENCODINGS =
      List.of("%", "%2", "%zz", "%ff%fe", "%c0%af", "%ed%a0%80", "%F5%80%80%80", "%u0041", "a%00b");

  private HostileValue() {}

  /** An encoded value. */
  static String any(String right, boolean inBody, SplittableRandom dice) {
    return switch (dice.nextInt(10)) {
      case 0 -> BROKEN_ENCODINGS.get(dice.nextInt(BROKEN_ENCODINGS.size()));
      case 1 -> encode(damaged(right, dice));
      case 2 -> encode(damaged(right, dice));
      case 3 -> encode(right + "," + TEXTS.get(dice.nextInt(TEXTS.size())));
      case 4 ->
          inBody && dice.nextInt(20) == 0 ? "9".repeat(LONG) : "1,".repeat(dice.nextInt(3000));
      default -> encode(TEXTS.get(dice.nextInt(TEXTS.size())));
    };
  }

  private static String damaged(String right, SplittableRandom dice) {
    StringBuilder text = new StringBuilder(right);
    for (int i = dice.nextInt(1, 4); i > 0; i--) {
      int at = dice.nextInt(text.length() + 1);
      switch (dice.nextInt(3)) {
        case 0 -> text.insert(at, (char) dice.nextInt(0, 0x250));
        case 1 -> text.setLength(at);
        default -> text.insert(at, text.toString());
      }
    }
    return text.substring(0, Math.min(text.length(), 2000));
  }

  static String encode(String text) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || "-._~,/:;".indexOf(c) >= 0);
      if (plain) {
        encoded.append(c);
      } else {
        encoded.append('%').append(String.format("%02X", (int) c));
      }
    }
    return encoded.toString();
  }
}
