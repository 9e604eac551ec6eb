package org.pawprint.datalink.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.pawprint.core.dali.ParameterFaults;
import org.pawprint.core.votable.read.VoTableStatus;
import org.pawprint.datalink.DatalinkProperties;
import org.pawprint.datalink.http.ServiceFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks the archive's own search, as anybody. Only the one path of the configured address is ever
 * asked; whatever a client sends travels in the body, and a redirect is not followed.
 */
@Component
final class SpectraSearch {
  private static final Logger LOG = LoggerFactory.getLogger(SpectraSearch.class);
  private static final String PATH = "/vo/ssa/query";
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);

  /** A search ends itself after five minutes and says so; silence beyond that is a fault. */
  private static final Duration LONGEST_SILENCE = Duration.ofMinutes(6);

  private static final int LONGEST_FAULT = 1 << 16;

  /** RFC 6585, 4. */
  private static final int TOO_MANY_REQUESTS = 429;

  private final URI address;

  SpectraSearch(DatalinkProperties properties) {
    this.address = URI.create(properties.searchUrl().toString().replaceFirst("/+$", "") + PATH);
  }

  /**
   * Adds what the search finds.
   *
   * @return what is to be said about it
   * @throws ServiceFault with the search's own words where it has no answer
   * @throws ParameterFaults when it finds more than the list takes
   */
  Optional<Missing> find(SearchQuery query, IdList ids) {
    try {
      HttpURLConnection connection = ask(query);
      try {
        int before = ids.size();
        return read(connection, query, ids).remark(ids.size() - before);
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      LOG.warn("search at {} has no answer", address, e);
      throw ServiceFault.notNow("the search cannot be reached now");
    }
  }

  private HttpURLConnection ask(SearchQuery query) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) address.toURL().openConnection(Proxy.NO_PROXY);
    byte[] form = query.form().getBytes(StandardCharsets.US_ASCII);
    connection.setConnectTimeout((int) CONNECT_WITHIN.toMillis());
    connection.setReadTimeout((int) LONGEST_SILENCE.toMillis());
    connection.setInstanceFollowRedirects(false);
    connection.setRequestProperty("Content-Type", "application/x-www-form-urlencoded");
    connection.setDoOutput(true);
    connection.setFixedLengthStreamingMode(form.length);
    try (OutputStream out = connection.getOutputStream()) {
      out.write(form);
    }
    return connection;
  }

  private static FoundIds read(HttpURLConnection connection, SearchQuery query, IdList ids)
      throws IOException {
    int status = connection.getResponseCode();
    String type = Optional.ofNullable(connection.getContentType()).orElse("");
    if (status == HttpURLConnection.HTTP_OK && type.startsWith("application/json")) {
      try (InputStream body = connection.getInputStream()) {
        return FoundIds.read(body, ids);
      }
    }
    Optional<String> words = VoTableStatus.error(fault(connection, status));
    String said =
        words
            .map(text -> "the search says: " + text)
            .orElse("the search answers with status " + status);
    if (status == TOO_MANY_REQUESTS) {
      throw ServiceFault.busy(said);
    }
    if (words.isPresent() && status != HttpURLConnection.HTTP_UNAVAILABLE) {
      throw ServiceFault.usage(SearchQuery.PARAMETER + ": " + said);
    }
    if (status == HttpURLConnection.HTTP_OK) {
      throw ParameterFaults.of(SearchQuery.PARAMETER, query.text(), "a search that lists spectra");
    }
    throw ServiceFault.notNow(said);
  }

  private static byte[] fault(HttpURLConnection connection, int status) throws IOException {
    try (InputStream body =
        status < HttpURLConnection.HTTP_BAD_REQUEST
            ? connection.getInputStream()
            : connection.getErrorStream()) {
      return body == null ? new byte[0] : body.readNBytes(LONGEST_FAULT);
    }
  }
}
