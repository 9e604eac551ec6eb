package org.pawprint.ssa.query;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.pawprint.core.sky.SkyPosition;
import org.pawprint.core.votable.Info;
import org.pawprint.store.search.Condition;
import org.pawprint.store.search.PageStart;
import org.pawprint.store.search.Versions;

/**
 * A search as it was understood.
 *
 * @param metadata FORMAT=METADATA: describe the service; all else is empty then
 * @param products forms wanted for each spectrum, each once; none when FORMAT matches nothing here
 * @param centre of the cone; rows come by distance from it
 * @param page where it begins, when it is not the first
 * @param form of the answer itself
 * @param echo the request repeated (SSA-1.1 4.2.2)
 * @param notes what the user should know about how the request was understood
 * @param digest of the constraints, by which a page is known to be of this search
 */
public record Search(
    Protocol protocol,
    boolean metadata,
    List<Product> products,
    Optional<SkyPosition> centre,
    Versions versions,
    List<Constraint> constraints,
    Optional<PageStart> page,
    RowLimit limit,
    AnswerForm.Requested form,
    List<Info> echo,
    List<String> notes,
    String digest) {
  public Search {
    products = List.copyOf(products);
    constraints = List.copyOf(constraints);
    echo = List.copyOf(echo);
    notes = List.copyOf(notes);
  }

  static Search forMetadata() {
    RowLimit none = new RowLimit(0, OptionalLong.empty());
    return new Search(
        Protocol.SSA,
        true,
        List.of(),
        Optional.empty(),
        Versions.NEWEST,
        List.of(),
        Optional.empty(),
        none,
        AnswerForm.Requested.DEFAULT,
        List.of(),
        List.of(),
        "");
  }

  /** What a row has to meet. */
  public List<Condition> conditions() {
    return constraints.stream().map(Constraint::condition).toList();
  }
}
