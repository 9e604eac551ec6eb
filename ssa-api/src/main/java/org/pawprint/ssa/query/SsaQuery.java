package org.pawprint.ssa.query;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.pawprint.core.sky.SkyPosition;
import org.pawprint.core.votable.Info;
import org.pawprint.store.search.Condition;

/**
 * A search as it was understood.
 *
 * @param metadata FORMAT=METADATA: describe the service; all else is empty then
 * @param products forms wanted for each spectrum, each once; none when FORMAT matches nothing here
 * @param centre of the cone; rows come by distance from it
 * @param form of the answer itself
 * @param infos the request repeated, and what the user should know about how it was understood
 */
public record SsaQuery(
    boolean metadata,
    List<Product> products,
    Optional<SkyPosition> centre,
    List<Condition> conditions,
    RowLimit limit,
    AnswerForm.Requested form,
    List<Info> infos) {
  public SsaQuery {
    products = List.copyOf(products);
    conditions = List.copyOf(conditions);
    infos = List.copyOf(infos);
  }

  static SsaQuery forMetadata() {
    RowLimit none = new RowLimit(0, OptionalLong.empty());
    return new SsaQuery(
        true,
        List.of(),
        Optional.empty(),
        List.of(),
        none,
        AnswerForm.Requested.DEFAULT,
        List.of());
  }
}
