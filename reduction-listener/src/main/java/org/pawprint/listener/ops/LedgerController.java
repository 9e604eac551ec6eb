package org.pawprint.listener.ops;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pawprint.store.ledger.EventFiles;
import org.pawprint.store.ledger.EventFiles.FileState;
import org.pawprint.store.ledger.FileTally;
import org.pawprint.store.ledger.LedgerEntry;
import org.pawprint.store.ledger.LedgerQuery;
import org.pawprint.store.ledger.LedgerSearch;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The ledger, newest first. */
@RestController
class LedgerController {
  private static final int LARGEST_PAGE = 1000;

  private final LedgerSearch ledger;
  private final EventFiles files;

  LedgerController(LedgerSearch ledger, EventFiles files) {
    this.ledger = ledger;
    this.files = files;
  }

  /** An event with its files: of a batch some may be parked while others are in the catalogue. */
  record Listed(@JsonUnwrapped LedgerEntry event, FileTally files) {}

  /**
   * A page of the ledger.
   *
   * @param cursor give it back for the next page; absent on the last one
   */
  record Page(List<Listed> entries, Optional<String> cursor) {}

  @GetMapping("/ops/ledger")
  Page ledger(@RequestParam MultiValueMap<String, String> parameters) {
    return page(new LedgerParameters(parameters, LARGEST_PAGE).query());
  }

  @GetMapping("/ops/parked")
  Page parked(@RequestParam MultiValueMap<String, String> parameters) {
    if (parameters.containsKey("state")) {
      throw new OpsFault("state", String.valueOf(parameters.getFirst("state")), "no state here");
    }
    Map<String, List<String>> all = new LinkedHashMap<>(parameters);
    all.put("state", List.of("parked"));
    return page(new LedgerParameters(all, LARGEST_PAGE).query());
  }

  /** Every file of an event, and what became of it. */
  @GetMapping("/ops/ledger/{key}/files")
  List<FileState> files(@PathVariable("key") String text) {
    long key;
    try {
      key = LedgerParameters.positive(text);
    } catch (IllegalArgumentException e) {
      throw new OpsFault("key", text, "a key of the ledger, a whole number from 1");
    }
    if (ledger.rows(List.of(key)).isEmpty()) {
      throw new OpsFault(404, "key", text, "the key of an event in the ledger");
    }
    return files.list(key);
  }

  private Page page(LedgerQuery query) {
    List<LedgerEntry> entries = ledger.list(query.page(query.before(), query.limit() + 1));
    if (entries.size() <= query.limit()) {
      return new Page(withFiles(entries), Optional.empty());
    }
    List<LedgerEntry> page = entries.subList(0, query.limit());
    return new Page(withFiles(page), Optional.of(String.valueOf(page.get(page.size() - 1).key())));
  }

  private List<Listed> withFiles(List<LedgerEntry> events) {
    Map<Long, FileTally> tallies = files.tallies(events.stream().map(LedgerEntry::key).toList());
    return events.stream()
        .map(event -> new Listed(event, tallies.getOrDefault(event.key(), FileTally.NONE)))
        .toList();
  }
}
