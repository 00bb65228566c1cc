package dev.gnomon.maven.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gnomon.maven.base.Preparation.ModuleNotInBase;
import dev.gnomon.maven.base.Preparation.NothingToCompare;
import dev.gnomon.maven.base.Preparation.Ready;
import dev.gnomon.problem.ProblemException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a real git and a Maven that only pretends. */
class BasePreparationTest {
  @TempDir Path directory;
  private TestRepository repository;
  private FakeMaven maven;
  private Path project;
  private String first;
  private final List<String> told = new ArrayList<>();

  @BeforeEach
  void aProjectInASubdirectoryWithACommitOnABranch() {
    assumeTrue(File.separatorChar == '/', "the pretended Maven is a shell script");
    maven = FakeMaven.in(directory.resolve("maven"), FakeMaven.COMPILES);
    repository = TestRepository.in(directory.resolve("with space"));
    project = repository.directory().resolve("sub + dir");
    repository.write("sub + dir/pom.xml", "<project/>");
    repository.write("sub + dir/code", "base");
    first = repository.commit("base");
    repository.git("checkout", "--quiet", "-b", "topic");
    repository.write("sub + dir/code", "candidate");
    repository.commit("candidate");
  }

  private BaseRequest request(Map<String, String> properties) {
    ModulePlace place = new ModulePlace("app", project, project.resolve("pom.xml"), true, project);
    return new BaseRequest(place, Optional.empty(), false, Map.of(), maven.child(properties));
  }

  private Preparation prepare(BaseRequest request) {
    return new BasePreparation(told::add).prepare(request);
  }

  private PreparedBase ready() {
    Preparation preparation = prepare(request(Map.of()));
    assertThat(preparation).isInstanceOf(Ready.class);
    assertThat(repository.git("worktree", "list").lines()).hasSize(1);
    return ((Ready) preparation).base();
  }

  @Test
  void theBaseIsBuiltOnceAndLeavesNoWorktree() {
    PreparedBase built = ready();
    assertThat(built)
        .returns(first, PreparedBase::commit)
        .returns("main", PreparedBase::label)
        .returns(false, PreparedBase::fromCache)
        .returns(List.of(), PreparedBase::notes);
    assertThat(built.paths().mainClasses().resolve("code")).hasContent("base");
    assertThat(built.paths().mainClasses()).startsWith(project.resolve("target/perf/base/cache"));
    assertThat(built.paths().base()).isEqualTo(project);
    assertThat(told)
        .containsExactly("Building the base %s (main)".formatted(first.substring(0, 12)));

    PreparedBase again = ready();
    assertThat(again.fromCache()).isTrue();
    assertThat(again.paths()).isEqualTo(built.paths());
    assertThat(maven.calls()).isEqualTo(1);
  }

  @Test
  void theChildIsCalledAsThisMavenWasButForWhatConcernsThisGoal() {
    prepare(
        request(
            Map.of(
                "revision", "1 2",
                "perf.base", "main",
                "maven.test.skip", "true",
                "skipTests", "false")));

    assertThat(maven.lastCall())
        .containsSubsequence("-B", "-ntp", "-o", "-f", "-P", "fast", "-Drevision=1 2")
        .endsWith("test-compile", "dev.gnomon:perf-maven-plugin:1:class-path")
        .contains("-DskipTests=true", "-Dmaven.test.skip=false")
        .doesNotContain("-pl", "-Dperf.base=main", "-Dmaven.test.skip=true", "-DskipTests=false");
  }

  @Test
  void anotherBasePropertyOrJdkIsBuiltAnew() {
    ready();
    prepare(request(Map.of("revision", "2")));
    assertThat(maven.calls()).isEqualTo(2);

    BaseRequest asked = request(Map.of());
    ChildMaven child = asked.maven();
    prepare(
        new BaseRequest(
            asked.module(),
            asked.base(),
            false,
            Map.of(),
            new ChildMaven(
                child.home(),
                child.version(),
                child.javaHome(),
                "another JDK",
                child.plugin(),
                child.options(),
                child.activeProfiles(),
                child.inactiveProfiles(),
                child.properties())));
    assertThat(maven.calls()).isEqualTo(3);

    Preparation commit = new BasePreparation(told::add).prepareCommit(asked, "topic");
    assertThat(maven.calls()).isEqualTo(4);
    PreparedBase topic = ((Ready) commit).base();
    assertThat(topic.paths().mainClasses().resolve("code")).hasContent("candidate");
    assertThat(topic)
        .returns(repository.head(), PreparedBase::commit)
        .returns("topic", PreparedBase::label);
  }

  @Test
  void changesThatAreInNoCommitAreSaid() {
    repository.write("sub + dir/new", "");

    assertThat(ready().notes())
        .containsExactly(
            "1 changed or new file is in no commit and so of the candidate alone: sub + dir/new.");
  }

