package dev.gnomon.maven.it;

import static dev.gnomon.maven.it.MavenUnderTest.CURRENT;
import static dev.gnomon.maven.it.MavenUnderTest.PLUGIN;
import static dev.gnomon.maven.it.StoredRuns.STEADY;
import static dev.gnomon.maven.it.StoredRuns.series;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** The gate, end to end, on runs whose verdict is known: nothing is measured here. */
class GateOutcomesIT {
  private static final String HERE = "machine A";
  private static final double[] WIDE = {80, 95, 104, 120, 100};

  private final ItProject project;
  private final StoredRuns runs;

  GateOutcomesIT(TestInfo test) {
    project = ItProject.copy("given-runs", test.getTestMethod().orElseThrow().getName());
    runs = new StoredRuns(project, "it", "given-runs");
  }

  private BuildResult check(String... arguments) {
    return checkIn(Map.of(), arguments);
  }

  private BuildResult checkIn(Map<String, String> environment, String... arguments) {
    String[] all =
        Stream.concat(
                Stream.of(PLUGIN + "check", "-Dperf.run=candidate.json"), Stream.of(arguments))
            .toArray(String[]::new);
    return project.maven(CURRENT, environment, all);
  }

  private void everyOutputIsThere() {
    assertThat(
            Stream.of(
                "run.json",
                "baseline/00.json",
                "evaluation.json",
                "summary.md",
                "TEST-perf.xml",
                "report/index.html"))
        .allSatisfy(name -> assertThat(project.path("target/perf").resolve(name)).isNotEmptyFile());
  }

  @Test
  void aRegressionFailsTheBuildAfterEveryOutputWasWritten() {
    runs.archived(HERE, "a.Cache.get", "a.Cache.put")
        .candidate(HERE, series("a.Cache.get", 1.2, STEADY), series("a.Cache.put", 1, STEADY));

    check()
        .fails()
        .says("SLOWER", "Cache.get", "+19.9 %", "docs/errors/regression.md", "report/index.html");

    everyOutputIsThere();
  }

  @Test
  void aRegressionOnlyWarnsWhereThePolicySaysSo() {
    runs.archived(HERE, "a.Cache.get").candidate(HERE, series("a.Cache.get", 1.2, STEADY));

    check("-Dperf.failOnRegression=false").succeeds().says("SLOWER");
  }

  @Test
  void anUnchangedSuitePasses() {
    runs.archived(HERE, "a.Cache.get").candidate(HERE, series("a.Cache.get", 1.001, STEADY));

    check().succeeds().doesNotSay("SLOWER");

    everyOutputIsThere();
  }

  @Test
  void anImprovementPasses() {
    runs.archived(HERE, "a.Cache.get").candidate(HERE, series("a.Cache.get", 0.8, STEADY));

    check().succeeds().says("FASTER", "Cache.get");
  }

  @Test
  void whatTheDataCannotDecideWarnsAndFailsOnlyWhereAskedTo() {
    runs.archived(HERE, "a.Cache.get").candidate(HERE, series("a.Cache.get", 1, WIDE));

    check().succeeds().says("CAN'T TELL", "Cache.get");
    check("-Dperf.failOnInconclusive").fails().says("CAN'T TELL");
  }

  @Test
  void aBenchmarkThatVanishedFailsTheBuild() {
    runs.archived(HERE, "a.Cache.get", "a.Cache.put")
        .candidate(HERE, series("a.Cache.get", 1, STEADY));

    check().fails().says("Cache.put");
    check("-Dperf.onMissingBenchmark=warn").succeeds();
  }

  @Test
  void aNewBenchmarkPasses() {
    runs.archived(HERE, "a.Cache.get")
        .candidate(HERE, series("a.Cache.get", 1, STEADY), series("a.Cache.put", 1, STEADY));

    check().succeeds().says("Cache.put");
  }

  @Test
  void aLargerThresholdForgivesMore() {
    runs.archived(HERE, "a.Cache.get").candidate(HERE, series("a.Cache.get", 1.2, STEADY));

    check("-Dperf.threshold=30%").succeeds();
  }

