package org.pawprint.datalink;

import java.net.URI;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the stores are and how much one request may ask for.
 *
 * @param segments folder of the segment store
 * @param originals folder of the original store
 * @param openSegments segments kept open between reads
 * @param maxIds IDs answered by one links request; what is beyond is left out and OVERFLOW said
 * @param maxBulkIds IDs of one bulk request; more are refused
 * @param searchUrl address at which this service reaches the search, http or https
 * @param bulkRequests bulk requests answered at the same time; more are told to come later
 */
@ConfigurationProperties("pawprint.datalink")
public record DatalinkProperties(
    Path segments,
    Path originals,
    @DefaultValue("256") int openSegments,
    @DefaultValue("10000") int maxIds,
    URI searchUrl,
    @DefaultValue("100000") int maxBulkIds,
    @DefaultValue("4") int bulkRequests) {
  public DatalinkProperties {
    if (maxIds < 1) {
      throw belowOne("max-ids", maxIds);
    }
    if (!"http".equals(searchUrl.getScheme()) && !"https".equals(searchUrl.getScheme())) {
      throw new IllegalArgumentException(
          "pawprint.datalink.search-url " + searchUrl + " is no http or https address");
    }
    if (maxBulkIds < 1) {
      throw belowOne("max-bulk-ids", maxBulkIds);
    }
    if (bulkRequests < 1) {
      throw belowOne("bulk-requests", bulkRequests);
    }
  }

  private static IllegalArgumentException belowOne(String name, int value) {
    return new IllegalArgumentException("pawprint.datalink." + name + " " + value + " is below 1");
  }
}
