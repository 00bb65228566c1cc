package dev.gnomon.maven.it;

import static dev.gnomon.maven.it.MavenUnderTest.CURRENT;
import static dev.gnomon.maven.it.MavenUnderTest.PLUGIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gnomon.archive.RunAddress;
import dev.gnomon.archive.directory.DirectoryArchive;
import dev.gnomon.model.Run;
import dev.gnomon.profile.CollapsedReader;
import dev.gnomon.profile.Profile;
import dev.gnomon.profile.RunProfiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** Profiles of archived runs and of other tools, as flame graphs. */
class FlameIT {
  private final ItProject project;
  private final StoredRuns runs;

  FlameIT(TestInfo test) {
    project = ItProject.copy("given-runs", test.getTestMethod().orElseThrow().getName());
    runs = new StoredRuns(project, "it", "given-runs");
  }

  private DirectoryArchive archive() {
    return new DirectoryArchive(project.path(".perf/archive"));
  }

  /** A run in the archive of which one method takes {@code hash} ns/op, another 60. */
  private RunAddress recorded(int day, double hash, String engine) throws IOException {
    ProfiledRun profiled = ProfiledRun.of(hash, engine);
    Map<String, Profile> profiles = new HashMap<>();
    for (Map.Entry<String, String> profile : profiled.profiles().entrySet()) {
      profiles.put(profile.getKey(), read(profile.getValue()));
    }
    Run run = runs.run(day, "machine A", profiled.series());
    return archive().add(run, new RunProfiles(profiles));
  }

  private static Profile read(String text) throws IOException {
    return CollapsedReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private String page() {
    return project.text("target/perf/flame/index.html");
  }

  @Test
  void anArchivedRunAndTheDifferenceOfTwoAreDrawn() throws IOException {
    RunAddress before = recorded(0, 40, "ctimer");
    RunAddress after = recorded(5, 80, "ctimer");

    project.maven(CURRENT, PLUGIN + "flame", "-Dperf.run=main").succeeds().says("Flame graph of");
    assertThat(page()).contains("Cache.hash", "ctimer").doesNotContain("Differential");

    project
        .maven(
            CURRENT,
            PLUGIN + "flame",
            "-Dperf.run=" + after.path(),
            "-Dperf.baseline=" + before.path())
        .succeeds();
    assertThat(page()).contains("Cache.hash costs ", "of the change", "Differential");
    assertThat(project.text("target/perf/flame/1.collapsed")).contains("a/Cache.hash ");
  }

  @Test
  void profilesThatWereTakenInDifferentWaysAreShownAndNotCompared() throws IOException {
    RunAddress before = recorded(0, 40, "itimer");
    RunAddress after = recorded(5, 80, "ctimer");

    project
        .maven(
            CURRENT,
            PLUGIN + "flame",
            "-Dperf.run=" + after.path(),
            "-Dperf.baseline=" + before.path())
        .succeeds()
        .says("taken in different ways", "itimer every 10 ms and ctimer every 10 ms");
    assertThat(page()).contains("are not compared").doesNotContain("of the change");
  }

  @Test
  void profilesOfOtherToolsAreImportedForABenchmark() throws Exception {
    project.write("stacks.collapsed", "a/Main.main;a/Cache.get;a/Cache.<init> 12\nbroken line\n");
    project
        .maven(CURRENT, PLUGIN + "import", "-Dperf.file=stacks.collapsed")
        .breaks()
        .says("perf.benchmark", "docs/errors/invalid-setting.md");
    project
        .maven(
            CURRENT,
            PLUGIN + "import",
            "-Dperf.file=stacks.collapsed",
            "-Dperf.benchmark=a.Cache.get",
            "-Dperf.params=size=10",
            "-Dperf.branch=main")
        .succeeds()
        .says("Imported a profile of a.Cache.get");
    recording(project.path("own.jfr"));
    project
        .maven(
            CURRENT,
            PLUGIN + "import",
            "-Dperf.file=own.jfr",
            "-Dperf.benchmark=a.Cache.put",
            "-Dperf.branch=main")
        .succeeds();

    List<RunAddress> stored = archive().list("it:given-runs", "given-runs");
    assertThat(stored).hasSize(2);
    for (RunAddress address : stored) {
      project.maven(CURRENT, PLUGIN + "flame", "-Dperf.run=" + address.path()).succeeds();
      String drawn = archive().read(address).series().get(0).id().benchmark();
      assertThat(page()).contains(drawn, drawn.endsWith("get") ? "Cache.&lt;init&gt;" : "spin");
    }
    project.maven(CURRENT, PLUGIN + "trend", "-Dperf.trend.branch=main").succeeds();
  }

  @Test
  void aFileOfAnotherToolIsDrawnWithoutAnArchive() {
    project.write("stacks.collapsed", "a/Main.main;a/Cache.get 12\n");
    project.maven(CURRENT, PLUGIN + "flame", "-Dperf.run=stacks.collapsed").succeeds();
    assertThat(page()).contains("Cache.get", "12 samples");
    assertThat(project.path(".perf/archive")).doesNotExist();
  }

  @Test
  void whatHasNoProfileOrIsNoneIsSaid() {
    project
        .maven(CURRENT, PLUGIN + "flame")
        .breaks()
        .says("nothing was measured here yet", "docs/errors/no-profile.md");
    project
        .maven(CURRENT, PLUGIN + "flame", "-Dperf.run=nowhere")
        .breaks()
        .says("holds no run of it with profiles", "docs/errors/no-profile.md");
    project.write("garbage.jfr", "FLR\0 and then nothing that a recording has");
    project
        .maven(CURRENT, PLUGIN + "flame", "-Dperf.run=garbage.jfr")
        .breaks()
        .says("cannot be read as a profile", "docs/errors/import-file-unreadable.md");
  }

  /** What the JVM's own recorder leaves of a busy thread. */
  private static void recording(Path file) throws IOException {
    try (Recording recording = new Recording()) {
      recording.enable("jdk.ExecutionSample").withPeriod(Duration.ofMillis(10));
      recording.start();
      double sum = 0;
      for (int i = 0; i < 40; i++) {
        sum += spin(i);
      }
      recording.stop();
      recording.dump(file);
      assertThat(sum).isPositive();
    }
    assertThat(Files.size(file)).isPositive();
  }

  private static double spin(int seed) {
    double sum = seed;
    for (int i = 1; i < 5_000_000; i++) {
      sum += Math.sqrt(i);
    }
    return sum;
  }
}
