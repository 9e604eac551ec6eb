package org.pawprint.standalone.archive;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.pawprint.core.event.Lane;
import org.pawprint.core.identifier.Sha256;
import tools.jackson.databind.JsonNode;

/** Announces survey files on the live lane and waits for what becomes of them. */
public final class FilePublication {
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final RunningArchive archive;
  private final EventPublisher publisher;
  private final List<Path> roots;

  /**
   * @param roots folders from which the archive reads in place; other files go through the inbox
   */
  public FilePublication(RunningArchive archive, EventPublisher publisher, List<Path> roots) {
    this.archive = archive;
    this.publisher = publisher;
    this.roots = roots.stream().map(r -> r.toAbsolutePath().normalize()).toList();
  }

  /** Announces a file; gives the id of its event. */
  public String announce(Path file, Optional<String> collection) throws IOException {
    BareFile bare = place(file);
    String id = bare.id(collection);
    publisher.publish(Lane.LIVE, id, bare.event(collection));
    return id;
  }

  /** Brings a file to where the archive can read it: where it is, or the inbox. */
  public BareFile place(Path file) throws IOException {
    Path absolute = file.toAbsolutePath().normalize();
    boolean inPlace = roots.stream().anyMatch(absolute::startsWith);
    return inPlace ? BareFile.of(absolute) : uploaded(absolute);
  }

  private BareFile uploaded(Path file) throws IOException {
    JsonNode answer = archive.upload(file);
    return new BareFile(
        URI.create(answer.path("uri").asString()),
        answer.path("bytes").asLong(),
        new Sha256(answer.path("sha256").asString()));
  }

  /**
   * Waits until the ledger says how the event ended.
   *
   * @return false when it had not ended within {@code patience}
   */
  public boolean await(String eventId, String file, Duration patience, FileOutcomes outcomes)
      throws IOException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < deadline) {
      JsonNode entry =
          archive
              .ops("/ops/ledger?source=" + encode(BareFile.SOURCE) + "&id=" + encode(eventId))
              .path("entries")
              .path(0);
      String state = entry.path("state").asString("");
      if (state.equals("catalogued") || state.equals("already")) {
        outcomes.catalogued(
            entry.path("collection").asString(),
            entry.path("spectra").asLong(),
            state.equals("already"));
        return true;
      }
      if (state.equals("parked")) {
        outcomes.parked(file, entry.path("reason").asString());
        return true;
      }
      Pause.of(PAUSE);
    }
    return false;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
