package org.pawprint.ssa.response;

import org.pawprint.core.votable.DataType;
import org.pawprint.core.votable.Field;

/** Fields that say where the files of a row are; the utype is the protocol's. */
final class AccessColumns {
  private AccessColumns() {}

  static AnswerColumn url(String utype) {
    return new AnswerColumn(
        text("access_url", utype, "meta.ref.url", "The spectrum"),
        (row, sink) -> sink.cell(row.accessUrl()));
  }

  static AnswerColumn format(String utype) {
    return new AnswerColumn(
        text("access_format", utype, "meta.code.mime", "What access_url gives"),
        (row, sink) -> sink.cell(row.product().mediaType()));
  }

  static AnswerColumn size(String utype) {
    return new AnswerColumn(
        Field.named("access_estsize", DataType.LONG)
            .id("access_estsize")
            .utype(utype)
            .ucd("phys.size;meta.file")
            .unit("kbyte")
            .description("Estimated size of what access_url gives, in kilobyte")
            .build(),
        (row, sink) -> {
          long kilobytes = row.estimatedKilobytes();
          if (kilobytes < 0) {
            sink.nullCell();
          } else {
            sink.cell(kilobytes);
          }
        });
  }

  static AnswerColumn original() {
    return new AnswerColumn(
        text("full_data_url", "", "meta.ref.url", "The original file, as it was published to us"),
        (row, sink) -> sink.cell(row.originalUrl()));
  }

  private static Field text(String name, String utype, String ucd, String description) {
    return Field.text(name).id(name).utype(utype).ucd(ucd).description(description).build();
  }
}