  @Test
  void rulesOfThePomJudgeWhatTheyName() {
    runs.archived(HERE, "a.Cache.get", "a.Cache.put")
        .candidate(HERE, series("a.Cache.get", 1.2, STEADY), series("a.Cache.put", 1.2, STEADY));
    project.write(
        "pom.xml",
        project
            .text("pom.xml")
            .replace(
                "</project>",
                """
                  <build><plugins><plugin>
                    <groupId>dev.gnomon</groupId>
                    <artifactId>perf-maven-plugin</artifactId>
                    <version>${gnomon.version}</version>
                    <configuration>
                      <rules>
                        <rule>
                          <benchmarks>*.Cache.get</benchmarks>
                          <threshold>30%</threshold>
                        </rule>
                        <rule>
                          <benchmarks>*.Cache.put</benchmarks>
                          <onRegression>warn</onRegression>
                        </rule>
                      </rules>
                    </configuration>
                  </plugin></plugins></build>
                </project>"""));

    check().succeeds().says("SLOWER", "Cache.put");
    check("-Dperf.threshold=25%").succeeds();
  }

  @Test
  void withoutABaselineNothingIsJudgedUnlessThePolicySaysSo() {
    runs.candidate(HERE, series("a.Cache.get", 1, STEADY));

    check().breaks().says("docs/errors/no-baseline.md", "perf:record");
    assertThat(project.path("target/perf/evaluation.json")).isNotEmptyFile();
    check("-Dperf.onMissingBaseline=warn").succeeds();
    check("-Dperf.onMissingBaseline=ignore")
        .breaks()
        .says("perf.onMissingBaseline is \"ignore\", expected one of fail, warn, pass.");
  }

  @Test
  void runsOfAnotherMachineAreNoBaselineAndTheDifferenceIsNamed() {
    runs.archived("machine B", "a.Cache.get").candidate(HERE, series("a.Cache.get", 1, STEADY));

    check().breaks().says("cpu.model", "machine B", HERE);
  }

