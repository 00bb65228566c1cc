package dev.gnomon.maven.it;

import static dev.gnomon.maven.it.MavenUnderTest.CURRENT;
import static dev.gnomon.maven.it.MavenUnderTest.PLUGIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gnomon.archive.RunAddress;
import dev.gnomon.archive.directory.DirectoryArchive;
import dev.gnomon.archive.directory.RunFile;
import dev.gnomon.model.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** Profiles go with their run into the archive, and explain what a later check finds. */
class ProfilesIT {
  private static final String HERE = "machine A";
  private static final String RUN = "-Dperf.run=target/perf/run.json";

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
    ProfiledRun profiled = ProfiledRun.of(hash, "ctimer");
    Path profiles = Files.createDirectories(project.path("target/perf/profiles"));
    for (Map.Entry<String, String> profile : profiled.profiles().entrySet()) {
      Files.writeString(profiles.resolve(profile.getKey()), profile.getValue());
    }
    Run run = runs.run(day, HERE, profiled.series());
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
