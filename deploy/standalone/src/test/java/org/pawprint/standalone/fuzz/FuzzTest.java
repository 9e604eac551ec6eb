package org.pawprint.standalone.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pawprint.catalogue.survey.LoadedFile;
import org.pawprint.catalogue.survey.SurveyFile;
import org.pawprint.catalogue.survey.SurveyLoader;
import org.pawprint.catalogue.survey.SurveyLoaders;
import org.pawprint.testkit.fixture.SurveyFixture;

class FuzzTest {
  private static final FuzzLimits LIMITS =
      new FuzzLimits(Duration.ofSeconds(2), Duration.ofSeconds(60), 256L << 20);
  private static final LoadedFile NOTHING = new LoadedFile(List.of(), 0, List.of());

  private static FuzzReport run(int count, FuzzLimits limits, SurveyLoader... loaders)
      throws Exception {
    SurveyLoaders list =
        loaders.length == 0 ? new SurveyLoaders() : new SurveyLoaders(List.of(loaders));
    return new FuzzRun(FuzzFixtures.bundled(), 5, list, limits).run(0, count, 2, done -> {});
  }

  @Test
  void damagesTheFixtureOfEveryLoader() throws IOException {
    Set<String> damaged =
        FuzzFixtures.bundled().all().stream().map(FuzzFixture::name).collect(Collectors.toSet());

    assertThat(damaged).containsAll(SurveyFixture.all().stream().map(SurveyFixture::path).toList());
  }

  @Test
  void putsAnUndamagedFileTogetherAgain() {
    byte[] content = SurveyFixture.content("aaomega/emlLinearSkyAirHelio.fits");

    assertThat(FitsParts.of(content).toBytes()).isEqualTo(content);
  }

  @Test
  void makesTheSameFilesFromTheSameSeed() throws IOException {
    FuzzCases first = new FuzzCases(FuzzFixtures.bundled().all(), 11);
    FuzzCases second = new FuzzCases(FuzzFixtures.bundled().all(), 11);
    FuzzCases other = new FuzzCases(FuzzFixtures.bundled().all(), 12);

    // Backwards, so that nothing hangs on what was made before.
    for (long number = 40; number >= 0; number--) {
      assertThat(second.make(number).content()).isEqualTo(first.make(number).content());
      assertThat(second.make(number)).hasToString(first.make(number).toString());
    }
    assertThat(LongStream.range(0, 20).mapToObj(n -> other.make(n).toString()))
        .isNotEqualTo(LongStream.range(0, 20).mapToObj(n -> first.make(n).toString()).toList());
  }

  @Test
  void leavesTheFixturesThemselvesAlone() throws IOException {
    FuzzFixtures fixtures = FuzzFixtures.bundled();
    List<FitsParts> sound = fits(fixtures);
    List<byte[]> before = sound.stream().map(FitsParts::toBytes).toList();

    FuzzCases cases = new FuzzCases(fixtures.all(), 3);
    LongStream.range(0, 200).forEach(cases::make);

    for (int i = 0; i < before.size(); i++) {
      assertThat(sound.get(i).toBytes()).isEqualTo(before.get(i));
    }
  }

  private static List<FitsParts> fits(FuzzFixtures fixtures) {
    return fixtures.all().stream()
        .filter(FuzzFixture.Fits.class::isInstance)
        .map(fixture -> ((FuzzFixture.Fits) fixture).parts())
        .toList();
  }

  @Test
  void usesEveryKindOfDamage() throws IOException {
    assertThat(used(FuzzFixtures.bundled())).containsAll(words(Mutation.values()));
  }

  @Test
  void usesEveryKindOfDamageToDocuments(@TempDir Path folder) throws IOException {
    assertThat(used(documents(folder))).containsAll(words(DocumentMutation.values()));
  }

  private static Set<String> used(FuzzFixtures fixtures) {
    FuzzCases cases = new FuzzCases(fixtures.all(), 1);
    return LongStream.range(0, 400)
        .boxed()
        .flatMap(number -> cases.make(number).mutations().stream())
        .map(words -> words.substring(0, words.indexOf(':')))
        .collect(Collectors.toSet());
  }

  private static List<String> words(Enum<?>... kinds) {
    return Stream.of(kinds).map(kind -> kind.name().toLowerCase(Locale.ROOT)).toList();
  }

  /** The VOTables alone. */
  private static FuzzFixtures documents(Path folder) throws IOException {
    for (SurveyFixture fixture : SurveyFixture.all()) {
      if (fixture.path().endsWith(".xml")) {
        Files.write(folder.resolve(fixture.name()), SurveyFixture.content(fixture.path()));
      }
    }
    return FuzzFixtures.below(folder);
  }

