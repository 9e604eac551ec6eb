package org.pawprint.catalogue.survey.mapping;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.FitsHdu;
import org.pawprint.core.fits.HduKind;

/**
 * One thing a survey's files are known by. All marks of a mapping must be found.
 *
 * @param card keyword that must be there, with a value that the pattern finds as a whole
 * @param absent whether, instead, it must not be there
 * @param column column that the table must have
 * @param axes number of axes the image must have
 */
record Mark(
    HduName hdu,
    Optional<String> card,
    Optional<Pattern> matches,
    boolean absent,
    Optional<String> column,
    Optional<Integer> axes) {

  static Mark read(MappingNode node) {
    node.onlyKeys("hdu", "card", "matches", "absent", "column", "axes");
    Mark mark =
        new Mark(
            HduName.of(node.child("hdu")),
            node.child("card").text(),
            node.child("matches").pattern(),
            node.child("absent").isTrue(),
            node.child("column").text(),
            node.child("axes").whole(0));
    if (mark.matches.isPresent() && mark.card.isEmpty()) {
      node.child("card").fault("the keyword whose value has to match");
    }
    return mark;
  }

  /** For the table of loaders. */
  String inWords() {
    String what =
        card.map(key -> key + matches.map(p -> " " + p.pattern()).orElse(""))
            .or(() -> column.map(name -> "a column " + name))
            .or(() -> axes.map(count -> count == 1 ? "1 axis" : count + " axes"))
            .orElse("");
    String where = hdu.equals(HduName.PRIMARY) ? "" : "HDU " + hdu.word();
    String both = String.join(": ", Stream.of(where, what).filter(t -> !t.isEmpty()).toList());
    return (absent ? "no " : "") + both.replace("|", "\\|");
  }

  boolean isOn(FitsFile fits) {
    Optional<FitsHdu> found = hdu.in(fits);
    if (absent) {
      return found.isEmpty() || card.map(key -> !found.get().header().has(key)).orElse(false);
    }
    return found.isPresent() && isOn(found.get());
  }

  private boolean isOn(FitsHdu found) {
    if (axes.isPresent() && found.shape().length != axes.get()) {
      return false;
    }
    if (card.isPresent()) {
      Optional<String> value = found.header().text(card.get());
      if (value.isEmpty() || matches.filter(p -> !p.matcher(value.get()).matches()).isPresent()) {
        return false;
      }
    }
    return column.isEmpty() || hasColumn(found, column.get());
  }

  private static boolean hasColumn(FitsHdu found, String column) {
    boolean isTable = found.kind() == HduKind.BINTABLE || found.kind() == HduKind.TABLE;
    return isTable && found.table().has(column);
  }
}
