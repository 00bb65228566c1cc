package dev.gnomon.maven.it;

import static dev.gnomon.maven.it.MavenUnderTest.CURRENT;
import static dev.gnomon.maven.it.MavenUnderTest.PLUGIN;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bases that are checked out and built by a real Maven. */
class BaseIT {
  private static final String BASE = PLUGIN + "base";

  private final String use;

  BaseIT(TestInfo test) {
    use =
        test.getTestMethod().orElseThrow().getName()
            + test.getDisplayName().replaceAll("[^0-9A-Za-z]+", "-");
  }

  /** Files of one name below a directory. */
  private static List<Path> named(Path directory, String name) throws IOException {
    try (var files = Files.walk(directory)) {
      return files.filter(file -> file.getFileName().toString().equals(name)).toList();
    }
  }

  private static void leavesNoWorktree(ItProject project) throws IOException {
    assertThat(project.git("worktree", "list").lines()).hasSize(1);
    assertThat(project.path("target/perf/base").toFile().list())
        .isSubsetOf("cache", "build.log", "lock");
  }

  @ParameterizedTest
  @EnumSource(MavenUnderTest.class)
  void theBaseOfAModuleIsBuiltByEveryMavenAndOnce(MavenUnderTest maven) throws IOException {
    ItProject reactor = ItProject.copy("reactor", use).committed();
    reactor.git("checkout", "--quiet", "-b", "topic");
    reactor.write(
        "library/src/main/java/it/library/Added.java", "package it.library; class Added {}");
    reactor.commit("library");
    String[] goal = {BASE, "-pl", "benchmarks", "-Dunused=a b", "-Dmaven.test.skip=true"};

    reactor
        .maven(maven, goal)
        .succeeds()
        .says("Building the base", "The base of benchmarks is", "(main), built now");

    leavesNoWorktree(reactor);
    Path cache = reactor.path("target/perf/base/cache");
    assertThat(named(cache, "Sum.class")).hasSize(1);
    assertThat(named(cache, "SumBenchmark.class")).hasSize(1);
    assertThat(named(cache, "Added.class")).isEmpty();
    assertThat(Files.readString(named(cache, "manifest").get(0)))
        .contains("jmh-core-" + MavenUnderTest.required("project.jmh.version") + ".jar");
    assertThat(reactor.path("library/target")).doesNotExist();

    reactor
        .maven(maven, goal)
        .succeeds()
        .says("(main), built before")
        .doesNotSay("Building the base");
  }

  @Test
  void anotherCommitWithAnotherPomIsBuiltAnew() throws IOException {
    ItProject project = ItProject.copy("suite-in-tests", use).committed();
    project.git("checkout", "--quiet", "-b", "topic");
    project.write("src/main/java/it/Added.java", "package it; class Added {}");
    project.commit("main code");
    project.write("pom.xml", project.text("pom.xml").replace("${jmh.version}", "1.21"));
    project.commit("older JMH");
    project.write("pom.xml", project.text("pom.xml").replace("1.21", "${jmh.version}"));

    project
        .maven(CURRENT, BASE, "-Pprocessor")
        .succeeds()
        .says("1 changed or new file is in no commit and so of the candidate alone: pom.xml.")
        .says("(main), built now");
    assertThat(named(project.path("target/perf/base/cache"), "BenchmarkList"))
        .as("the profile reaches the build of the base")
        .hasSize(1);

    project
        .maven(CURRENT, BASE, "-Pprocessor", "-Dperf.base=HEAD")
        .succeeds()
        .says("(HEAD), built now");

    assertThat(named(project.path("target/perf/base/cache"), "Added.class")).hasSize(1);
    assertThat(named(project.path("target/perf/base/cache"), "manifest"))
        .anySatisfy(file -> assertThat(file).content().contains("jmh-core-1.21.jar"))
        .hasSize(2);
    project.maven(CURRENT, BASE, "-Pprocessor").succeeds().says("(main), built before");
    project.maven(CURRENT, BASE).succeeds().says("(main), built now");
  }

