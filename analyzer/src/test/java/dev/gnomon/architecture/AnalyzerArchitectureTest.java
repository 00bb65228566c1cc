package dev.gnomon.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.EvaluationResult;
import dev.gnomon.archive.RunArchive;
import dev.gnomon.archive.directory.DirectoryArchive;
import dev.gnomon.archive.git.GitArchive;
import dev.gnomon.archive.postgres.PostgresArchive;
import dev.gnomon.attribution.Attributor;
import dev.gnomon.compare.Baseline;
import dev.gnomon.doctor.Doctor;
import dev.gnomon.environment.Environment;
import dev.gnomon.environment.probe.MachineProbe;
import dev.gnomon.evaluation.Evaluator;
import dev.gnomon.gate.Verdict;
import dev.gnomon.history.History;
import dev.gnomon.imported.ImportedRun;
import dev.gnomon.jmh.JmhResultReader;
import dev.gnomon.json.RunJson;
import dev.gnomon.measure.MeasurementRequest;
import dev.gnomon.model.Run;
import dev.gnomon.problem.ProblemException;
import dev.gnomon.profile.jfr.JfrRecording;
import dev.gnomon.query.ArchiveQuery;
import dev.gnomon.stats.Caveat;
import dev.gnomon.unit.Direction;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rooms of the analyzer: which may touch the world, and which know of which. */
final class AnalyzerArchitectureTest {
  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.gnomon");

  /** Packages at the edge, by a class of each; every other package is pure. */
  private static final Set<String> EDGE =
      Stream.of(
              DirectoryArchive.class,
              GitArchive.class,
              PostgresArchive.class,
              MachineProbe.class,
              JfrRecording.class,
              ArchiveQuery.class)
          .map(Class::getPackageName)
          .collect(Collectors.toSet());

  private static final String LAUNCHER = "dev.gnomon.measure.process";

  static List<String> purePackages() {
    return ALL.stream()
        .map(JavaClass::getPackageName)
        .filter(name -> !EDGE.contains(name) && !name.equals(LAUNCHER))
        .distinct()
        .sorted()
        .toList();
  }

  @Test
  void everyRoomThatMustBePureIsHeldToIt() {
    assertThat(purePackages())
        .contains(
            names(
                Direction.class,
                Run.class,
                Caveat.class,
                Environment.class,
                MeasurementRequest.class,
                JmhResultReader.class,
                ImportedRun.class,
                Baseline.class,
                Verdict.class,
                Evaluator.class,
                Attributor.class,
                Doctor.class,
                History.class,
                RunJson.class,
                RunArchive.class,
                ProblemException.class));
    assertThat(EDGE).allSatisfy(edge -> assertThat(ALL.containPackage(edge)).isTrue());
  }

  @ParameterizedTest
  @MethodSource("purePackages")
  void aPurePackageReachesForNothingThatWasNotGiven(String name) {
    classes()
        .that()
        .resideInAPackage(name)
        .should(new Purity())
        .because("the same values must give the same verdict on any machine, on any day")
        .check(ALL);
  }

  @Test
  void whoeverReachesOutIsCaughtForEachThingSeparately() {
    JavaClasses impure = new ClassFileImporter().importClasses(Impure.class);
    EvaluationResult result =
        classes().that().areAssignableTo(Impure.class).should(new Purity()).evaluate(impure);
    String found = String.join("\n", result.getFailureReport().getDetails());
    Stream<String> methods = Arrays.stream(Impure.class.getDeclaredMethods()).map(Method::getName);
    assertThat(methods).hasSize(11).allSatisfy(name -> assertThat(found).contains(name + "("));
  }

  @Test
  void packagesFormNoCycle() {
    slices()
        .matching("dev.gnomon.(**)")
        .should()
        .beFreeOfCycles()
        .because("a room that needs the room that needs it is one room")
        .check(ALL);
  }

  @Test
  void theEdgeIsKnownToNoPureRoom() {
    noClasses()
        .that()
        .resideOutsideOfPackages(edges())
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(edges())
        .because("files and processes are called from outside, never from the judgement")
        .check(ALL);
  }

  @Test
  void theStatisticsAreALeaf() {
    noClasses()
        .that()
        .resideInAPackage(Caveat.class.getPackageName())
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(names(Run.class, Environment.class, Verdict.class, RunJson.class))
        .because("estimators know numbers only")
        .check(ALL);
  }

  @Test
  void theDoctorKnowsNoRunAndNoVerdict() {
    noClasses()
        .that()
        .resideInAPackage(Doctor.class.getPackageName())
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(names(Run.class, Baseline.class, Verdict.class, Evaluator.class))
        .because("a machine is judged before anything is measured on it")
        .check(ALL);
  }

  @Test
  void jacksonStaysBehindTheJsonRoom() {
    noClasses()
        .that()
        .resideOutsideOfPackage(RunJson.class.getPackageName())
        .and()
        .resideOutsideOfPackage("dev.gnomon.gate..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.fasterxml.jackson..")
        .because("limits for untrusted documents stand in one place")
        .check(ALL);
  }

  @Test
  void nothingButTheFewLibrariesIsUsed() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.gnomon..",
            "java..",
            "jdk.jfr..",
            "com.fasterxml.jackson.core..",
            "org.apache.commons.csv..",
            "org.apache.commons.math3..",
            "org.apache.commons.statistics..",
            "org.apache.commons.numbers..")
        .because("what judges must run anywhere, beside any Maven, any JMH and any template")
        .check(ALL);
  }

  private static String[] edges() {
    return Stream.concat(EDGE.stream(), Stream.of(LAUNCHER)).toArray(String[]::new);
  }

  private static String[] names(Class<?>... types) {
    return Arrays.stream(types).map(Class::getPackageName).toArray(String[]::new);
  }
}
