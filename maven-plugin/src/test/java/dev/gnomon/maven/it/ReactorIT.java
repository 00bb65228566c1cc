package dev.gnomon.maven.it;

import static dev.gnomon.maven.it.MavenUnderTest.CURRENT;
import static dev.gnomon.maven.it.MavenUnderTest.OLDEST;
import static dev.gnomon.maven.it.MavenUnderTest.PLUGIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gnomon.archive.directory.RunFile;
import dev.gnomon.model.Origin;
import dev.gnomon.model.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** Several modules, and benchmarks that were built elsewhere. */
class ReactorIT {
  private static final List<String> JMH =
      List.of(
          "org/openjdk/jmh/jmh-core/%s/jmh-core-%s.jar",
          "net/sf/jopt-simple/jopt-simple/5.0.4/jopt-simple-5.0.4.jar",
          "org/apache/commons/commons-math3/3.6.1/commons-math3-3.6.1.jar");

  private final String use;

  ReactorIT(TestInfo test) {
    use = test.getTestMethod().orElseThrow().getName();
  }

  @Test
  void benchmarksInMainOfTheirOwnModuleAreMeasuredAndTheOthersSkipped() {
    ItProject reactor = ItProject.copy("reactor", use).committed();

    reactor
        .maven(OLDEST, ShortPlan.with(1, PLUGIN + "record"))
        .succeeds()
        .says("library has no JMH on its class path: skipped.", "Recorded 1 benchmarks");

    Run run = RunFile.read(reactor.path("benchmarks/target/perf/run.json"));
    assertThat(run.series()).hasSize(1);
    assertThat(run.origin())
        .extracting(Origin::project, Origin::module)
        .containsExactly("it:reactor", "benchmarks");
    assertThat(reactor.path(".perf/archive")).isDirectory();
    assertThat(reactor.path("benchmarks/.perf")).doesNotExist();
  }

  @Test
  void aReactorWithNothingToMeasureIsAnError() throws IOException {
    ItProject reactor = ItProject.copy("reactor", use);
    Files.delete(reactor.path("benchmarks/src/main/java/it/suite/SumBenchmark.java"));

    reactor
        .maven(CURRENT, ShortPlan.with(1, PLUGIN + "check"))
        .breaks()
        .says("No module of this build has anything to measure", "docs/errors/no-benchmarks.md");
  }

  @Test
  void aFilterMayNameTheBenchmarksOfOneModule() {
    ItProject reactor = ItProject.copy("reactor", use).committed();
    String root = reactor.text("pom.xml");
    reactor.write("pom.xml", root.replace("<module>plain", "<module>second</module><module>plain"));
    reactor.write(
        "second/pom.xml", reactor.text("benchmarks/pom.xml").replace(">benchmarks<", ">second<"));
    reactor.write(
        "second/src/main/java/it/suite/OtherBenchmark.java",
        reactor
            .text("benchmarks/src/main/java/it/suite/SumBenchmark.java")
            .replace("SumBenchmark", "OtherBenchmark"));

    reactor
        .maven(CURRENT, ShortPlan.with(1, PLUGIN + "record", "-Dperf.includes=OtherBenchmark"))
        .succeeds()
        .says("benchmarks has no benchmark that the filters name: skipped.", "Recorded 1 bench");
    reactor.write(
        "second/src/main/java/it/suite/OtherBenchmark.java",
        "package it.suite;\n\npublic class OtherBenchmark {}\n");
    reactor
        .maven(CURRENT, ShortPlan.with(1, PLUGIN + "check", "-Dperf.includes=OtherBenchmark"))
        .breaks()
        .says("second has no compiled benchmarks, and ", " holds runs of it.");
    reactor
        .maven(CURRENT, ShortPlan.with(1, PLUGIN + "run", "-Dperf.includes=Missing"))
        .breaks()
        .says("No module of this build has anything to measure", "No benchmark matches");
  }

  @Test
  void twoModulesOfAParallelBuildMeasureOneAfterTheOther() {
    ItProject reactor = ItProject.copy("reactor", use).committed();
    String root = reactor.text("pom.xml");
    reactor.write("pom.xml", root.replace("<module>plain", "<module>second</module><module>plain"));
    reactor.write(
        "second/pom.xml", reactor.text("benchmarks/pom.xml").replace(">benchmarks<", ">second<"));
    reactor.write(
        "second/src/main/java/it/suite/SumBenchmark.java",
        reactor.text("benchmarks/src/main/java/it/suite/SumBenchmark.java"));

    reactor
        .maven(CURRENT, ShortPlan.with(2, "test-compile", "-T2", PLUGIN + "record"))
        .succeeds()
        .says("which is measuring on this machine.");

    assertThat(List.of("benchmarks", "second"))
        .allSatisfy(
            module -> {
              Run run = RunFile.read(reactor.path(module).resolve("target/perf/run.json"));
              assertThat(run.series().get(0).goodForks()).hasSize(2);
            });
  }

  @Test
  void aPrebuiltJarIsMeasuredWithNothingElseOnTheClassPath() throws IOException {
    ItProject suite = ItProject.copy("suite-in-tests", use);
    suite.maven(CURRENT, "test-compile", "-Pprocessor").succeeds();
    ItProject project = ItProject.copy("given-runs", use);
    benchmarksJar(suite.path("target/test-classes"), project.path("benchmarks.jar"));

    project
        .maven(CURRENT, ShortPlan.with(1, PLUGIN + "run", "-Dperf.jar=benchmarks.jar"))
        .succeeds();

    assertThat(RunFile.read(project.path("target/perf/run.json")).series()).hasSize(2);
    project
        .maven(CURRENT, PLUGIN + "before-merge", "-Dperf.jar=benchmarks.jar")
        .breaks()
        .says("the benchmarks of one build, which both sides would run");
  }

  /** What the shade plugin would build: the classes, and JMH with all it needs. */
  private static void benchmarksJar(Path classes, Path jar) throws IOException {
    String version = MavenUnderTest.required("project.jmh.version");
    Path repository = Path.of(MavenUnderTest.required("gnomon.local-repository"));
    Set<String> written = new HashSet<>();
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar));
        var files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = classes.relativize(file).toString();
        written.add(name);
        add(out, name, Files.readAllBytes(file));
      }
      for (String library : JMH) {
        try (ZipFile zip =
            new ZipFile(repository.resolve(library.replace("%s", version)).toFile())) {
          for (ZipEntry entry : zip.stream().filter(e -> written.add(e.getName())).toList()) {
            add(out, entry.getName(), zip.getInputStream(entry).readAllBytes());
          }
        }
      }
    }
  }

  private static void add(ZipOutputStream out, String name, byte[] content) throws IOException {
    out.putNextEntry(new ZipEntry(name));
    out.write(content);
    out.closeEntry();
  }
}
