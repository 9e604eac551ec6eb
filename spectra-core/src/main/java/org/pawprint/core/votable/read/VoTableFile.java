package org.pawprint.core.votable.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Predicate;
import org.pawprint.core.fits.UnreadableFits;

/**
 * A VOTable document (1.0 to 1.5), read whole: fields, parameters and the numbers of its tables, in
 * TABLEDATA, BINARY or BINARY2; or the texts of chosen columns instead. A DOCTYPE is passed over,
 * no entity is expanded and no address followed; a reference to an entity in content is refused.
 *
 * <p>Whatever the bytes say, nothing is thrown but {@link UnreadableFits}; {@link IOException}
 * means that the disk failed.
 */
public final class VoTableFile {
  private final String name;
  private final List<ReadTable> tables;

  VoTableFile(String name, List<ReadTable> tables) {
    this.name = name;
    this.tables = List.copyOf(tables);
  }

  /**
   * @param in stays the caller's to close
   * @param name of the file, for faults
   */
  public static VoTableFile read(InputStream in, String name, VoTableLimits limits)
      throws IOException {
    return new VoTableReader(name, limits, field -> Cells.Kept.NUMBERS).read(in);
  }

  /**
   * Keeps the texts of the chosen columns and nothing else; a text counts as a number does.
   *
   * @param in stays the caller's to close
   * @param name of the file, for faults
   */
  public static VoTableFile readTexts(
      InputStream in, String name, VoTableLimits limits, Predicate<ReadField> chosen)
      throws IOException {
    return new VoTableReader(
            name, limits, field -> chosen.test(field) ? Cells.Kept.TEXTS : Cells.Kept.NOTHING)
        .read(in);
  }

  public String name() {
    return name;
  }

  /** In the order of the document. */
  public List<ReadTable> tables() {
    return tables;
  }
}
