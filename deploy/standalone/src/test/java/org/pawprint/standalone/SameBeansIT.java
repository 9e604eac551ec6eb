package org.pawprint.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pawprint.standalone.archive.DataFolder;
import org.pawprint.store.migration.CatalogueMigration;
import org.pawprint.testkit.BrokerUnderTest;
import org.pawprint.testkit.Brokers;
import org.pawprint.testkit.TestDatabase;

/**
 * A service has the same beans in its own jar as on the class path of the standalone, where the
 * libraries of the three others lie beside its own.
 */
@Timeout(600)
class SameBeansIT {
  private static final Path OUTPUT = Path.of("target", "same-beans");
  private static final String LAUNCHER =
      "org.springframework.boot.loader.launch.PropertiesLauncher";

  @TempDir private static Path folder;

  private static TestDatabase database;
  private static FourServices services;

  @BeforeAll
  static void prepare() throws IOException {
    BrokerUnderTest broker = Brokers.all().get(0);
    broker.reset();
    database = TestDatabase.create();
    CatalogueMigration.run(
        database.jdbcUrl(), database.user(), database.password(), FourServices.AUTHORITY);
    services =
        new FourServices(
            new DataFolder(folder.resolve("data")),
            folder.resolve("frames"),
            OUTPUT,
            database,
            broker.login());
    copyOfPrinter();
  }

  @AfterAll
  static void dropDatabase() {
    database.close();
  }

  @ParameterizedTest
  @EnumSource
  void hasSameBeansAloneAndBesideOthers(ExecJar service) throws Exception {
    List<String> alone = beansInItsOwnJar(service);
    List<String> beside =
        PrintBeans.beans(service.application(), service.serviceName(), services.variables());

    assertThat(alone).hasSizeGreaterThan(50);
    assertThat(beside).containsExactlyElementsOf(alone);
  }

  private static List<String> beansInItsOwnJar(ExecJar service) throws Exception {
    Path output = OUTPUT.resolve(service.serviceName() + ".txt");
    Files.createDirectories(OUTPUT);
    Files.deleteIfExists(output);
    List<String> command =
        List.of(
            ExecJar.java(),
            "-Xmx256m",
            "-Dloader.main=" + PrintBeans.class.getName(),
            "-Dloader.path=" + printerFolder(),
            "-cp",
            service.file().toString(),
            LAUNCHER,
            service.application().getName(),
            service.serviceName());
    Process process = ExecJar.start(command, services.variables(), output);
    try {
      assertThat(process.waitFor(180, TimeUnit.SECONDS)).as("end of %s", service).isTrue();
    } finally {
      process.destroyForcibly();
    }
    return PrintBeans.printed(Files.readString(output));
  }

  private static Path printerFolder() {
    return folder.resolve("printer").toAbsolutePath();
  }

  /** The one class that joins the jar's own; the other tests stay outside. */
  private static void copyOfPrinter() throws IOException {
    String resource = PrintBeans.class.getName().replace('.', '/') + ".class";
    Path copy = printerFolder().resolve(resource);
    Files.createDirectories(Objects.requireNonNull(copy.getParent()));
    try (InputStream bytes = PrintBeans.class.getResourceAsStream("/" + resource)) {
      Files.copy(Objects.requireNonNull(bytes), copy);
    }
  }
}