  @Test
  void theSameCodeIsNothingToCompare() {
    repository.git("checkout", "--quiet", "main");

    assertThat(prepare(request(Map.of())))
        .isInstanceOfSatisfying(
            NothingToCompare.class,
            nothing -> {
              assertThat(nothing.commit()).isEqualTo(first);
              assertThat(nothing.why()).contains("nothing to compare", "-Dperf.base=HEAD~1");
            });
    assertThat(maven.calls()).isZero();
  }

  @Test
  void aModuleThatTheBaseDoesNotHaveIsAnOutcome() {
    repository.write("new module/pom.xml", "<project/>");
    repository.commit("module");
    project = repository.directory().resolve("new module");

    assertThat(prepare(request(Map.of())))
        .isInstanceOfSatisfying(
            ModuleNotInBase.class,
            absent ->
                assertThat(absent.why())
                    .contains("(main) has no module app", "every benchmark of it is new"));
    assertThat(maven.calls()).isZero();
    assertThat(repository.git("worktree", "list").lines()).hasSize(1);
  }

  @Test
  void aDirectoryThatIsNoModuleOfTheBaseIsTheSameOutcome() {
    maven.does("echo '[ERROR] Could not find the selected project in the reactor: ./app'; exit 1");

    assertThat(prepare(request(Map.of()))).isInstanceOf(ModuleNotInBase.class);
  }

  @Test
  void aBaseThatDoesNotBuildIsSaidWithItsFirstErrors() throws IOException {
    maven.does(
        """
        echo '[INFO] Scanning'
        echo '[ERROR] COMPILATION ERROR : '
        printf '[ERROR] %s/A.java:[1,2] \\033[31mbad\\033[0m\\n' "$module"
        for i in 1 2 3 4 5 6 7 8 9; do echo "[ERROR] more $i"; echo "[ERROR] more $i"; done
        exit 1
        """);
    repository.write("sub + dir/needed", "");

    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> prepare(request(Map.of())))
        .withMessageContainingAll(
            "The base %s (main) does not build".formatted(first.substring(0, 12)),
            "\n    sub + dir/A.java:[1,2] \\u001b[31mbad",
            "more 5",
            "1 changed or new file is in no commit and so of the candidate alone: sub + dir/needed.",
            "target/perf/base/build.log",
            "-Dperf.base=COMMIT",
            "mvn perf:check")
        .withMessageNotContainingAny("more 6", "COMPILATION", "Scanning", "\u001b")
        .returns("base-does-not-build", ProblemException::code);
    assertThat(project.resolve("target/perf/base/build.log")).content().contains("more 9");
    assertThat(repository.git("worktree", "list").lines()).hasSize(1);

    maven.does(FakeMaven.COMPILES);
    assertThat(ready().fromCache()).isFalse();
  }

  @Test
  void aBaseThatWritesWhereTheCandidateDoesIsRefused() {
    maven.does(
        """
        printf 'module app\\nbase x\\nmain %s\\ntest %s\\n' /shared/classes /shared/classes > "$file"
        """);

    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> prepare(request(Map.of())))
        .withMessageContaining("writes its classes to /shared/classes")
        .returns("base-does-not-build", ProblemException::code);
  }

  @Test
  void aMavenThatCannotBeStartedOnceMoreIsSaid() throws IOException {
    Files.delete(maven.home().resolve("bin/mvn"));

    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> prepare(request(Map.of())))
        .withMessageContaining("there is no " + maven.home().resolve("bin/mvn"))
        .returns("maven-not-found", ProblemException::code);
  }

  @Test
  void theBaseIsKeptInItsOwnCheckoutAlsoWhereTheBuildsTopIsAboveIt() {
    ModulePlace below = request(Map.of()).module();
    ModulePlace place = new ModulePlace("app", below.base(), below.rootPom(), true, directory);

    Preparation preparation =
        prepare(new BaseRequest(place, Optional.empty(), false, Map.of(), maven.child(Map.of())));

    assertThat(((Ready) preparation).base().paths().mainClasses())
        .startsWith(repository.directory().resolve("target/perf/base"));
    assertThat(directory.resolve("target")).doesNotExist();
  }

  @Test
  void aCacheThatAChangeBringsAlongIsNotBelieved() {
    ready();
    repository.git("add", "--force", "sub + dir/target/perf/base/cache");
    repository.git("commit", "--quiet", "--message=cache");

    assertThat(ready().fromCache()).isFalse();
  }

  @Test
  void anInterruptEndsTheChildAndRemovesTheWorktree() throws Exception {
    maven.does("sleep 600 & touch '" + directory + "/started'; wait");
    AtomicReference<Throwable> end = new AtomicReference<>();
    Thread building = new Thread(() -> prepare(request(Map.of())));
    building.setUncaughtExceptionHandler((thread, failure) -> end.set(failure));
    building.start();
    while (building.isAlive() && !Files.exists(directory.resolve("started"))) {
      Thread.sleep(20);
    }
    building.interrupt();
    building.join();

    assertThat(end.get())
        .isInstanceOfSatisfying(
            ProblemException.class, problem -> assertThat(problem.code()).isEqualTo("interrupted"));
    assertThat(repository.git("worktree", "list").lines()).hasSize(1);
    assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive)).isEmpty();
  }
}
