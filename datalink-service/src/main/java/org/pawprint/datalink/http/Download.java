package org.pawprint.datalink.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.pawprint.core.identifier.Sha256;
import org.pawprint.service.EntityTags;
import org.springframework.http.ContentDisposition;

/**
 * Bytes of known length under an entity tag: answers conditional, range and HEAD requests (RFC
 * 9110).
 *
 * @param fileName offered for saving, empty to leave the choice to the client
 * @param identity whatever determines the bytes; its digest is the strong entity tag
 * @param body makes the bytes; not called when the client has them already
 */
public record Download(String mediaType, String fileName, String identity, long length, Body body) {
  private static final int ETAG_DIGITS = 32;

  /** Writes a part of the bytes. */
  @FunctionalInterface
  public interface Body {
    /** Writes {@code length} bytes from {@code first}. */
    void write(long first, long length, OutputStream out) throws IOException;
  }

  /** The strong entity tag, with its quotes. */
  public String entityTag() {
    String digest = Sha256.of(identity.getBytes(StandardCharsets.UTF_8)).hex();
    return '"' + digest.substring(0, ETAG_DIGITS) + '"';
  }

  /** Answers a GET or HEAD (or a POST of the same parameters). */
  public void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setHeader("ETag", entityTag());
    // Rights and newest versions change: keep, but ask again.
    response.setHeader("Cache-Control", "no-cache");
    response.setHeader("Accept-Ranges", "bytes");
    if (EntityTags.matches(request, entityTag())) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    Optional<ByteRange> range = ByteRange.of(rangeHeader(request), length);
    if (range.isEmpty()) {
      response.setHeader("Content-Range", "bytes */" + length);
      response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
      return;
    }
    send(range.get(), request, response);
  }

  private void send(ByteRange part, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (part.length() < length) {
      response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
      response.setHeader("Content-Range", part.contentRange(length));
    }
    response.setContentType(mediaType);
    response.setContentLengthLong(part.length());
    if (!fileName.isEmpty()) {
      ContentDisposition disposition =
          ContentDisposition.attachment().filename(fileName, StandardCharsets.UTF_8).build();
      response.setHeader("Content-Disposition", disposition.toString());
    }
    if (!request.getMethod().equals("HEAD")) {
      body.write(part.first(), part.length(), response.getOutputStream());
    }
  }

  private String rangeHeader(HttpServletRequest request) {
    String ifRange = request.getHeader("If-Range");
    String range = request.getHeader("Range");
    boolean same = ifRange == null || ifRange.trim().equals(entityTag());
    return range != null && same ? range : "";
  }
}
