package org.escapement;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/** The house: which package may use which, and what may be used where. */
@AnalyzeClasses(packages = "org.escapement", importOptions = DoNotIncludeTests.class)
class HouseTest {

  /** Of the project, in the one direction that is allowed. */
  @ArchTest
  static final ArchRule arrows =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("server")
          .definedBy("org.escapement.server..")
          .layer("launch")
          .definedBy("org.escapement.launch..")
          .layer("console")
          .definedBy("org.escapement.console..")
          .layer("metrics")
          .definedBy("org.escapement.metrics..")
          .optionalLayer("rpc")
          .definedBy("org.escapement.rpc..")
          .layer("shaping")
          .definedBy("org.escapement.shaping..")
          .layer("async")
          .definedBy("org.escapement.async..")
          .layer("suspend")
          .definedBy("org.escapement.suspend..")
          .layer("lock")
          .definedBy("org.escapement.lock..")
          .layer("worker")
          .definedBy("org.escapement.worker..")
          .layer("module")
          .definedBy("org.escapement.module..")
          .layer("routing")
          .definedBy("org.escapement.routing..")
          .layer("parameter")
          .definedBy("org.escapement.parameter..")
          .layer("config")
          .definedBy("org.escapement.config..")
          .layer("route")
          .definedBy("org.escapement.route..")
          .layer("message")
          .definedBy("org.escapement.message..")
          .layer("timer")
          .definedBy("org.escapement.timer..")
          .layer("clock")
          .definedBy("org.escapement.clock..")
          .layer("natives")
          .definedBy("org.escapement.natives..")
          .layer("system")
          .definedBy("org.escapement.system..")
          .layer("log")
          .definedBy("org.escapement.log..")
          .layer("text")
          .definedBy("org.escapement.text..")
          .layer("statistic")
          .definedBy("org.escapement.statistic..")
          .layer("login")
          .definedBy("org.escapement.login..")
          .layer("variable")
          .definedBy("org.escapement.variable..")
          .layer("queue")
          .definedBy("org.escapement.queue..")
          .layer("store")
          .definedBy("org.escapement.store..")
          .layer("command")
          .definedBy("org.escapement.command..")
          .whereLayer("server")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("launch")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("console")
          .mayOnlyBeAccessedByLayers("server")
          .whereLayer("metrics")
          .mayOnlyBeAccessedByLayers("server", "console")
          .whereLayer("rpc")
          .mayOnlyBeAccessedByLayers("server", "launch", "console")
          .whereLayer("shaping")
          .mayOnlyBeAccessedByLayers("server", "launch", "console", "metrics")
          .whereLayer("module")
          .mayOnlyBeAccessedByLayers(
              "server", "launch", "console", "rpc", "shaping", "queue", "async", "suspend", "lock")
          .whereLayer("async")
          .mayOnlyBeAccessedByLayers("server")
          .whereLayer("suspend")
          .mayOnlyBeAccessedByLayers("server", "shaping", "async")
          .whereLayer("lock")
          .mayOnlyBeAccessedByLayers("server")
          .whereLayer("worker")
          .mayOnlyAccessLayers("text")
          .whereLayer("routing")
          .mayOnlyAccessLayers(
              "route", "message", "parameter", "config", "system", "log", "statistic", "text")
          .whereLayer("text")
          .mayNotAccessAnyLayer()
          .whereLayer("log")
          .mayOnlyAccessLayers("text")
          .whereLayer("system")
          .mayOnlyAccessLayers("log", "parameter", "config", "natives", "text")
          .whereLayer("natives")
          .mayNotAccessAnyLayer()
          .whereLayer("statistic")
          .mayOnlyAccessLayers("text")
          .whereLayer("login")
          .mayNotAccessAnyLayer()
          .whereLayer("variable")
          .mayOnlyAccessLayers("config", "message", "timer", "statistic", "command", "text")
          .whereLayer("queue")
          .mayOnlyAccessLayers(
              "module", "config", "route", "timer", "variable", "statistic", "command", "text")
          .whereLayer("command")
          .mayNotAccessAnyLayer()
          .whereLayer("store")
          .mayOnlyAccessLayers("log", "text")
          .whereLayer("clock")
          .mayOnlyAccessLayers("natives", "text")
          .whereLayer("timer")
          .mayOnlyAccessLayers("clock", "text")
          .whereLayer("message")
          .mayOnlyAccessLayers("timer", "clock", "text")
          .whereLayer("route")
          .mayOnlyAccessLayers("message", "timer", "clock", "log", "text")
          .whereLayer("config")
          .mayOnlyAccessLayers("text")
          .whereLayer("parameter")
          .mayOnlyAccessLayers("config", "text")
          .because(
              "arrows that point one way let each package be read and tested without the rest");

  @ArchTest
  static final ArchRule packages_haveNoCycles =
      slices()
          .matching("org.escapement.(*)..")
          .should()
          .beFreeOfCycles()
          .because("a cycle makes one package of two, whatever their names say");

  @ArchTest
  static final ArchRule clockTimerAndText_areJavaSe =
      classes()
          .that()
          .resideInAnyPackage(
              "org.escapement.clock..",
              "org.escapement.timer..",
              "org.escapement.text..",
              "org.escapement.statistic..",
              "org.escapement.command..",
              "org.escapement.login..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "javax.crypto..",
              "org.escapement..",
              "jdk.jfr..",
              "org.HdrHistogram..",
              "com.sun.jna..",
              "org.jboss.logging..",
              "org.jspecify..")
          .because("the timer engine must run, and be tested, without any container");

  @ArchTest
  static final ArchRule config_knowsNoContainer =
      noClasses()
          .that()
          .resideInAnyPackage("org.escapement.config..", "org.escapement.module..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("javax.servlet..")
          .because("a configuration is checked on the command line, where there is no container");

  @ArchTest
  static final ArchRule launch_usesNoServletApi =
      noClasses()
          .that()
          .resideInAPackage("org.escapement.launch..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("javax.servlet..")
          .because("the command runs before any server, without its libraries");

  @ArchTest
  static final ArchRule nothing_namesAServersOwnClasses =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.ibm..", "org.mobicents..", "io.openliberty..", "org.restcomm..")
          .because("the application runs on every container of the standards");

  @ArchTest
  static final ArchRule enterpriseEdition_staysInServer =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.escapement.server..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "javax.annotation..",
              "javax.ejb..",
              "javax.enterprise.concurrent..",
              "javax.enterprise.event..",
              "javax.enterprise.inject..",
              "javax.interceptor..",
              "javax.naming..",
              "javax.transaction..",
              "org.eclipse.microprofile..")
          .because("everything else is plain classes with constructors, which need no container");

  @ArchTest
  static final ArchRule injection_isForServerAndTheBeansOfShaping =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.escapement.server..",
              "org.escapement.shaping..",
              "org.escapement.routing..",
              "org.escapement.rpc..",
              "org.escapement.console..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javax.inject..", "javax.enterprise.context..")
          .because("only they are found by the container itself");

  @ArchTest
  static void everyPackage_isNullMarked(JavaClasses all) {
    List<JavaPackage> unmarked =
        all.getPackage("org.escapement").getSubpackagesInTree().stream()
            .filter(java -> !java.getClasses().isEmpty())
            .filter(java -> !java.isAnnotatedWith(NullMarked.class))
            .toList();

    assertThat(all.getPackage("org.escapement").getSubpackagesInTree()).hasSizeGreaterThan(9);
    assertThat(unmarked).as("packages without @NullMarked in a package-info.java").isEmpty();
  }
}
