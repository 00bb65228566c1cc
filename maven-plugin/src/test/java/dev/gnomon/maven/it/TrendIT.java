package dev.gnomon.maven.it;

import static dev.gnomon.maven.it.MavenUnderTest.CURRENT;
import static dev.gnomon.maven.it.MavenUnderTest.PLUGIN;
import static dev.gnomon.maven.it.StoredRuns.series;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gnomon.archive.directory.DirectoryArchive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** The goal trend on archives whose changes are known. */
class TrendIT {
  private static final double[] WOBBLE = {99, 101, 100, 100.8, 99.5, 100.3, 99.2};

  private final ItProject project;
  private final StoredRuns runs;

  TrendIT(TestInfo test) {
    project = ItProject.copy("given-runs", test.getTestMethod().orElseThrow().getName());
    runs = new StoredRuns(project, "it", "given-runs");
  }

  private void archive(int days) {
    DirectoryArchive archive = new DirectoryArchive(project.path(".perf/archive"));
    for (int day = 0; day < days; day++) {
      double value = WOBBLE[day % WOBBLE.length];
      double factor = day < 20 ? 1 : 1.2;
      archive.add(
          runs.run(
              day,
              "machine A",
              series("a.Cache.get", factor, value, value + 0.1, value - 0.1),
              series("a.Cache.put", 1, value, value + 0.1, value - 0.1)));
    }
  }

  private BuildResult trend(String... arguments) {
    return project.maven(
        CURRENT,
        Stream.concat(Stream.of(PLUGIN + "trend"), Stream.of(arguments)).toArray(String[]::new));
  }

  @Test
  void aChangeIsToldAndHasAPageAndWhatAnEarlierSiteLeftIsGone() throws IOException {
    archive(40);
    project.write("target/perf/trend/change/withdrawn.html", "old");

    trend()
        .succeeds()
        .says(
            "Gnomon · trends of given-runs · 40 runs of main, 2 benchmarks, 1 change",
            "2026-12-10  Cache.get  100 → 120 ns/op  +19.9 %",
            "target/perf/trend/index.html");

    assertThat(project.text("target/perf/trend/index.html")).contains("Cache.get", "SLOWER");
    assertThat(project.text("target/perf/trend/feed.xml")).contains("SLOWER Cache.get");
    assertThat(files("target/perf/trend/change"))
        .hasSize(1)
        .allMatch(name -> name.startsWith("2026-12-10-"));
    assertThat(files("target/perf/trend/benchmark")).hasSize(6);
  }

  @Test
  void theCommitsBetweenAreListedWhereTheRepositoryKnowsThem() {
    project.committed();
    archive(40);

    trend().succeeds();

    String change = project.text("target/perf/trend/change/" + only("target/perf/trend/change"));
    assertThat(change).contains("git log 0123456789abcdef", "does not know both commits");
  }

  @Test
  void withoutRunsThereIsNothingToShowAndThatIsSaid() {
    trend().breaks().says("no clean run of", "docs/errors/no-history.md");
    archive(3);
    trend("-Dperf.trend.branch=release").breaks().says("3 runs of another branch than release");
    trend().succeeds().says("3 runs of main");
  }

  private String only(String directory) {
    try {
      List<String> names = files(directory);
      assertThat(names).hasSize(1);
      return names.get(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> files(String directory) throws IOException {
    try (Stream<Path> files = Files.list(project.path(directory))) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
