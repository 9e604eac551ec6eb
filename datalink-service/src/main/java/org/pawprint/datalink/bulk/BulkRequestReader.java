package org.pawprint.datalink.bulk;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.pawprint.core.dali.ParameterFaults;
import org.pawprint.datalink.http.SpectrumId;

/**
 * Reads one request from its query string and, of a POST, its body: a form of any length, a
 * multipart form with a file of IDs, or the list of IDs itself.
 */
final class BulkRequestReader {
  private static final int LONGEST_VALUE = 16_384;

  private final IdList ids;
  private final long maxBytes;
  private final Set<String> formats = new LinkedHashSet<>();
  private final Set<String> grids = new LinkedHashSet<>();
  private final Set<String> queries = new LinkedHashSet<>();

  private BulkRequestReader(int maxIds, long maxBytes) {
    this.ids = new IdList(maxIds);
    this.maxBytes = maxBytes;
  }

  /**
   * @throws ParameterFaults for what cannot be used
   */
  static BulkRequest read(HttpServletRequest request, int maxIds, long maxBytes)
      throws IOException, ServletException {
    BulkRequestReader reader = new BulkRequestReader(maxIds, maxBytes);
    reader.query(request);
    if (request.getMethod().equals("POST")) {
      reader.body(request);
    }
    return reader.request();
  }

  private void query(HttpServletRequest request) throws IOException {
    String query = Optional.ofNullable(request.getQueryString()).orElse("");
    FormPairs.read(
        new ByteArrayInputStream(query.getBytes(StandardCharsets.UTF_8)), this::parameter);
  }

  private void body(HttpServletRequest request) throws IOException, ServletException {
    String type = Optional.ofNullable(request.getContentType()).orElse("").toLowerCase(Locale.ROOT);
    if (type.startsWith("application/x-www-form-urlencoded")) {
      FormPairs.read(new BufferedInputStream(upload(request)), this::parameter);
    } else if (type.startsWith("multipart/")) {
      for (Part part : request.getParts()) {
        part(part);
      }
    } else {
      IdDocument.read(upload(request), ids);
    }
  }

  private Upload upload(HttpServletRequest request) throws IOException {
    return new Upload(request.getInputStream(), maxBytes);
  }

  private void part(Part part) throws IOException {
    try (InputStream content = part.getInputStream()) {
      if (part.getSubmittedFileName() != null) {
        IdDocument.read(content, ids);
      } else {
        byte[] value = content.readNBytes(LONGEST_VALUE + 1);
        String text = new String(value, StandardCharsets.UTF_8);
        if (value.length > LONGEST_VALUE) {
          throw ParameterFaults.of(part.getName(), text, "a value below 16 kB");
        }
        parameter(part.getName(), text);
      }
    }
  }

  private void parameter(String name, String value) {
    if (name.equalsIgnoreCase(SpectrumId.PARAMETER)) {
      ids.add(value);
    } else if (name.equalsIgnoreCase(BulkFormat.PARAMETER) && !value.isBlank()) {
      formats.add(value);
    } else if (name.equalsIgnoreCase(CommonGrid.PARAMETER) && !value.isBlank()) {
      grids.add(value);
    } else if (name.equalsIgnoreCase(SearchQuery.PARAMETER) && !value.isBlank()) {
      queries.add(value);
    }
  }

  private BulkRequest request() {
    BulkFormat format = format();
    Optional<CommonGrid> grid = only(CommonGrid.PARAMETER, grids).map(CommonGrid::parse);
    if (grid.isPresent() && format.isOfFiles()) {
      throw ParameterFaults.of(
          CommonGrid.PARAMETER,
          grid.get().text(),
          "it with votable, fits or arrow; zip and tar hold the files of single spectra as they are");
    }
    Optional<SearchQuery> query = only(SearchQuery.PARAMETER, queries).map(SearchQuery::parse);
    if (query.isEmpty()) {
      ids.requireSome();
    }
    return new BulkRequest(ids, query, format, grid);
  }

  private BulkFormat format() {
    // A plus that was not encoded arrives as a blank.
    return only(BulkFormat.PARAMETER, formats)
        .map(text -> text.replace("x-votable xml", "x-votable+xml"))
        .map(BulkFormat::parse)
        .orElse(BulkFormat.VOTABLE);
  }

  private static Optional<String> only(String parameter, Set<String> values) {
    if (values.size() > 1) {
      throw ParameterFaults.of(parameter, String.join("' and '", values), "one value");
    }
    return values.stream().findFirst();
  }
}
