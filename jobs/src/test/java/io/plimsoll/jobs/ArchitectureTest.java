package io.plimsoll.jobs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;

/** The borders of the house. */
@AnalyzeClasses(packages = "io.plimsoll", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule theRiskModelKnowsOnlyTheJdk =
      noClasses()
          .that()
          .resideInAPackage("io.plimsoll.risk..")
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages("io.plimsoll.risk..", "java..");

  @ArchTest
  static final ArchRule theWheelKnowsOnlyTheJdk =
      noClasses()
          .that()
          .resideInAPackage("io.plimsoll.wheel..")
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages("io.plimsoll.wheel..", "java..");

  @ArchTest
  static final ArchRule aStageKnowsOnlyEarlierStages =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("intake")
          .definedBy("io.plimsoll.jobs.intake..")
          .layer("guard")
          .definedBy("io.plimsoll.jobs.guard..")
          .layer("volatility")
          .definedBy("io.plimsoll.jobs.volatility..")
          .layer("load factor")
          .definedBy("io.plimsoll.jobs.loadfactor..")
          .layer("watch")
          .definedBy("io.plimsoll.jobs.watch..")
          .whereLayer("watch")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("load factor")
          .mayOnlyBeAccessedByLayers("watch")
          .whereLayer("volatility")
          .mayOnlyBeAccessedByLayers("load factor")
          .whereLayer("guard")
          .mayOnlyBeAccessedByLayers("volatility", "load factor")
          .whereLayer("intake")
          .mayNotBeAccessedByAnyLayer();

  @ArchTest
  static final ArchRule noStageLooksAtAClockOrThrowsDice =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.plimsoll.risk..",
              "io.plimsoll.wheel..",
              "io.plimsoll.jobs.asset..",
              "io.plimsoll.jobs.guard..",
              "io.plimsoll.jobs.volatility..",
              "io.plimsoll.jobs.loadfactor..",
              "io.plimsoll.jobs.watch..",
              "io.plimsoll.jobs.intake..",
              "io.plimsoll.jobs.files..",
              "io.plimsoll.jobs.alert..")
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(Instant.class, "now")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Clock.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Random.class)
          .orShould()
          .callMethod(Math.class, "random");

  @ArchTest
  static final ArchRule whatIsToldToWhomIsNoneOfFlinksBusiness =
      noClasses()
          .that()
          .resideInAPackage("io.plimsoll.jobs.alert..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.flink..");

  @ArchTest
  static final ArchRule whoLooksKnowsNothingOfFlink =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.plimsoll.jobs.book..",
              "io.plimsoll.jobs.series..",
              "io.plimsoll.jobs.report..",
              "io.plimsoll.jobs.console..",
              "io.plimsoll.jobs.terminal..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.flink..");

  @ArchTest
  static final ArchRule aClusterIsReachedFromOutside =
      noClasses()
          .that()
          .resideInAPackage("io.plimsoll.jobs.cluster..")
          .and()
          .doNotHaveSimpleName("Commands") // memory of processes, by Flink's own rules
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.flink..");

  @ArchTest
  static final ArchRule runsAreComparedByTheirFilesAlone =
      noClasses()
          .that()
          .resideInAPackage("io.plimsoll.jobs.compare..")
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages(
              "io.plimsoll.jobs.compare..",
              "io.plimsoll.jobs.readback..",
              "io.plimsoll.jobs.summary..",
              "io.plimsoll.jobs.ledger..",
              "io.plimsoll.risk..",
              "com.fasterxml.jackson..",
              "java..");

  @ArchTest
  static final ArchRule onlyTheCommandLineEndsTheProcess =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.plimsoll.jobs.cli..")
          .should()
          .callMethod(System.class, "exit", int.class);

  @ArchTest
  static final ArchRule operatorsAreTheirStagesOwn =
      classes()
          .that()
          .haveSimpleNameEndingWith("Operator")
          .should()
          .notBePublic()
          .orShould()
          .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT);
}
