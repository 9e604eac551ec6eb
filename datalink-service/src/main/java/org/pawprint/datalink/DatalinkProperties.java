package org.pawprint.datalink;

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
 */
@ConfigurationProperties("pawprint.datalink")
public record DatalinkProperties(
    Path segments,
    Path originals,
    @DefaultValue("256") int openSegments,
    @DefaultValue("10000") int maxIds) {
  public DatalinkProperties {
    if (maxIds < 1) {
      throw new IllegalArgumentException("pawprint.datalink.max-ids " + maxIds + " is below 1");
    }
  }
}
