package org.pawprint.core.votable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.pawprint.core.votable.ServiceDescriptor.Input;

/** Leaves documents under target/votable-samples, which .ci/checks/votable.sh gives to votlint. */
class VoTableSamplesTest {
  private static final Path SAMPLES = Path.of("target", "votable-samples");

  @Test
  void writesAnAnswerInBothSerialisations() throws IOException {
    for (Serialisation as : Serialisation.values()) {
      Path path = sample("answer-" + as.name().toLowerCase(Locale.ROOT) + ".vot");
      try (OutputStream out = Files.newOutputStream(path)) {
        answer(new VoTableWriter(out, as));
      }
      assertThat(path).isNotEmptyFile();
    }
  }

  @Test
  void writesAnErrorDocument() throws IOException {
    Path path = sample("error.vot");
    try (OutputStream out = Files.newOutputStream(path)) {
      VoTableError.write(
          out, "POS: '95' received", List.of(Info.of("SERVICE_PROTOCOL", "1.1", "SSAP")));
    }
    assertThat(path).isNotEmptyFile();
  }

  @Test
  void writesMetadataWithoutATableBody() throws IOException {
    Path path = sample("metadata.vot");
    try (OutputStream out = Files.newOutputStream(path)) {
      VoTableWriter document = new VoTableWriter(out, Serialisation.TABLEDATA);
      document.startResults().add(Info.ok());
      document.add(
          Field.named("INPUT:SIZE", DataType.DOUBLE)
              .unit("deg")
              .description("Diameter")
              .values(Values.between("0", "360"))
              .value("0.05"));
      document.add(
          Field.text("INPUT:FORMAT").values(Values.oneOf(List.of("all", "fits"))).value("all"));
      document.startTable().add(Documents.NAME).endTable().endResource().end();
    }
    assertThat(path).isNotEmptyFile();
  }

  private static void answer(VoTableWriter document) throws IOException {
    document.add(new Description("Spectra & their rows"));
    document.startResults().add(Info.ok());
    document.add(Info.of("SERVICE_PROTOCOL", "1.1", "SSAP"));
    document.add(new CooSys("sys", "ICRS"));
    document.add(new TimeSys("time", "UTC", "TOPOCENTER", "MJD-origin"));
    document.startTable("spectra", "spectra", "");
    document.add(new Description("One row per spectrum"));
    document.add(new Group("ssa:Target", "", "What was seen", List.of(), List.of("did")));
    document.add(
        Field.text("obs_publisher_did").id("did").ucd("meta.ref.ivoid").utype("ssa:x").build());
    document.add(
        Field.named("t_min", DataType.DOUBLE)
            .unit("d")
            .ucd("time.start;obs.exposure")
            .ref("time")
            .build());
    Documents.ALL.forEach(document::add);
    document.add(new Link("doc", "text/html", "Help", "https://example.org/help?a=1&b=2"));
    RowSink rows = document.rows();
    for (int i = 0; i < 3; i++) {
      rows.cell("ivo://example.org/galah?" + i + "&<>");
      rows.cell(60000.25 + i);
      row(rows, i == 1);
    }
    document.endTable().add(Info.overflow("more rows match")).endResource();
    soda().write(document);
    document.end();
  }

  private static void row(RowSink rows, boolean unknown) throws IOException {
    if (unknown) {
      for (int i = 0; i < Documents.ALL.size(); i++) {
        rows.nullCell();
      }
    } else {
      rows.cell("Proxima Cen");
      rows.cell(217.42894222);
      rows.cell(12.5);
      rows.cell(101);
      rows.cell(5_000_000_000L);
      rows.cell(false);
      rows.cell(new double[] {217.4, -62.67});
      rows.cell(new float[] {1.5f, Float.NaN});
      rows.cell(new byte[] {0, 1});
      rows.cell(Instant.parse("2026-11-22T00:00:00Z"));
    }
    rows.endRow();
  }

  private static ServiceDescriptor soda() {
    return ServiceDescriptor.service("soda", "https://example.org/soda/sync")
        .name("cutout")
        .description("Parts of a spectrum")
        .standardId("ivo://ivoa.net/std/SODA#sync-1.0")
        .contentType("application/fits")
        .input(Input.fromColumn(Field.text("ID").ucd("meta.id;meta.main"), "did"))
        .input(Input.fixed(Field.text("RESPONSEFORMAT"), "fits"))
        .input(
            Input.fromUser(
                Field.named("BAND", DataType.DOUBLE)
                    .arraysize("2")
                    .unit("m")
                    .ucd("em.wl;stat.interval")
                    .xtype("interval")
                    .values(Values.between("3.7e-7", "8.8e-7"))))
        .build();
  }

  private static Path sample(String name) throws IOException {
    Files.createDirectories(SAMPLES);
    return SAMPLES.resolve(name);
  }
}
