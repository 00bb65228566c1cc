package dev.gnomon.maven;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.gnomon.evaluation.Evaluator;
import dev.gnomon.maven.base.BasePreparation;
import dev.gnomon.maven.canary.SlowedClasses;
import dev.gnomon.maven.config.Setting;
import dev.gnomon.maven.goal.Workspace;
import dev.gnomon.maven.identity.SameCode;
import dev.gnomon.maven.layout.BenchmarkFinder;
import dev.gnomon.report.ReportWriter;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.Mojo;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The one direction of the modules, and the rooms of this one. */
class ArchitectureTest {
  private static final String PLUGIN = CheckMojo.class.getPackageName() + "..";
  private static final String REPORT = ReportWriter.class.getPackageName() + "..";
  private static final String MAVEN = "org.apache.maven..";
  private static final String JMH = "org.openjdk.jmh..";
  private static final String HARNESS = "dev.gnomon.harness..";
  private static final String PROFILER = "one.profiler..";

  private static final DescribedPredicate<JavaClass> ANALYZER =
      resideInAPackage("dev.gnomon..")
          .and(DescribedPredicate.not(resideInAnyPackage(PLUGIN, REPORT, HARNESS)));

  private static JavaClasses all;

  @BeforeAll
  static void readTheThreeModules() {
    all =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.gnomon");
    assertThat(all.contain(CheckMojo.class)).isTrue();
    assertThat(all.contain(ReportWriter.class)).isTrue();
    assertThat(all.contain(Evaluator.class)).isTrue();
  }

  @Test
  void theAnalyzerKnowsNeitherMavenNorTemplatesNorJmhNorWhoeverUsesIt() {
    noClasses()
        .that(ANALYZER)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(MAVEN, "org.thymeleaf..", JMH, HARNESS, PROFILER, REPORT, PLUGIN)
        .because("everything that judges must compile when the plugin and the reports are gone")
        .check(all);
  }

  @Test
  void theReportsDoNotKnowMaven() {
    noClasses()
        .that()
        .resideInAPackage(REPORT)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(MAVEN, PLUGIN, JMH, HARNESS, PROFILER)
        .because("reports are written from values, whoever made them")
        .check(all);
  }

  @Test
  void thePluginNeverCallsWhatBelongsIntoTheBenchmarksJvm() {
    noClasses()
        .that()
        .resideInAPackage(PLUGIN)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(HARNESS, PROFILER, JMH)
        .because("no native code is loaded and no benchmark runs in Maven's JVM")
        .check(all);
  }

  @Test
  void goalsLieInOnePackage() {
    classes()
        .that()
        .areAssignableTo(Mojo.class)
        .should()
        .resideInAPackage(CheckMojo.class.getPackageName())
        .because("they are the outermost layer, and the list of them is the list of goals")
        .check(all);
  }

  @Test
  void nothingButAGoalKnowsAGoal() {
    noClasses()
        .that()
        .resideInAnyPackage(
            Setting.class.getPackageName(),
            BasePreparation.class.getPackageName(),
            BenchmarkFinder.class.getPackageName(),
            SameCode.class.getPackageName(),
            SlowedClasses.class.getPackageName(),
            Workspace.class.getPackageName())
        .should()
        .dependOnClassesThat()
        .areAssignableTo(AbstractMojo.class)
        .check(all);
  }

  @Test
  void settingsAndLayoutsAreFreeOfMaven() {
    noClasses()
        .that()
        .resideInAnyPackage(
            Setting.class.getPackageName(),
            BasePreparation.class.getPackageName(),
            BenchmarkFinder.class.getPackageName(),
            SameCode.class.getPackageName(),
            SlowedClasses.class.getPackageName(),
            Workspace.class.getPackageName())
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(MAVEN, "org.eclipse.aether..")
        .because("what Maven knows reaches them as values")
        .check(all);
  }

  @Test
  void packagesOfThePluginFormNoCycle() {
    slices()
        .matching(CheckMojo.class.getPackageName() + ".(*)..")
        .should()
        .beFreeOfCycles()
        .check(all);
  }
}
