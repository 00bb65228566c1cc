package dev.gnomon.maven.it;

import static dev.gnomon.maven.it.MavenUnderTest.CURRENT;
import static dev.gnomon.maven.it.MavenUnderTest.PLUGIN;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The doctor on this machine, whatever it is like: what is asserted is that it looks and tells. */
class DoctorIT {
  private final ItProject project;

  DoctorIT(TestInfo test) {
    project =
        ItProject.copy(
            "given-runs",
            "doctor-"
                + test.getTestMethod().orElseThrow().getName()
                + test.getDisplayName().replaceAll("[^0-9A-Za-z]+", "-"));
  }

  private BuildResult doctor(MavenUnderTest maven, String... arguments) {
    return project.maven(
        maven,
        Stream.concat(Stream.of(PLUGIN + "doctor"), Stream.of(arguments)).toArray(String[]::new));
  }

  @Test
  void itMeasuresTriesTheProfilerAndLeavesNothingBesideItsOutput() throws IOException {
    doctor(CURRENT)
        .succeeds()
        .says(
            "Gnomon · doctor ·",
            "steadiness: spread of equal work",
            "doctor.json",
            "docs/doctor.md");

    assertThat(project.text("target/perf/doctor.json"))
        .startsWith("{\"schema\":\"gnomon-doctor/1\"")
        .contains("\"name\":\"cpu\"", "\"name\":\"memory\"", "\"name\":\"allocation\"")
        .contains("\"id\":\"steadiness\"", "\"id\":\"probe-jvm\"", "\"id\":\"profiler\"");
    assertThat(left(project.path("")))
        .containsExactlyInAnyOrder(".mvn", "build.log", "pom.xml", "target");
    assertThat(left(project.path("target"))).containsExactly("perf");
    assertThat(left(project.path("target/perf")))
        .contains("doctor.json", "ruler.log")
        .isSubsetOf("doctor.json", "ruler.log", "native");
  }

  private static List<String> left(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  @Test
  void withoutProcItTellsWhatItCanAndThatScoresStayPlain() {
    String nowhere = project.path("nowhere").toString();

    doctor(CURRENT, "-Dgnomon.root=" + nowhere, "-Dperf.jvmArgs=-Dgnomon.root=" + nowhere)
        .succeeds()
        .says("steadiness: spread of equal work", "by wall time", "plain score", "caveat")
        .doesNotSay("without waiting");
    assertThat(project.text("target/perf/doctor.json"))
        .contains("\"id\":\"schedstat\",\"severity\":\"warning\"", "\"uncontendedSpread\":\"NaN\"");
  }

  @Test
  void aJvmThatDoesNotStartIsAFindingWhichFailsOnlyWhereAskedTo() {
    doctor(CURRENT, "-Dperf.jvmArgs=-XX:+NoSuchFlag")
        .succeeds()
        .says("PROBLEM", "probe JVM", "NoSuchFlag", "perf.jvmArgs");
    doctor(CURRENT, "-Dperf.jvmArgs=-XX:+NoSuchFlag", "-Dperf.doctor.strict=true")
        .fails()
        .says("perf.doctor.strict is set, and the doctor found: probe-jvm", "docs/doctor.md");
  }

  @Test
  void aJdkThatIsNotThereIsAnErrorWithItsRemedy() {
    doctor(CURRENT, "-Dperf.jvm=" + project.path("no-jdk"))
        .breaks()
        .says("perf.jvm is", "docs/errors/jvm-not-found.md");
  }

  @ParameterizedTest
  @EnumSource(MavenUnderTest.class)
  void everyMavenRunsItWithoutAProject(MavenUnderTest maven) throws IOException {
    Files.delete(project.path("pom.xml"));

    // A JVM that ends at once: whether it is started at all is what differs.
    project
        .maven(maven, Map.of(), PLUGIN + "doctor", "-Dperf.jvmArgs=-XX:+NoSuchFlag")
        .succeeds()
        .says("NoSuchFlag");

    assertThat(project.path("target/perf/doctor.json")).isNotEmptyFile();
  }
}
