package dev.gnomon.maven.it;

import static dev.gnomon.maven.it.MavenUnderTest.CURRENT;
import static dev.gnomon.maven.it.MavenUnderTest.PLUGIN;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** Results of other tools, seen by trends and questions beside what was measured. */
class ImportIT {
  private final ItProject project;

  ImportIT(TestInfo test) {
    project = ItProject.copy("given-runs", test.getTestMethod().orElseThrow().getName());
  }

  private static String history() {
    StringBuilder text = new StringBuilder("branch: main\n");
    for (int day = 1; day <= 20; day++) {
      text.append("commit: %040d\ndate: 2026-11-%02dT10:00:00Z\n".formatted(day, day));
      for (int fork = 0; fork < 3; fork++) {
        int time = (day < 11 ? 1000 : 1500) + (7 * day + fork) % 5;
        text.append("Benchmarka.Old.sum/size=10-1 1 %d ns/op\n".formatted(time));
      }
    }
    return text.toString();
  }

  @Test
  void aHistoryIsBroughtAlongOnce() {
    project.write("bench.txt", history());
    project
        .maven(CURRENT, PLUGIN + "import", "-Dperf.file=bench.txt")
        .succeeds()
        .says("Imported 20 runs of 1 benchmarks");
    project
        .maven(CURRENT, PLUGIN + "import", "-Dperf.file=bench.txt")
        .succeeds()
        .says("Imported 0 runs of 1 benchmarks", "20 were there already");

    project
        .maven(CURRENT, PLUGIN + "query", "-Dperf.question=largest-changes")
        .succeeds()
        .says("a.Old.sum", "2026-11-11", "1 row");
    project.maven(CURRENT, PLUGIN + "trend", "-Dperf.trend.branch=main").succeeds();
    assertThat(project.text("target/perf/trend/index.html")).contains("Old.sum");

    String columns = "-Dperf.sql=SELECT count(*) AS n, count(DISTINCT run_id) AS r FROM result";
    project
        .maven(CURRENT, PLUGIN + "export", "-Dperf.to=out", "-Dperf.exportFormat=csv")
        .succeeds();
    project
        .maven(CURRENT, PLUGIN + "import", "-Dperf.file=out/result.csv", "-Dperf.archive=copy")
        .succeeds()
        .says("Imported 20 runs of 1 benchmarks");
    project
        .maven(CURRENT, PLUGIN + "query", columns, "-Dperf.archive=copy", "-Dperf.format=csv")
        .succeeds()
        .says("20,20");
  }

  @Test
  void whatIsCutShortLeavesNothingBehind() {
    String text = history();
    project.write("bench.txt", text.substring(0, text.length() - 10));
    project
        .maven(CURRENT, PLUGIN + "import", "-Dperf.file=bench.txt")
        .breaks()
        .says("docs/errors/import-file-unreadable.md");
    assertThat(project.path(".perf/archive")).doesNotExist();
  }
}
