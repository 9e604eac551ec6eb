package org.pawprint.standalone.reconcile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.pawprint.standalone.archive.RunningArchive;
import tools.jackson.databind.JsonNode;

/** Asks a running archive what it holds. */
public final class HeldReductions {
  private final RunningArchive archive;

  public HeldReductions(RunningArchive archive) {
    this.archive = archive;
  }

  /**
   * Every version of every reduction of the collections.
   *
   * @param source only of this publisher
   */
  public List<HeldReduction> of(Collection<String> collections, Optional<String> source)
      throws IOException {
    List<HeldReduction> all = new ArrayList<>();
    for (String collection : collections) {
      String path = "/ops/reductions?collection=" + RunningArchive.encode(collection);
      Optional<String> cursor = Optional.of("");
      while (cursor.isPresent()) {
        JsonNode page =
            archive.ops(cursor.get().isEmpty() ? path : path + "&cursor=" + cursor.get());
        for (JsonNode reduction : page.path("reductions")) {
          HeldReduction held = HeldReduction.of(collection, reduction);
          if (source.isEmpty() || source.get().equals(held.source())) {
            all.add(held);
          }
        }
        cursor =
            page.path("cursor").isString()
                ? Optional.of(page.path("cursor").asString())
                : Optional.empty();
      }
    }
    return all;
  }
}
