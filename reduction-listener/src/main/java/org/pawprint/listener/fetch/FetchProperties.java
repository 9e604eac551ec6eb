package org.pawprint.listener.fetch;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where files may come from and where originals go.
 *
 * @param roots folders of the publishers; the inbox is one more
 * @param immutableRoots folders whose files never change: originals are read there, not copied
 * @param inbox folder for files that operators send; created at start
 * @param originals folder of the original store
 * @param largestFile a file longer than this is parked
 */
@ConfigurationProperties("pawprint")
public record FetchProperties(
    @DefaultValue List<Path> roots,
    @DefaultValue List<Path> immutableRoots,
    Path inbox,
    Path originals,
    @DefaultValue("4GB") DataSize largestFile) {
  public FetchProperties {
    roots = List.copyOf(roots);
    immutableRoots = List.copyOf(immutableRoots);
  }
}
