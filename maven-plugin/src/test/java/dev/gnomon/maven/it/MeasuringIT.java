package dev.gnomon.maven.it;

import static dev.gnomon.maven.it.MavenUnderTest.CURRENT;
import static dev.gnomon.maven.it.MavenUnderTest.PLUGIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gnomon.archive.directory.RunFile;
import dev.gnomon.model.Run;
import dev.gnomon.model.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real measurements, as short as they can be: what they show is that one was made. */
class MeasuringIT {
  private final String use;

  MeasuringIT(TestInfo test) {
    use =
        test.getTestMethod().orElseThrow().getName()
            + test.getDisplayName().replaceAll("[^0-9A-Za-z]+", "-");
  }

  private static BuildResult run(ItProject project, String goal, String... more) {
    return run(CURRENT, project, goal, more);
  }

  private static BuildResult run(
      MavenUnderTest maven, ItProject project, String goal, String... more) {
    return project.maven(maven, ShortPlan.with(1, goal, more));
  }

  private static void measured(ItProject project, String module, String... benchmarks) {
    Run run = RunFile.read(project.path(module).resolve("target/perf/run.json"));
    assertThat(run.series())
        .allSatisfy(series -> assertThat(series.goodForks()).isNotEmpty())
        .extracting(MeasuringIT::name)
        .containsExactlyInAnyOrder(benchmarks);
  }

  private static String name(Series series) {
    return series.id().shortName() + series.id().params().values();
  }

  @ParameterizedTest
  @EnumSource(MavenUnderTest.class)
  void everyMavenRunsRecordsAndChecksByFullCoordinates(MavenUnderTest maven) {
    ItProject project = ItProject.copy("suite-in-tests", use).committed();

    run(maven, project, PLUGIN + "record").succeeds().says("Recorded 2 benchmarks");

    measured(project, "", "Suite.sum[8]", "Suite.sum[512]");
    // One fork decides nothing, which is no regression either.
    run(maven, project, PLUGIN + "check").succeeds().says("CAN'T TELL");
    assertThat(project.path("target/perf/report/index.html")).isNotEmptyFile();
    assertThat(project.path("target/perf/baseline/00.json")).isNotEmptyFile();
  }

