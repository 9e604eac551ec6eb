package org.pawprint.ssa.response;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pawprint.core.fits.FitsRows;
import org.pawprint.core.votable.Info;
import org.pawprint.core.votable.Param;
import org.pawprint.core.votable.RowSink;

/** Rows as the binary table of a FITS file, which goes out when the last row is known. */
final class FitsDocument implements AnswerDocument {
  private final OutputStream out;
  private @Nullable FitsRows rows;

  FitsDocument(OutputStream out) {
    this.out = out;
  }

  @Override
  public RowSink start(List<Info> infos, List<Param> constants, List<AnswerColumn> columns)
      throws IOException {
    Path folder = Path.of(System.getProperty("java.io.tmpdir"));
    FitsRows started =
        new FitsRows("SPECTRA", columns.stream().map(AnswerColumn::field).toList(), folder);
    rows = started;
    return started;
  }

  @Override
  public void end(Ending ending) throws IOException {
    if (rows != null) {
      rows.writeTo(out);
    }
  }

  @Override
  public void fail(String reason) {
    throw new BrokenAnswer(reason);
  }

  @Override
  public void close() throws IOException {
    if (rows != null) {
      rows.close();
    }
  }
}