  @Test
  void findsNothingInTheLoadersOfThisRelease() throws Exception {
    FuzzReport report = run(400, LIMITS);

    assertThat(report.failures()).isEmpty();
    assertThat(report.done()).isEqualTo(400);
    assertThat(report.asMap().get("outcomes"))
        .asString()
        .contains("loaded=", "unreadable=", "unknown=");
  }

  @Test
  void findsNothingInTheReaderOfVoTables(@TempDir Path folder) throws Exception {
    FuzzReport report =
        new FuzzRun(documents(folder), 5, new SurveyLoaders(), LIMITS).run(0, 300, 2, done -> {});

    assertThat(report.failures()).isEmpty();
    assertThat(report.asMap().get("outcomes"))
        .asString()
        .contains("loaded=", "unreadable=", "unknown=");
  }

  @Test
  void reportsAnExceptionThatNobodyForesaw() throws Exception {
    FuzzReport report =
        run(
            30,
            LIMITS,
            new StubLoader() {
              @Override
              public LoadedFile load(SurveyFile file) {
                throw new ArrayIndexOutOfBoundsException("7");
              }
            });

    assertThat(report.failures())
        .isNotEmpty()
        .allSatisfy(failure -> assertThat(failure.kind()).isEqualTo("exception"))
        .allSatisfy(failure -> assertThat(failure.what()).contains("ArrayIndexOutOfBounds", "7"))
        .allSatisfy(failure -> assertThat(failure.trace()).contains("FuzzTest"));
  }

  @Test
  void reportsAnErrorOfTheMachineToo() throws Exception {
    FuzzReport report =
        run(
            30,
            LIMITS,
            new StubLoader() {
              @Override
              public LoadedFile load(SurveyFile file) {
                throw new StackOverflowError();
              }
            });

    assertThat(report.failures())
        .isNotEmpty()
        .allSatisfy(failure -> assertThat(failure.what()).contains("StackOverflowError"));
  }

  @Test
  void reportsAFileThatIsNeverDoneWithTheStackOfItsThread() throws Exception {
    FuzzLimits impatient =
        new FuzzLimits(Duration.ofSeconds(2), Duration.ofMillis(200), 256L << 20);
    FuzzReport report =
        run(
            100,
            impatient,
            new StubLoader() {
              @Override
              public LoadedFile load(SurveyFile file) {
                waitForEver();
                return NOTHING;
              }
            });

    // It gives up after five: threads that never end would slow down the rest.
    assertThat(report.failures())
        .hasSizeGreaterThanOrEqualTo(5)
        .allSatisfy(failure -> assertThat(failure.kind()).isEqualTo("hang"))
        .allSatisfy(failure -> assertThat(failure.trace()).contains("waitForEver"));
  }

  private static void waitForEver() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void reportsMemoryAboveTheBound() throws Exception {
    FuzzLimits tight = new FuzzLimits(Duration.ofSeconds(2), Duration.ofSeconds(60), 60L << 20);
    FuzzReport report =
        run(
            10,
            tight,
            new StubLoader() {
              @Override
              public LoadedFile load(SurveyFile file) {
                byte[] greedy = new byte[64 << 20];
                return new LoadedFile(List.of(), greedy.length, List.of());
              }
            });

    assertThat(report.failures())
        .isNotEmpty()
        .allSatisfy(failure -> assertThat(failure.kind()).isEqualTo("memory"));
  }

  @Test
  void keepsAFailureSoThatItCanBeMadeAgain(@TempDir Path folder) throws IOException {
    FuzzCase fuzzed = new FuzzCases(FuzzFixtures.bundled().all(), 5).make(17);
    FuzzFailure failure = FuzzFailure.thrown(fuzzed, new IllegalStateException("oh"));

    Path kept = new FailureFolder(folder, 5).save(failure);

    assertThat(Files.readAllBytes(kept)).isEqualTo(fuzzed.content());
    assertThat(Files.readString(folder.resolve("seed5-case17.txt")))
        .contains("case 17", fuzzed.fixture(), "IllegalStateException: oh")
        .contains("./pawprint fuzz fits --seed 5 --case 17")
        .contains("FuzzTest");
  }

  @Test
  void saysWhatIsWrongWithAFolder(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("notes.fits"), "no FITS");

    assertThatThrownBy(() -> FuzzFixtures.below(folder.resolve("missing")))
        .hasMessageContaining("missing is no folder");
    assertThatThrownBy(() -> FuzzFixtures.below(folder))
        .hasMessageContaining("no readable FITS file or VOTable");

    Files.write(
        folder.resolve("one.fits"), SurveyFixture.content("aaomega/emlLinearSkyAirHelio.fits"));
    assertThat(FuzzFixtures.below(folder).count()).isEqualTo(1);
  }
}
