package org.pawprint.core.votable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Rows as wide as the catalogue's; prints the rate per second of the thread's own time, and fails
 * only when it is hopeless.
 */
class VoTableThroughputTest {
  private static final int COLUMNS = 75;
  private static final int ROWS = 10_000;

  @Test
  void writesWideRowsFast() throws IOException {
    List<Field> fields = fields();
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    double[] numbers = new SplittableRandom(75).doubles(4096, 0, 360).toArray();
    for (Serialisation as : Serialisation.values()) {
      double best = 0;
      for (int round = 0; round < 12; round++) {
        long begun = threads.getCurrentThreadCpuTime();
        write(as, fields, numbers);
        best = Math.max(best, ROWS / ((threads.getCurrentThreadCpuTime() - begun) * 1e-9));
      }
      System.out.printf("%s: %,.0f rows of %d columns per CPU second%n", as, best, COLUMNS);
      assertThat(best).isGreaterThan(10_000);
    }
  }

  private static void write(Serialisation as, List<Field> fields, double[] numbers)
      throws IOException {
    VoTableWriter document = new VoTableWriter(OutputStream.nullOutputStream(), as);
    document.startResults().startTable();
    fields.forEach(document::add);
    RowSink rows = document.rows();
    Instant instant = Instant.parse("2026-11-22T03:04:05.678Z");
    for (int row = 0; row < ROWS; row++) {
      for (int i = 0; i < COLUMNS; i++) {
        switch (i % 5) {
          case 0 -> rows.cell("ivo://example.org/galah?131216");
          case 1 -> rows.cell(numbers[(row * 31 + i) & 4095]);
          case 2 -> rows.cell(row + i);
          case 3 -> rows.cell(i % 2 == 0 ? null : "spectrum");
          default -> decimalOrTime(rows, i, numbers[(row + i) & 4095], instant);
        }
      }
      rows.endRow();
    }
    document.endTable().endResource().end();
  }

  /** Three timestamps in a row; else one number in two is short and one unknown. */
  private static void decimalOrTime(RowSink rows, int column, double number, Instant instant) {
    if (column % 25 == 4) {
      rows.cell(instant);
    } else {
      rows.cell(column % 2 == 0 ? Math.rint(number * 100) / 100 : Double.NaN);
    }
  }

  private static List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < COLUMNS; i++) {
      boolean text = i % 5 == 0 || i % 5 == 3 || i % 25 == 4;
      String name = "column" + i;
      DataType number = i % 5 == 2 ? DataType.LONG : DataType.DOUBLE;
      fields.add(text ? Field.text(name).build() : Field.named(name, number).build());
    }
    return fields;
  }
}
