package dev.gnomon.maven.it;

import static dev.gnomon.maven.it.MavenUnderTest.CURRENT;
import static dev.gnomon.maven.it.MavenUnderTest.PLUGIN;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** Both sides of a change, built and measured side by side by a real Maven. */
class BeforeMergeIT {
  private static final String BEFORE_MERGE = PLUGIN + "before-merge";
  private static final String WORK = "src/main/java/it/Work.java";

  /** Slow where the surroundings say so: what a slow phase of the machine would be. */
  private static final String SOURCE =
      """
      package it;

      public final class Work {
        private static final int SIZE = System.getenv("GNOMON_IT_SLOW") != null ? 40_000 : 1_000;

        public static long work(long seed) {
          long sum = seed;
          for (int i = 0; i < SIZE; i++) {
            sum += i ^ (sum << 1);
          }
          return sum;
        }
      }
      """;

  private static final String BENCHMARK =
      """
      package it.suite;

      import org.openjdk.jmh.annotations.Benchmark;
      import org.openjdk.jmh.annotations.BenchmarkMode;
      import org.openjdk.jmh.annotations.Mode;

      @BenchmarkMode(Mode.AverageTime)
      public class Working {
        @Benchmark
        public long work() {
          return it.Work.work(7);
        }
      }
      """;

  private final String use;

  BeforeMergeIT(TestInfo test) {
    use = test.getTestMethod().orElseThrow().getName();
  }

  private ItProject project() {
    ItProject project = ItProject.copy("suite-in-tests", use);
    project.write(WORK, SOURCE);
    project.write("src/test/java/it/suite/Working.java", BENCHMARK);
    project.committed();
    project.write(".gitignore", project.text(".gitignore") + ".perf\n");
    project.commit("What is not committed");
    project.git("checkout", "--quiet", "-b", "topic");
    return project;
  }

  private static BuildResult run(ItProject project, String goal, String... more) {
    return project.maven(CURRENT, ShortPlan.with(4, goal, more));
  }

  private static BuildResult slow(ItProject project, String goal, String... more) {
    return project.maven(CURRENT, Map.of("GNOMON_IT_SLOW", "yes"), ShortPlan.with(4, goal, more));
  }

  private static void change(ItProject project, String from, String to) {
    assertThat(project.text(WORK)).contains(from);
    project.write(WORK, project.text(WORK).replace(from, to));
  }

  private static void leavesNoWorktree(ItProject project) {
    assertThat(project.git("worktree", "list").lines()).hasSize(1);
  }

  @Test
  void aSlowdownFailsTheBuildAfterEverythingIsWritten() {
    ItProject project = project();
    change(project, ": 1_000", ": 40_000");

    run(project, BEFORE_MERGE, "-Dperf.includes=Working")
        .fails()
        .says("1 changed or new file is in no commit", "side by side with main@", "SLOWER")
        .says("looking for the cause of 1 change by cpu: forks with a fine profile")
        .says("Working.work: slower: ", "; from 10 pairs of forks")
        .says("mvn perf:before-merge -Dperf.includes='Working.work'");

    assertThat(project.text("target/perf/report/index.html")).contains("Cause, by CPU time");
    assertThat(profiles(project, "target/perf/evidence/cpu/candidate/profiles"))
        .hasSizeBetween(5, 10);
    assertThat(project.path("target/perf/summary.md")).isNotEmptyFile();
    assertThat(project.path("target/perf/baseline/00.json")).isNotEmptyFile();
    assertThat(project.path("target/perf/native")).isNotEmptyDirectory();
    assertThat(project.path("target/perf/evidence/cpu/candidate/native")).doesNotExist();
    leavesNoWorktree(project);
    run(project, PLUGIN + "explain", "-Dperf.benchmark=Working.work")
        .succeeds()
        .says("A pair's forks ran side by side", "every verdict is the same");
    run(project, PLUGIN + "record", "-Dperf.run=target/perf/run.json")
        .breaks()
        .says("one side of a side by side comparison");
  }

  @Test
  void whatCanReachNothingThatChangedIsNotMeasured() {
    ItProject project = project();
    change(project, "long sum = seed;", "// Only a comment.\n    long sum = seed;");

    run(project, BEFORE_MERGE)
        .succeeds()
        .says("SAME CODE   3 benchmarks not measured")
        .doesNotSay("pairs of forks");

    change(project, ": 1_000", ": 1_001");
    run(project, BEFORE_MERGE, "-Dperf.budget=30s")
        .says("SAME CODE   2 benchmarks not measured", "1 benchmark of suite-in-tests");
    run(project, BEFORE_MERGE, "-Dperf.budget=20s", "-Dperf.select=all")
        .says("3 benchmarks of suite-in-tests, in pairs of forks");
  }

