package org.pawprint.service;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Enumeration;

/** Entity tags of a request (RFC 9110, 8.8.3 and 13.1.2). */
public final class EntityTags {
  private static final String WEAK = "W/";

  private EntityTags() {}

  /**
   * Whether the client has the answer with this tag already, compared weakly as If-None-Match asks.
   *
   * @param entityTag with its quotes, strong or weak
   */
  public static boolean matches(HttpServletRequest request, String entityTag) {
    Enumeration<String> headers = request.getHeaders("If-None-Match");
    while (headers.hasMoreElements()) {
      for (String candidate : headers.nextElement().split(",", -1)) {
        String tag = candidate.strip();
        if (tag.equals("*") || opaque(tag).equals(opaque(entityTag))) {
          return true;
        }
      }
    }
    return false;
  }

  private static String opaque(String tag) {
    return tag.startsWith(WEAK) ? tag.substring(WEAK.length()) : tag;
  }
}
