package dev.gnomon.maven.it;

import static dev.gnomon.maven.it.MavenUnderTest.CURRENT;
import static dev.gnomon.maven.it.MavenUnderTest.PLUGIN;
import static dev.gnomon.maven.it.StoredRuns.series;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gnomon.archive.RunAddress;
import dev.gnomon.archive.directory.DirectoryArchive;
import dev.gnomon.archive.directory.RunFile;
import dev.gnomon.model.Background;
import dev.gnomon.model.Fork;
import dev.gnomon.model.Iteration;
import dev.gnomon.model.ProfileRef;
import dev.gnomon.model.Run;
import dev.gnomon.model.Series;
import dev.gnomon.model.WorkerTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** Profiles go with their run into the archive, and explain what a later check finds. */
class ProfilesIT {
  private static final String HERE = "machine A";
  private static final String RUN = "-Dperf.run=target/perf/run.json";
  private static final String STUB = "a/jmh_generated/Cache_get_jmhTest.get_avgt_jmhStub;";
  private static final int OPERATIONS = 1_000;

  private final ItProject project;
  private final StoredRuns runs;

  ProfilesIT(TestInfo test) {
    project = ItProject.copy("given-runs", test.getTestMethod().orElseThrow().getName());
    runs = new StoredRuns(project, "it", "given-runs");
  }

  /**
   * Leaves a run in the workspace as a measurement does.
   *
   * @param hash ns/op of one method, beside 60 ns/op of another
   */
  private void measured(int day, double hash) throws IOException {
    Series plain = series("a.Cache.get", (hash + 60) / 100, StoredRuns.STEADY);
    Path profiles = Files.createDirectories(project.path("target/perf/profiles"));
    List<Fork> forks = new ArrayList<>();
    for (Fork fork : plain.forks()) {
      double speed = fork.iterations().get(0).nsPerOp() / (hash + 60);
      String file = "fork-%04d.collapsed".formatted(forks.size());
      Files.writeString(
          profiles.resolve(file),
          "%sa/Cache.get;a/Cache.hash %d%n%sa/Cache.get;a/Cache.find %d%n"
              .formatted(
                  STUB,
                  Math.round(hash * speed * OPERATIONS),
                  STUB,
                  Math.round(60 * speed * OPERATIONS)));
      forks.add(
          new Fork(
              fork.round(),
              fork.startedAt(),
              List.of(),
              List.of(
                  new Iteration((hash + 60) * speed, OPERATIONS, WorkerTime.NONE, Background.NONE)),
              new TreeMap<>(),
              fork.noise(),
              new ProfileRef("ok", file, "cpu", "ctimer", 10_000_000),
              Optional.empty()));
    }
    Run run = runs.run(day, HERE, new Series(plain.id(), plain.plan(), "hash", forks));
    RunFile.write(project.path("target/perf/run.json"), run);
  }

  private RunAddress recorded() throws IOException {
    for (int day = 0; day < 3; day++) {
      measured(day, 40);
      project.maven(CURRENT, PLUGIN + "record", RUN).succeeds();
    }
    return archive().list("it:given-runs", "given-runs").get(0);
  }

  private DirectoryArchive archive() {
    return new DirectoryArchive(project.path(".perf/archive"));
  }

  private BuildResult check() {
    return project.maven(CURRENT, PLUGIN + "check", RUN, "-Dperf.baseline=main");
  }

  @Test
  void whatACheckAgainstStoredRunsFindsIsExplained() throws IOException {
    assertThat(archive().profiles(recorded()).byFile()).hasSize(5);
    measured(9, 80);

    check().fails().says("SLOWER");

    assertThat(project.path("target/perf/report/index.html"))
        .content()
        .contains("Cache.hash costs ", "of the change");
  }

  @Test
  void damagedProfilesAreNamedAndTheVerdictStays() throws IOException {
    RunAddress newest = recorded();
    Files.write(project.path(".perf/archive").resolve(newest.profilesPath()), new byte[] {1, 2, 3});
    measured(9, 80);

    check().fails().says("SLOWER", "cannot be read as the profiles of a run");
  }
}
