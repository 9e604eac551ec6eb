package org.pawprint.standalone;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pawprint.catalogue.survey.SurveyLoader;
import org.pawprint.catalogue.survey.SurveyLoaders;
import org.pawprint.service.PawprintService;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;

/** The borders of the modules and packages: who may see what. */
class ArchitectureTest {
  private static final JavaClasses PAWPRINT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.pawprint");

  private static final String[] SERVICES = {
    "org.pawprint.listener..",
    "org.pawprint.catalogue..",
    "org.pawprint.ssa..",
    "org.pawprint.datalink.."
  };

  @Test
  void modulesSeeOnlyThoseBelow() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("core")
        .definedBy("org.pawprint.core..")
        .layer("store")
        .definedBy("org.pawprint.store..")
        .layer("kit")
        .definedBy("org.pawprint.service..")
        .layer("listener")
        .definedBy(SERVICES[0])
        .layer("catalogue")
        .definedBy(SERVICES[1])
        .layer("ssa")
        .definedBy(SERVICES[2])
        .layer("datalink")
        .definedBy(SERVICES[3])
        .layer("embedded")
        .definedBy("org.pawprint.embedded..")
        .layer("testkit")
        .definedBy("org.pawprint.testkit..")
        .layer("standalone")
        .definedBy("org.pawprint.standalone..")
        .whereLayer("standalone")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("testkit")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("listener")
        .mayOnlyBeAccessedByLayers("standalone")
        .whereLayer("catalogue")
        .mayOnlyBeAccessedByLayers("standalone")
        .whereLayer("ssa")
        .mayOnlyBeAccessedByLayers("standalone")
        .whereLayer("datalink")
        .mayOnlyBeAccessedByLayers("standalone")
        .whereLayer("embedded")
        .mayOnlyBeAccessedByLayers("standalone", "testkit")
        .whereLayer("kit")
        .mayOnlyBeAccessedByLayers("listener", "catalogue", "ssa", "datalink", "standalone")
        .whereLayer("store")
        .mayOnlyBeAccessedByLayers("kit", "listener", "catalogue", "ssa", "datalink", "standalone")
        .check(PAWPRINT);
  }

  @Test
  void coreKnowsNoFramework() {
    noClasses()
        .that()
        .resideInAPackage("org.pawprint.core..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework..", "jakarta..", "java.sql..")
        .check(PAWPRINT);
  }

  /** A service may hand a JdbcClient or DataSource on to a store, but asks nothing of it. */
  @Test
  void onlyTheStoreSpeaksSql() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "org.pawprint.store..", "org.pawprint.embedded..", "org.pawprint.testkit..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                    "java.sql..",
                    "org.springframework.jdbc..",
                    "org.postgresql..",
                    "org.flywaydb..")
                .and(not(belongToAnyOf(JdbcClient.class, SQLException.class))))
        .check(PAWPRINT);
    noClasses()
        .that()
        .resideOutsideOfPackages("org.pawprint.store..")
        .should()
        .callMethod(JdbcClient.class, "sql", String.class)
        .check(PAWPRINT);
  }

  /** The failure of a commit decides what becomes of a delivery, so it travels that far. */
  @Test
  void onlyTheIngestSeesFailuresOfTheDatabaseDriver() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "org.pawprint.store..",
            "org.pawprint.embedded..",
            "org.pawprint.testkit..",
            "org.pawprint.catalogue.pipeline..",
            "org.pawprint.catalogue.messaging..")
        .should()
        .dependOnClassesThat(belongToAnyOf(SQLException.class))
        .check(PAWPRINT);
  }

  @Test
  void onlyMessagingTouchesTheBroker() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "org.pawprint.*.messaging..",
            "org.pawprint.service.message..",
            "org.pawprint.standalone.archive..",
            "org.pawprint.embedded..",
            "org.pawprint.testkit..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.rabbitmq..", "org.springframework.amqp..", "org.apache.qpid..")
        .check(PAWPRINT);
  }

  /** The archive reads and writes FITS itself; the simulator's frames come from another hand. */
  @Test
  void onlyTheSimulatorUsesAFitsLibrary() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.pawprint.standalone.simulate..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("nom.tam..")
        .check(PAWPRINT);
  }

  /** Besides controllers' own packages: the guard, and what controllers of several share. */
  @Test
  void webTypesStayBesideControllers() {
    Set<String> packages =
        PAWPRINT.stream()
            .filter(
                type ->
                    type.isMetaAnnotatedWith(Controller.class)
                        || type.isMetaAnnotatedWith(ControllerAdvice.class))
            .map(JavaClass::getPackageName)
            .collect(Collectors.toSet());
    packages.add("org.pawprint.service");
    packages.add("org.pawprint.datalink.http");
    noClasses()
        .that(describe("are beside no controller", c -> !packages.contains(c.getPackageName())))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta.servlet..", "org.springframework.web..")
        .check(PAWPRINT);
  }

  /** They may share what the instruments behind 2dF have in common, which sees none of them. */
  @Test
  void surveysDoNotSeeEachOther() {
    slices()
        .matching("org.pawprint.catalogue.survey.(*)..")
        .should()
        .notDependOnEachOther()
        .ignoreDependency(
            resideInAnyPackage("org.pawprint.catalogue.survey.."),
            resideInAnyPackage("org.pawprint.catalogue.survey.twodfdr"))
        .check(PAWPRINT);
  }

  /** A loader is a function of the file: no database, network, broker or clock. */
  @Test
  void surveysSeeNothingOfThePipeline() {
    noClasses()
        .that()
        .resideInAPackage("org.pawprint.catalogue.survey..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                    "org.pawprint.catalogue.pipeline..",
                    "org.pawprint.catalogue.messaging..",
                    "org.springframework..",
                    "java.net.http..")
                .or(belongToAnyOf(Clock.class)))
        .check(PAWPRINT);
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        Instant.class,
        LocalDate.class,
        LocalDateTime.class,
        OffsetDateTime.class,
        ZonedDateTime.class
      })
  void nobodyAsksTheMachineForTheTime(Class<?> time) {
    noClasses().should().callMethod(time, "now").check(PAWPRINT);
  }

  @Test
  void clocksAndChanceComeFromTheWiring() {
    noClasses()
        .should()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .callConstructor(Random.class)
        .check(PAWPRINT);
    noClasses()
        .that()
        .areNotMetaAnnotatedWith(Configuration.class)
        .and()
        .resideOutsideOfPackages("org.pawprint.standalone.command..", "org.pawprint.testkit..")
        .should()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .callMethod(Clock.class, "systemDefaultZone")
        .check(PAWPRINT);
  }

  /**
   * Two ways go in a circle on purpose: the one list of loaders knows them all, and they know what
   * lies beside it; the entry point calls the commands, and they start what lies beside it.
   */
  @Test
  void packagesHaveNoCycles() {
    slices()
        .assignedFrom(new ByPackage())
        .should()
        .beFreeOfCycles()
        .ignoreDependency(belongToAnyOf(SurveyLoaders.class), assignableTo(SurveyLoader.class))
        .ignoreDependency(
            belongToAnyOf(Pawprint.class), resideInAnyPackage("org.pawprint.standalone.command"))
        .check(PAWPRINT);
  }

  @Test
  void applicationsAreMarkedAsServices() {
    classes()
        .that()
        .resideInAnyPackage(SERVICES)
        .and()
        .haveSimpleNameEndingWith("Application")
        .should()
        .beAnnotatedWith(PawprintService.class)
        .check(PAWPRINT);
  }

  /** Every package a slice of its own, a module's root package too. */
  private static final class ByPackage implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      return SliceIdentifier.of(type.getPackageName());
    }

    @Override
    public String getDescription() {
      return "every package";
    }
  }
}