  @Test
  void whereNothingChangedThereIsNothingToCompare() {
    ItProject project = project();

    run(project, BEFORE_MERGE).succeeds().says("There is nothing to compare");
    assertThat(project.path("target/perf/run.json")).doesNotExist();
  }

  @Test
  void aBenchmarkOfWhatTheBaseLacksIsNewAndOneThatIsGoneIsTold() throws IOException {
    ItProject project = project();
    Files.delete(project.path("src/test/java/it/suite/Suite.java"));
    change(
        project,
        "private static final",
        "public static long more() { return 3; }\n\n  private static final");
    project.write(
        "src/test/java/it/suite/Added.java",
        BENCHMARK.replace("Working", "Added").replace("it.Work.work(7)", "it.Work.more()"));

    run(project, BEFORE_MERGE, "-Dperf.includes=Added|Working|Suite", "-Dperf.budget=40s")
        .says("This change removes benchmarks that the base has", "it.suite.Suite.")
        .says("NEW", "Added.work")
        .says("failed on the base: ");
  }

  @Test
  void aSuspicionAgainstStoredRunsIsClearedOnFreshForksOfBothSides() {
    ItProject project = project();
    project.git("checkout", "--quiet", "main");
    run(project, PLUGIN + "record", "-Dperf.includes=Working").succeeds();
    project.git("checkout", "--quiet", "topic");
    change(project, "long sum = seed;", "long sum = seed + 1;");
    project.commit("Start elsewhere");

    slow(project, PLUGIN + "check", "-Dperf.includes=Working", "-Dperf.baseline=main")
        .says("confirming 1 of 1 benchmarks side by side with")
        .doesNotSay("SLOWER");
    assertThat(project.path("target/perf/confirmation/candidate.json")).isNotEmptyFile();
    run(project, PLUGIN + "explain", "-Dperf.benchmark=Working.work")
        .says("against stored runs it was +", "every verdict is the same");

    slow(
            project,
            PLUGIN + "check",
            "-Dperf.includes=Working",
            "-Dperf.baseline=main",
            "-Dperf.confirm=never")
        .fails()
        .says("SLOWER")
        .doesNotSay("confirming");
    assertThat(project.path("target/perf/confirmation/candidate.json")).doesNotExist();
  }

  @Test
  void aSuspicionOfCodeThatIsTheSameIsTheMachines() {
    ItProject project = project();
    project.git("checkout", "--quiet", "main");
    run(project, PLUGIN + "record", "-Dperf.includes=Working").succeeds();

    slow(project, PLUGIN + "check", "-Dperf.includes=Working", "-Dperf.baseline=main")
        .succeeds()
        .says("THE MACHINE  Working.work")
        .doesNotSay("confirming");
  }

  @Test
  void aConfirmedSuspicionFails() {
    ItProject project = project();
    project.git("checkout", "--quiet", "main");
    run(project, PLUGIN + "record", "-Dperf.includes=Working").succeeds();
    project.git("checkout", "--quiet", "topic");
    change(project, ": 1_000", ": 40_000");
    project.commit("Do more");

    run(project, PLUGIN + "check", "-Dperf.includes=Working", "-Dperf.baseline=main")
        .fails()
        .says("SLOWER", "; from 10 pairs of fresh forks; against stored runs it was +");
    assertThat(profiles(project, "target/perf/profiles"))
        .as("those of the run before are not those of the confirmation")
        .hasSizeLessThanOrEqualTo(4);
    assertThat(profiles(project, "target/perf/candidate-side/profiles")).hasSize(10);
  }

  private static String[] profiles(ItProject project, String directory) {
    return project.path(directory).toFile().list((where, name) -> name.endsWith(".collapsed"));
  }

  @Test
  void theCanaryTurnsTheGateRed() {
    ItProject project = project();

    run(project, PLUGIN + "canary", "-Dperf.includes=Working", "-Dperf.canary=400%")
        .succeeds()
        .says("The canary of 400 % was caught, benchmarks slowed: 1. Such a build fails.");

    run(
            project,
            PLUGIN + "canary",
            "-Dperf.includes=Working",
            "-Dperf.canary=400%",
            "-Dperf.failOnRegression=false")
        .fails()
        .says("the build would have passed all the same");
  }
}
