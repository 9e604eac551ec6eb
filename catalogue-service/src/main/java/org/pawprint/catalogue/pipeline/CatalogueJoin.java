package org.pawprint.catalogue.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.pawprint.catalogue.join.TargetJoin;
import org.pawprint.core.event.StageCommand;
import org.pawprint.core.obscore.ObsCoreRow;

/** Joins the files of a command with their surveys' tables, one question per collection. */
final class CatalogueJoin {
  private final TargetJoin targets;

  CatalogueJoin(TargetJoin targets) {
    this.targets = targets;
  }

  /** The same files in the same order, their rows completed. */
  List<FileLoad.Loaded> join(StageCommand command, List<FileLoad.Loaded> loads) {
    Map<String, List<ObsCoreRow>> rows = new HashMap<>();
    for (FileLoad.Loaded load : loads) {
      List<ObsCoreRow> some =
          rows.computeIfAbsent(Identification.collection(command, load), c -> new ArrayList<>());
      load.content().entries().forEach(entry -> some.add(entry.row()));
    }
    Map<String, Iterator<ObsCoreRow>> joined = new HashMap<>();
    rows.forEach(
        (collection, some) -> joined.put(collection, targets.join(collection, some).iterator()));
    List<FileLoad.Loaded> all = new ArrayList<>();
    for (FileLoad.Loaded load : loads) {
      Iterator<ObsCoreRow> next = joined.get(Identification.collection(command, load));
      if (next == null) {
        throw new IllegalStateException("rows of a collection that was not asked for");
      }
      List<ObsCoreRow> own = load.content().entries().stream().map(entry -> next.next()).toList();
      all.add(new FileLoad.Loaded(load.file(), load.loader(), load.content().with(own)));
    }
    return all;
  }
}