  @Test
  void aBaseThatDoesNotCompileIsAnErrorThatShowsTheFirstOne() throws IOException {
    ItProject project = ItProject.copy("suite-in-tests", use).committed();
    project.write(
        "src/test/java/it/suite/Broken.java", "package it.suite; class Broken { int x = ; }");
    project.commit("broken");
    Files.delete(project.path("src/test/java/it/suite/Broken.java"));
    project.commit("mended");

    project
        .maven(CURRENT, BASE, "-Dperf.base=HEAD~1")
        .breaks()
        .says("(HEAD~1) does not build", "src/test/java/it/suite/Broken.java:[1,42]")
        .says("docs/errors/base-does-not-build.md")
        .doesNotSay("    -> [Help");

    leavesNoWorktree(project);
    assertThat(project.path("target/perf/base/build.log")).content().contains("Broken.java");
    project.maven(CURRENT, BASE, "-Dperf.base=HEAD~2").succeeds().says("built now");
    project.maven(CURRENT, BASE).succeeds().says("There is nothing to compare");
  }

  @Test
  void aModuleThatTheBaseLacksIsNoError() {
    ItProject reactor = ItProject.copy("reactor", use).committed();
    reactor.git("checkout", "--quiet", "-b", "topic");
    reactor.write(
        "pom.xml",
        reactor.text("pom.xml").replace("<module>plain", "<module>added</module><module>plain"));
    reactor.write("added/pom.xml", reactor.text("plain/pom.xml").replace(">plain<", ">added<"));

    reactor
        .maven(CURRENT, BASE, "-pl", "added")
        .succeeds()
        .says("(main) has no module added in its place, so every benchmark of it is new.");

    reactor.write("pom.xml", reactor.text("pom.xml").replace("<module>added</module>", ""));
    reactor.commit("a directory that is no module");
    reactor.write(
        "pom.xml",
        reactor.text("pom.xml").replace("<module>plain", "<module>added</module><module>plain"));
    reactor
        .maven(CURRENT, BASE, "-pl", "added", "-Dperf.base=HEAD")
        .succeeds()
        .says("(HEAD) has no module added in its place");
  }

  private Process startedUntilTheBaseIsBuilt(ItProject project) throws Exception {
    Process maven = project.start(CURRENT, Map.of(), project.path("build.log"), BASE);
    while (maven.isAlive() && !Files.exists(project.path("target/perf/base/build.log"))) {
      Thread.sleep(20);
    }
    return maven;
  }

  @Test
  void killedWhileTheBaseIsBuiltTheNextStartBuildsIt() throws Exception {
    ItProject project = ItProject.copy("suite-in-tests", use).committed();
    project.write("src/main/java/it/Added.java", "package it; class Added {}");
    Process maven = startedUntilTheBaseIsBuilt(project);
    maven.descendants().toList().forEach(ProcessHandle::destroyForcibly);
    maven.destroyForcibly().waitFor();
    assertThat(project.git("worktree", "list").lines()).hasSize(2);

    project.maven(CURRENT, BASE).succeeds().says("(main), built now");

    leavesNoWorktree(project);
  }

  @Test
  void stoppedWhileTheBaseIsBuiltNothingIsLeft() throws Exception {
    ItProject project = ItProject.copy("suite-in-tests", use).committed();
    project.write("src/main/java/it/Added.java", "package it; class Added {}");
    Process maven = startedUntilTheBaseIsBuilt(project);
    List<ProcessHandle> children = maven.descendants().toList();

    // What a CI server sends.
    maven.destroy();

    assertThat(maven.waitFor()).isNotZero();
    assertThat(children).isNotEmpty().noneMatch(ProcessHandle::isAlive);
    leavesNoWorktree(project);
  }
}
