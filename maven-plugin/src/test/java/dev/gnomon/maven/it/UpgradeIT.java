package dev.gnomon.maven.it;

import static dev.gnomon.maven.it.MavenUnderTest.CURRENT;
import static dev.gnomon.maven.it.MavenUnderTest.PLUGIN;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What another version of a dependency costs, asked of a real Maven. */
class UpgradeIT {
  private static final String BEFORE_MERGE = PLUGIN + "before-merge";

  @TempDir static Path workspace;

  /** A library whose second version works forty times as long, and comes with another one. */
  @BeforeAll
  static void publish() throws IOException {
    publish("added", "1", "public static int size() { return 40_000; }", "");
    publish("library", "1", work("1_000"), "");
    publish(
        "library",
        "2",
        work("it.library.Added.size()"),
        "<dependencies><dependency><groupId>it.library</groupId><artifactId>added</artifactId>"
            + "<version>1</version></dependency></dependencies>");
  }

  private static String work(String size) {
    return """
    public static long work(long seed) {
      long sum = seed;
      for (int i = 0; i < %s; i++) {
        sum += i ^ (sum << 1);
      }
      return sum;
    }
    """
        .formatted(size);
  }

  private static void publish(String artifact, String version, String body, String more)
      throws IOException {
    Path place =
        Files.createDirectories(
            MavenUnderTest.REPOSITORY.resolve("it/library/" + artifact + "/" + version));
    String name = artifact.equals("added") ? "Added" : "Library";
    Path source = workspace.resolve(name + ".java");
    Files.writeString(
        source, "package it.library;\npublic final class " + name + " {\n" + body + "}\n");
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-d",
                workspace.toString(),
                "-cp",
                workspace.toString(),
                source.toString());
    assertThat(status).isZero();
    String entry = "it/library/" + name + ".class";
    Path jar = place.resolve(artifact + "-" + version + ".jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      out.putNextEntry(new JarEntry(entry));
      Files.copy(workspace.resolve(entry), out);
    }
    Files.writeString(
        place.resolve(artifact + "-" + version + ".pom"),
        "<project><modelVersion>4.0.0</modelVersion><groupId>it.library</groupId><artifactId>"
            + artifact
            + "</artifactId><version>"
            + version
            + "</version>"
            + more
            + "</project>");
  }

  private static ItProject project(String use) {
    ItProject project = ItProject.copy("suite-in-tests", "upgrade-" + use);
    project.write(
        "pom.xml",
        project
            .text("pom.xml")
            .replaceFirst(
                "<dependencies>",
                "<dependencies><dependency><groupId>it.library</groupId><artifactId>library"
                    + "</artifactId><version>1</version></dependency>"));
    project.write(
        "src/test/java/it/suite/Using.java",
        """
        package it.suite;

        import org.openjdk.jmh.annotations.Benchmark;
        import org.openjdk.jmh.annotations.BenchmarkMode;
        import org.openjdk.jmh.annotations.Mode;

        @BenchmarkMode(Mode.AverageTime)
        public class Using {
          @Benchmark
          public long work() {
            return it.library.Library.work(7);
          }
        }
        """);
    return project;
  }

  private static BuildResult run(ItProject project, String... more) {
    return project.maven(CURRENT, ShortPlan.with(4, BEFORE_MERGE, more));
  }

  @Test
  void whatAnotherVersionCostsIsMeasuredWithoutGit() {
    ItProject project = project("costs");

    run(project, "-Dperf.upgrade=it.library:library:2", "-Dperf.includes=Using")
        .fails()
        .says("on it.library:library:2 instead of it.library:library:1")
        .says("SLOWER", "Using.work");
    assertThat(project.text("target/perf/evaluation.json"))
        .contains("side by side with the same code on it.library:library:1");
  }

  @Test
  void whatCannotBeUpgradedIsSaid() {
    ItProject project = project("refused");

    run(project, "-Dperf.upgrade=it.library:library:1")
        .succeeds()
        .says("There is nothing to compare: suite-in-tests has it.library:library:1 already.");
    run(project, "-Dperf.upgrade=it.library:libary:2")
        .breaks()
        .says("perf.upgrade names it.library:libary", "it.library:library:1");
    run(project, "-Dperf.upgrade=it.library:library:9")
        .breaks()
        .says("cannot be resolved with [it.library:library:9]", "upgrade-not-found.md");
    run(project, "-Dperf.upgrade=library").breaks().says("expected group:artifact:version");
  }
}
