package org.pawprint.core.identifier;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code ivo://<authority>/<collection>?<obs_id>/<spectrum>/<version>}: the name of one spectrum in
 * one reduction. Parts are percent-encoded in the text form (RFC 3986 unreserved characters stay).
 * Without the version it is an alias of the newest one.
 *
 * @param version short digest of the version; empty in an alias
 */
public record PublisherDid(
    String authority, String collection, String obsId, String spectrum, Optional<String> version) {
  private static final Pattern AUTHORITY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.~_-]{2,}");
  private static final Pattern FORM =
      Pattern.compile("ivo://([^/?#]+)/([^/?#]+)\\?([^/?#]+)/([^/?#]+)(?:/([^/?#]+))?");

  public PublisherDid {
    if (!AUTHORITY.matcher(authority).matches()) {
      throw new IllegalArgumentException("authority '" + authority + "' is no IVOA authority id");
    }
    if (collection.isEmpty() || obsId.isEmpty() || spectrum.isEmpty()) {
      throw new IllegalArgumentException(
          "a DID needs collection, obs_id and spectrum: '%s', '%s', '%s'"
              .formatted(collection, obsId, spectrum));
    }
  }

  /** The name without version, which resolves to the newest one. */
  public PublisherDid alias() {
    return new PublisherDid(authority, collection, obsId, spectrum, Optional.empty());
  }

  /**
   * Reads the text form, scheme and authority in any case.
   *
   * @throws IllegalArgumentException naming the text and the form that would be right
   */
  public static PublisherDid parse(String text) {
    Matcher m =
        FORM.matcher(
            text.regionMatches(true, 0, "ivo://", 0, 6) ? "ivo" + text.substring(3) : text);
    if (!m.matches()) {
      throw new IllegalArgumentException(
          "'%s' is not of the form ivo://<authority>/<collection>?<obs_id>/<spectrum>[/<version>]"
              .formatted(text));
    }
    return new PublisherDid(
        m.group(1),
        decode(m.group(2)),
        decode(m.group(3)),
        decode(m.group(4)),
        Optional.ofNullable(m.group(5)).map(PublisherDid::decode));
  }

  @Override
  public String toString() {
    String name =
        "ivo://"
            + authority
            + "/"
            + encode(collection)
            + "?"
            + encode(obsId)
            + "/"
            + encode(spectrum);
    return version.map(v -> name + "/" + encode(v)).orElse(name);
  }

  private static String encode(String part) {
    if (part.chars().allMatch(PublisherDid::isUnreserved)) {
      return part;
    }
    // URLEncoder speaks the form dialect: blank as '+', '*' kept, '~' encoded.
    return URLEncoder.encode(part, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }

  /** Stands for itself in a URI (RFC 3986, 2.3). */
  private static boolean isUnreserved(int c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '-'
        || c == '.'
        || c == '_'
        || c == '~';
  }

  private static String decode(String part) {
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
