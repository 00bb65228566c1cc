package dev.gnomon.maven.it;

import static dev.gnomon.maven.it.MavenUnderTest.CURRENT;
import static dev.gnomon.maven.it.MavenUnderTest.PLUGIN;
import static dev.gnomon.maven.it.StoredRuns.STEADY;
import static dev.gnomon.maven.it.StoredRuns.series;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** Archives of each kind, and pins, through the goals. */
class ArchivesIT {
  private static final String HERE = "machine A";
  private static final String BRANCH = "-Dperf.archive=git:perf-archive";

  private final ItProject project;
  private final StoredRuns runs;

  ArchivesIT(TestInfo test) {
    project = ItProject.copy("given-runs", test.getTestMethod().orElseThrow().getName());
    runs = new StoredRuns(project, "it", "given-runs");
  }

  private BuildResult goal(String goal, String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = PLUGIN + goal;
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return project.maven(CURRENT, all);
  }

  @Test
  void anArchiveMovesOntoABranchIsCheckedAgainstAndAddedTo() {
    project.committed();
    runs.archived(HERE, "a.Cache.get").candidate(HERE, series("a.Cache.get", 1.2, STEADY));

    goal("archive", "-Dperf.action=mirror", "-Dperf.to=git:perf-archive")
        .succeeds()
        .says("Copied 3 runs from ", " to git:perf-archive");
    goal("archive", BRANCH).succeeds().says("git:perf-archive holds 3 runs", "it:given-runs");
    goal("archive", BRANCH, "-Dperf.action=verify").succeeds().says("is sound: 3 runs read");
    goal("check", BRANCH, "-Dperf.run=candidate.json").fails().says("SLOWER", "Cache.get");

    runs.candidate(HERE, series("a.Cache.get", 1, STEADY));
    goal("check", BRANCH, "-Dperf.run=candidate.json").succeeds();
    goal("record", BRANCH, "-Dperf.run=candidate.json").succeeds().says("Recorded 1 benchmarks");
    assertThat(project.git("rev-list", "--count", "perf-archive").strip()).isEqualTo("2");
  }

  @Test
  void driftIsJudgedAgainstAPin() {
    runs.archived(HERE, "a.Cache.get").candidate(HERE, series("a.Cache.get", 1.2, STEADY));

    goal("pin", "-Dperf.pin=release-1.4", "-Dperf.revision=" + "f".repeat(40))
        .breaks()
        .says("docs/errors/pin-without-run.md");
    goal("pin", "-Dperf.pin=release-1.4", "-Dperf.revision=main")
        .succeeds()
        .says("as release-1.4 in ", "Commit the file");
    assertThat(project.text(".perf/pins")).contains("\nrelease-1.4 0123456789abcdef");

    goal("query", "-Dperf.question=drift", "-Dperf.pinned=pin:release-1.4")
        .succeeds()
        .says("drift_percent", "a.Cache.get", "1 row");
    goal("check", "-Dperf.run=candidate.json", "-Dperf.baseline=pin:release-1.4")
        .fails()
        .says("SLOWER", "Cache.get");
    goal("check", "-Dperf.run=candidate.json", "-Dperf.baseline=pin:other")
        .breaks()
        .says("docs/errors/pin-unknown.md");
  }

  @Test
  void manySmallStepsAreSeenBesideTheBaseline() {
    runs.archived(HERE, "a.Cache.get");
    goal("pin", "-Dperf.pin=release-1.4", "-Dperf.revision=main").succeeds();
    for (int step = 3; step < 6; step++) {
      runs.recorded(step, HERE, series("a.Cache.get", 1 + 0.02 * (step - 2), STEADY));
    }
    runs.candidate(HERE, series("a.Cache.get", 1.07, STEADY));
    String[] drift = {
      "-Dperf.run=candidate.json",
      "-Dperf.baselineRuns=1",
      "-Dperf.confirm=never",
      "-Dperf.drift.against=pin:release-1.4"
    };

    goal("check", drift)
        .succeeds()
        .says("NO CHANGE", "DRIFTED", "since release-1.4: 1 of 1 result beyond its limit");
    assertThat(project.text("target/perf/report/index.html")).contains("Since release-1.4");
    assertThat(project.text("target/perf/evaluation.json")).contains("\"drift\"");
    goal("report").succeeds();
    assertThat(project.text("target/perf/report/index.html")).contains("Since release-1.4");

    goal("check", drift[0], drift[1], drift[2], drift[3], "-Dperf.drift.fail=true")
        .fails()
        .says("1 of 1 benchmark has drifted from release-1.4 beyond its limit");
    goal("check", drift[0], "-Dperf.drift.fail=true")
        .breaks()
        .says("Name a pin", "docs/errors/invalid-setting.md");
  }

  @Test
  void theDriverOfADatabaseIsFetchedWhenOneIsNamed() {
    goal("archive", "-Dperf.archive=jdbc:postgresql://localhost:1/perf?password=secret")
        .breaks()
        .says("jdbc:postgresql://localhost:1/perf cannot be read: ", "archive-not-readable.md");
  }
}
