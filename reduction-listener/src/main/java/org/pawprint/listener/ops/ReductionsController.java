package org.pawprint.listener.ops;

import java.util.List;
import java.util.Optional;
import org.pawprint.store.catalogue.HeldReductions;
import org.pawprint.store.catalogue.HeldReductions.Held;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the catalogue holds of a collection, for comparison with a publisher's list. */
@RestController
class ReductionsController {
  private static final int PAGE = 5_000;

  private final HeldReductions reductions;

  ReductionsController(JdbcClient jdbc) {
    this.reductions = new HeldReductions(jdbc);
  }

  /**
   * A page of reductions, every version.
   *
   * @param cursor give it back for the next page; absent on the last one
   */
  record Page(List<Held> reductions, Optional<String> cursor) {}

  @GetMapping("/ops/reductions")
  Page reductions(
      @RequestParam("collection") String collection,
      @RequestParam(name = "cursor") Optional<String> cursor) {
    List<Held> page = reductions.page(collection, cursor.map(ReductionsController::id), PAGE);
    return new Page(
        page,
        page.size() < PAGE
            ? Optional.empty()
            : Optional.of(String.valueOf(page.get(page.size() - 1).id())));
  }

  private static long id(String cursor) {
    try {
      return LedgerParameters.positive(cursor);
    } catch (IllegalArgumentException e) {
      throw new OpsFault("cursor", cursor, "the cursor of the page before");
    }
  }
}