  @Test
  void aDamagedRunInTheArchiveIsAnErrorNotAPass() throws IOException {
    runs.archived(HERE, "a.Cache.get").candidate(HERE, series("a.Cache.get", 1, STEADY));
    try (Stream<Path> files = Files.walk(project.path(".perf/archive"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json.gz")).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
      }
    }

    check().breaks().says("docs/errors/archive-file-damaged.md");
  }

  @Test
  void aTruncatedRunFileIsAnErrorWithItsName() {
    runs.archived(HERE, "a.Cache.get").candidate(HERE, series("a.Cache.get", 1, STEADY));
    String text = project.text("candidate.json");
    project.write("candidate.json", text.substring(0, text.length() / 2));

    check().breaks().says("candidate.json", "docs/errors/run-file-truncated.md");
  }

  @Test
  void aRunFileThatIsNotThereIsAnErrorWithItsName() {
    check().breaks().says("candidate.json", "docs/errors/run-file-missing.md");
  }

  @Test
  void aFileMayBeTheBaseline() {
    runs.candidate(HERE, series("a.Cache.get", 1, STEADY));
    project.write("before.json", project.text("candidate.json"));
    runs.candidate(HERE, series("a.Cache.get", 1.5, STEADY));

    check("-Dperf.baseline=before.json").fails().says("SLOWER", "Cache.get");
  }

  @Test
  void theReportIsRenderedAgainFromWhatTheCheckLeft() throws IOException {
    runs.archived(HERE, "a.Cache.get").candidate(HERE, series("a.Cache.get", 1.2, STEADY));
    check().fails();
    Map<String, byte[]> before = outputs();
    Files.delete(project.path("target/perf/report/index.html"));
    Files.delete(project.path("target/perf/summary.md"));

    project.maven(CURRENT, PLUGIN + "report").succeeds().says("target/perf/report/index.html");

    assertThat(outputs()).usingRecursiveComparison().isEqualTo(before);
  }

  private Map<String, byte[]> outputs() throws IOException {
    return Map.of(
        "evaluation", Files.readAllBytes(project.path("target/perf/evaluation.json")),
        "summary", Files.readAllBytes(project.path("target/perf/summary.md")),
        "page", Files.readAllBytes(project.path("target/perf/report/index.html")));
  }

  @Test
  void aReportWithoutARunIsAnError() {
    project.maven(CURRENT, PLUGIN + "report").breaks().says("docs/errors/run-file-missing.md");
  }

  @Test
  void githubGetsASummaryAndAnnotations() {
    runs.archived(HERE, "a.Cache.get").candidate(HERE, series("a.Cache.get", 1.2, STEADY));
    Path summary = project.path("step-summary.md");
    project.write("step-summary.md", "Earlier steps.\n");

    checkIn(Map.of("GITHUB_ACTIONS", "true", "GITHUB_STEP_SUMMARY", summary.toString()))
        .fails()
        .says("::error");

    assertThat(summary)
        .content()
        .startsWith("Earlier steps.\n")
        .contains("Cache.get", project.text("target/perf/summary.md"));
  }

  @Test
  void anAcceptedRegressionPassesAndIsShownAsSuch() {
    runs.archived(HERE, "a.Cache.get").candidate(HERE, series("a.Cache.get", 1.2, STEADY));
    check().fails().says("mvn perf:accept -Dperf.benchmark='Cache.get'");

    project
        .maven(
            CURRENT,
            PLUGIN + "accept",
            "-Dperf.benchmark=Cache.get",
            "-Dperf.reason=more checks",
            "-Dperf.author=Ada",
            "-Dperf.acceptDays=3650")
        .succeeds()
        .says("Accepted a.Cache.get, time: up to +22 % until", "accepted.json");

    check().succeeds().says("accepted by Ada until", "more checks");
  }

  @Test
  void aVerdictIsExplainedAndReachedAgain() {
    runs.archived(HERE, "a.Cache.get", "a.Cache.put")
        .candidate(HERE, series("a.Cache.get", 1.2, STEADY), series("a.Cache.put", 1, STEADY));
    check().fails();

    project
        .maven(CURRENT, PLUGIN + "explain", "-Dperf.benchmark=*.get")
        .succeeds()
        .says(
            "a.Cache.get, time",
            "Each fork is a JVM of its own",
            "So the verdict is REGRESSED",
            "every verdict is the same")
        .doesNotSay("a.Cache.put, time");
    project
        .maven(CURRENT, PLUGIN + "explain", "-Dperf.benchmark=Nothing")
        .breaks()
        .says("perf.benchmark is Nothing", "Cache.get", "docs/errors/benchmark-unknown.md");
  }

  @Test
  void theGateTellsWhichSlowdownsItWouldHaveCaught() {
    runs.archived(HERE, "a.Cache.get").candidate(HERE, series("a.Cache.get", 1, STEADY));
    check().succeeds();

    project
        .maven(CURRENT, PLUGIN + "self-test")
        .succeeds()
        .says("would have caught", "Cache.get")
        .doesNotSay("none tried");
  }

  @Test
  void aRunThatTheGateCalledSlowerIsNotRecorded() {
    runs.archived(HERE, "a.Cache.get").candidate(HERE, series("a.Cache.get", 1.2, STEADY));
    check().fails();

    project
        .maven(CURRENT, PLUGIN + "record", "-Dperf.run=target/perf/run.json")
        .breaks()
        .says(
            "check called Cache.get slower, and a regressed run must not become its own baseline",
            "docs/errors/run-not-recordable.md");
  }

  @Test
  void aRunThatPassedIsRecordedWithoutMeasuringAgain() {
    runs.archived(HERE, "a.Cache.get").candidate(HERE, series("a.Cache.get", 1, STEADY));
    check().succeeds();

    project
        .maven(CURRENT, PLUGIN + "record", "-Dperf.run=target/perf/run.json")
        .succeeds()
        .says("Recorded 1 benchmarks of given-runs at main@0123456");
  }

  @Test
  void skippingMeansNothingIsJudged() {
    check("-Dperf.skip").succeeds().says("perf.skip is set: nothing is measured or judged.");

    assertThat(project.path("target/perf")).doesNotExist();
  }

  @Test
  void aWindowsPathIsRefusedElsewhereAndItsSeparatorsAreNot() {
    runs.archived(HERE, "a.Cache.get").candidate(HERE, series("a.Cache.get", 1, STEADY));

    check("-Dperf.archive=C:\\perf\\archive")
        .breaks()
        .says("perf.archive is \"C:\\perf\\archive\", expected a path of this machine")
        .says("docs/errors/invalid-setting.md");
    check("-Dperf.archive=.perf\\archive").succeeds();
  }

  @Test
  void anArchiveThatCannotBeWrittenIsAnErrorWithItsRemedy() {
    runs.candidate(HERE, series("a.Cache.get", 1, STEADY));
    project.write("occupied", "a file where the archive should be");

    project
        .maven(CURRENT, PLUGIN + "record", "-Dperf.run=candidate.json", "-Dperf.archive=occupied")
        .breaks()
        .says("occupied", "docs/errors/archive-not-writable.md");
  }

  @Test
  void anArchiveOfAnotherKindIsRefused() {
    runs.candidate(HERE, series("a.Cache.get", 1, STEADY));

    check("-Dperf.archive=jdbc:other:perf").breaks().says("docs/errors/archive-kind-unknown.md");
  }
}