  @ParameterizedTest
  @EnumSource(MavenUnderTest.class)
  void everyMavenRunsACheckThatIsBoundToVerify(MavenUnderTest maven) {
    ItProject project = ItProject.copy("suite-in-tests", use);

    run(maven, project, "verify", "-Pgate,processor", "-Dperf.onMissingBaseline=warn").succeeds();

    assertThat(project.path("target/perf/evaluation.json")).isNotEmptyFile();
    assertThat(project.path("target/perf/generated")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.21", "1.37"})
  void theProjectsOwnJmhIsUsedWithAndWithoutItsProcessor(String jmh) {
    ItProject project = ItProject.copy("suite-in-tests", use);

    run(project, PLUGIN + "run", "-Djmh.version=" + jmh)
        .succeeds()
        .says("the code that runs them was generated");
    measured(project, "", "Suite.sum[8]", "Suite.sum[512]");
    assertThat(
            RunFile.read(project.path("target/perf/run.json")).environment().value("jmh.version"))
        .contains(jmh);

    run(project, "clean", "-Djmh.version=" + jmh, "-q").succeeds();
    run(project, PLUGIN + "run", "-Djmh.version=" + jmh, "-Pprocessor")
        .succeeds()
        .doesNotSay("was generated");
    measured(project, "", "Suite.sum[8]", "Suite.sum[512]");
  }

  @Test
  void forksRunOnTheJdkThatIsNamed() throws IOException {
    Optional<Path> newer = JavaHomes.ofVersion(25);
    assumeTrue(
        newer.isPresent(), "no JDK 25 found: set JAVA_25_HOME, or install one in /usr/lib/jvm");
    ItProject project = ItProject.copy("suite-in-tests", use);

    run(project, PLUGIN + "run", "-Dperf.jvm=" + newer.get()).succeeds();

    measured(project, "", "Suite.sum[8]", "Suite.sum[512]");
    assertThat(Files.readString(project.path("target/perf/run.json"))).contains("\"25");
  }

  @Test
  void paramsAndPatternsSelectWhatIsMeasured() {
    ItProject project = ItProject.copy("suite-in-tests", use);

    run(project, PLUGIN + "run", "-Dperf.params=size=3", "-Dperf.includes=Suite").succeeds();

    measured(project, "", "Suite.sum[3]");
  }

  @Test
  void aPatternThatMatchesNothingIsAnError() {
    ItProject project = ItProject.copy("suite-in-tests", use);

    run(project, PLUGIN + "run", "-Dperf.includes=Missing")
        .breaks()
        .says("No benchmark matches", "Missing", "docs/errors/no-benchmark-matches.md");
  }

  @Test
  void aModuleWithoutJmhIsAnErrorWithTheLinesToAdd() {
    ItProject project = ItProject.copy("given-runs", use);

    run(project, PLUGIN + "check")
        .breaks()
        .says("No JMH on the class path of given-runs", "docs/errors/no-jmh.md");
    run(project, PLUGIN + "check", "-Dperf.failIfNoBenchmarks=false").succeeds();
  }

  @Test
  void anEmptySuiteIsAnError() throws IOException {
    ItProject project = ItProject.copy("suite-in-tests", use);
    Files.delete(project.path("src/test/java/it/suite/Suite.java"));

    run(project, PLUGIN + "check")
        .breaks()
        .says("No JMH benchmarks in suite-in-tests", "docs/errors/no-benchmarks.md");
  }

  @Test
  void aJvmThatDoesNotExistIsAnErrorBeforeAnythingRuns() {
    ItProject project = ItProject.copy("suite-in-tests", use);

    run(project, PLUGIN + "run", "-Dperf.jvm=/no/such/jdk")
        .breaks()
        .says("perf.jvm is /no/such/jdk, where there is no Java", "docs/errors/jvm-not-found.md");
  }

  @Test
  void anExtraSourceRootIsMeasured() {
    ItProject project = ItProject.copy("suite-in-extra-root", use);

    run(project, PLUGIN + "run").succeeds();

    measured(project, "", "Suite.sum[8]", "Suite.sum[512]");
  }

  @Test
  void hostileParametersAreMeasuredAndReportedAsText() {
    ItProject project = ItProject.copy("suite-in-tests", use);
    project.write(
        "src/test/java/it/suite/Suite.java",
        """
        package it.suite;
        import org.openjdk.jmh.annotations.*;
        @State(Scope.Thread) @BenchmarkMode(Mode.AverageTime)
        public class Suite {
          @Param({"a\\nb", "\\"><script>alert(1)</script>", "../../etc/passwd", "C:\\\\x"})
          String text;
          @Benchmark public int hash() { return text.hashCode(); }
        }
        """);

    run(project, PLUGIN + "check", "-Dperf.onMissingBaseline=warn").succeeds();

    measured(
        project,
        "",
        "Suite.hash[a\nb]",
        "Suite.hash[\"><script>alert(1)</script>]",
        "Suite.hash[../../etc/passwd]",
        "Suite.hash[C:\\x]");
    assertThat(project.text("target/perf/report/index.html"))
        .doesNotContain("<script>alert")
        .contains("etc/passwd");
  }

  @Test
  void aBenchmarkThatThrowsIsRecordedAsFailedAndTheOthersGoOn() {
    ItProject project = ItProject.copy("suite-in-tests", use);
    project.write(
        "src/test/java/it/suite/Broken.java",
        """
        package it.suite;
        import org.openjdk.jmh.annotations.*;
        public class Broken {
          @Benchmark public int fail() { throw new IllegalStateException("by intent"); }
        }
        """);

    run(project, PLUGIN + "record")
        .breaks()
        .says("by intent", "The run is not recorded: Broken.fail failed")
        .says("docs/errors/run-not-recordable.md");

    Run run = RunFile.read(project.path("target/perf/run.json"));
    assertThat(run.series())
        .extracting(series -> series.failure().isPresent())
        .isEqualTo(List.of(true, false, false));
    assertThat(project.path(".perf")).doesNotExist();
  }
}
