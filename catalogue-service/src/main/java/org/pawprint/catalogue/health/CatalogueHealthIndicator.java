package org.pawprint.catalogue.health;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.pawprint.catalogue.messaging.Lanes;
import org.pawprint.store.file.OriginalStore;
import org.pawprint.store.file.SegmentStore;
import org.pawprint.store.migration.CatalogueMigration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Up when a stage command that came now could be read, written and committed. */
@Component
class CatalogueHealthIndicator implements HealthIndicator {
  private static final String OK = "ok";

  private final SegmentStore segments;
  private final OriginalStore originals;
  private final JdbcClient jdbc;
  private final Lanes lanes;

  CatalogueHealthIndicator(
      SegmentStore segments, OriginalStore originals, JdbcClient jdbc, Lanes lanes) {
    this.segments = segments;
    this.originals = originals;
    this.jdbc = jdbc;
    this.lanes = lanes;
  }

  @Override
  public Health health() {
    String segmentState = segmentState();
    String originalState = originals.isReadable() ? OK : "cannot be read";
    String schemaState = schemaState();
    String laneState = laneState();
    boolean up =
        List.of(segmentState, originalState, schemaState, laneState).stream().allMatch(OK::equals);
    return (up ? Health.up() : Health.down())
        .withDetail("segments", segmentState)
        .withDetail("originals", originalState)
        .withDetail("schema", schemaState)
        .withDetail("lanes", laneState)
        .build();
  }

  private String segmentState() {
    try {
      segments.probe();
      return OK;
    } catch (IOException e) {
      return "cannot be written";
    }
  }

  private String schemaState() {
    try {
      return CatalogueMigration.mismatch(jdbc).orElse(OK);
    } catch (DataAccessException e) {
      return "the database does not answer";
    }
  }

  private String laneState() {
    String resting =
        lanes.running().entrySet().stream()
            .filter(lane -> !lane.getValue())
            .map(lane -> lane.getKey().word())
            .collect(Collectors.joining(", "));
    return resting.isEmpty() ? OK : "at rest: " + resting;
  }
}
