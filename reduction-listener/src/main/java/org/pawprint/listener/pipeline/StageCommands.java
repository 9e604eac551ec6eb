package org.pawprint.listener.pipeline;

import java.util.List;
import org.pawprint.core.event.StageCommand;
import org.pawprint.core.event.StageCommand.StagedFile;
import org.pawprint.listener.event.ReductionEvent;
import org.pawprint.store.ledger.EventRow;

/** What the catalogue is told about an event and its originals. */
final class StageCommands {
  private StageCommands() {}

  static StageCommand of(EventRow row, ReductionEvent event, List<StagedFile> files) {
    return new StageCommand(
        row.key(),
        row.lane(),
        event.source(),
        event.id(),
        event.reductionId(),
        event.reductionVersion(),
        event.time(),
        event.collection(),
        event.supersedes(),
        event.rights(),
        event.releaseDate(),
        row.traceparent(),
        event.replay(),
        row.receivedAt(),
        event.facts(),
        files);
  }
}
