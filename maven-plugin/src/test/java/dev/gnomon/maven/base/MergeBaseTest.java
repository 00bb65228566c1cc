package dev.gnomon.maven.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gnomon.environment.probe.GitProbe;
import dev.gnomon.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergeBaseTest {
  @TempDir Path directory;
  private TestRepository repository;
  private String root;

  @BeforeEach
  void oneCommitOnMain() {
    repository = TestRepository.in(directory.resolve("with space"));
    root = repository.head();
  }

  private static MergeBase mergeBase(TestRepository where, boolean deepen) {
    return new MergeBase(new Git(where.directory()), new GitProbe(Map.of()), deepen);
  }

  private BasePoint find() {
    return mergeBase(repository, false).find(Optional.empty());
  }

  private BasePoint find(String named) {
    return mergeBase(repository, false).find(Optional.of(named));
  }

  private static void fails(Runnable search, String code, String... words) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(search::run)
        .withMessageContainingAll(words)
        .extracting(ProblemException::code)
        .isEqualTo(code);
  }

  @Test
  void aBranchIsComparedWithWhereItLeftTheDefaultBranch() {
    repository.git("checkout", "--quiet", "-b", "topic");
    String head = repository.commit("topic");
    repository.git("checkout", "--quiet", "main");
    repository.commit("main goes on");
    repository.git("checkout", "--quiet", "topic");

    assertThat(find()).isEqualTo(new BasePoint(root, "main", head, LocalChanges.of(List.of())));
    assertThat(find("main").commit()).isEqualTo(root);
  }

  @Test
  void theRemotesBranchOutranksALocalOneThatIsBehind() {
    String second = repository.commit("two");
    TestRepository clone = repository.cloned(directory.resolve("clone"));
    clone.git("checkout", "--quiet", "-b", "topic");
    clone.commit("topic");
    clone.git("branch", "--force", "main", root);

    assertThat(mergeBase(clone, false).find(Optional.empty()).commit()).isEqualTo(second);
    assertThat(mergeBase(clone, false).find(Optional.of("main")).commit()).isEqualTo(root);
  }

  @Test
  void whatIsNamedMayBeABranchOfTheRemoteATagOrACommit() {
    repository.git("branch", "release/1");
    repository.git("tag", "v1");
    String second = repository.commit("two");
    TestRepository clone = repository.cloned(directory.resolve("clone"));

    assertThat(mergeBase(clone, false).find(Optional.of("release/1")).commit()).isEqualTo(root);
    assertThat(find("v1").commit()).isEqualTo(root);
    assertThat(find(root.substring(0, 9)).commit()).isEqualTo(root);
    assertThat(find("HEAD~1"))
        .extracting(BasePoint::commit, BasePoint::head)
        .containsExactly(root, second);
  }

  @Test
  void theDefaultBranchItselfIsComparedWithWhatIsNotPushed() {
    TestRepository clone = repository.cloned(directory.resolve("clone"));
    assertThat(mergeBase(clone, false).find(Optional.empty()).nothingToCompare()).isTrue();

    clone.commit("not pushed");

    assertThat(mergeBase(clone, false).find(Optional.empty()).commit()).isEqualTo(root);
  }

  @Test
  void aCleanBaseIsNothingToCompareAndADirtyOneIsComparedWithItself() throws IOException {
    assertThat(find().nothingToCompare()).isTrue();

    repository.write("target/classes/A.class", "");
    assertThat(find().nothingToCompare()).isTrue();

    repository.write("new file", "");
    Files.writeString(repository.directory().resolve("code"), "2");
    assertThat(find())
        .returns(true, BasePoint::atHead)
        .returns(false, BasePoint::nothingToCompare)
        .extracting(BasePoint::changes)
        .isEqualTo(new LocalChanges(List.of("code", "new file"), 2));
  }

  @Test
  void manyChangesAreCountedAndSomeAreNamed() {
    for (int i = 10; i < 60; i++) {
      repository.write("new/" + i, "");
    }

    assertThat(find().changes().paths()).hasSize(20);
    assertThat(find().changes().note())
        .contains(
            "50 changed or new files are in no commit and so of the candidate alone: new/10, new/11, new/12 and others.");
  }

  @Test
  void aDetachedHeadAndASubdirectoryMakeNoDifference() {
    repository.write("sub dir/code", "1");
    String second = repository.commit("two");
    repository.git("checkout", "--quiet", "--detach");
    Git below = new Git(repository.directory().resolve("sub dir"));

    assertThat(new MergeBase(below, new GitProbe(Map.of()), false).find(Optional.of("HEAD~1")))
        .extracting(BasePoint::commit, BasePoint::head)
        .containsExactly(root, second);
  }

  @Test
  void theServersTargetBranchIsTheDefault() {
    repository.git("branch", "release");
    repository.commit("two");
    GitProbe server = new GitProbe(Map.of("GITHUB_BASE_REF", "release"));

    assertThat(new MergeBase(new Git(repository.directory()), server, false).find(Optional.empty()))
        .extracting(BasePoint::commit, BasePoint::label)
        .containsExactly(root, "release");
  }

  @Test
  void aNameThatNamesNothingIsSaidOnOneVisibleLine() {
    fails(() -> find("mian"), "base-unknown", "\"mian\"", "-Dperf.base", "git fetch origin");
    fails(() -> find("a\nb"), "base-unknown", "\"a\\nb\"");
    fails(() -> find("--all"), "base-unknown", "\"--all\"");
    fails(() -> find("main..main"), "base-unknown", "main..main");
  }

  @Test
  void withoutADefaultBranchOneMustBeNamed() {
    repository.git("branch", "--move", "main", "own");

    fails(() -> find(), "base-unknown", "No branch to compare with is known", "-Dperf.base=");
  }

  @Test
  void historiesWithNothingInCommonAreAProblem() {
    repository.git("checkout", "--quiet", "--orphan", "pages");
    repository.commit("another beginning");

    fails(() -> find(), "no-merge-base", "main", "no commit in common", "-Dperf.base=HEAD~1");
  }

  @Test
  void outsideOfARepositoryAndBeforeTheFirstCommitThereIsNoBase() throws IOException {
    TestRepository none = new TestRepository(Files.createDirectory(directory.resolve("none")));
    fails(
        () -> mergeBase(none, false).find(Optional.empty()), "not-a-repository", "mvn perf:check");

    TestRepository empty = TestRepository.empty(directory.resolve("empty"));
    fails(() -> mergeBase(empty, false).find(Optional.empty()), "base-unknown", "git commit");
  }

  @Test
  void aShallowCloneIsDeepenedOnlyWhereThatIsAllowed() {
    repository.git("checkout", "--quiet", "-b", "topic");
    for (int i = 0; i < 60; i++) {
      repository.commit("topic " + i);
    }
    repository.git("checkout", "--quiet", "main");
    repository.commit("main goes on");
    TestRepository shallow =
        repository.cloned(
            directory.resolve("shallow"), "--depth=1", "--no-single-branch", "--branch=topic");

    fails(
        () -> mergeBase(shallow, false).find(Optional.of("main")),
        "no-merge-base",
        "shallow clone",
        "git fetch --unshallow",
        "-Dperf.git.deepen=true");

    assertThat(mergeBase(shallow, true).find(Optional.of("main")).commit()).isEqualTo(root);
  }

  @Test
  void whatACiServerClonedWithoutABranchIsFetched() {
    // As actions/checkout does: one commit, detached, and no branch of the remote.
    repository.git("checkout", "--quiet", "-b", "topic");
    String topic = repository.commit("topic");
    TestRepository server = TestRepository.empty(directory.resolve("server"));
    server.git("remote", "add", "origin", "file://" + repository.directory());
    server.git("fetch", "--quiet", "--depth=1", "origin", topic);
    server.git("checkout", "--quiet", "--detach", topic);

    fails(() -> mergeBase(server, false).find(Optional.of("main")), "base-unknown", "\"main\"");
    assertThat(mergeBase(server, true).find(Optional.of("main")).commit()).isEqualTo(root);
  }

  @Test
  void historyThatTheRemoteDoesNotSendIsAProblem() throws IOException {
    repository.commit("two");
    TestRepository shallow = repository.cloned(directory.resolve("shallow"), "--depth=1");
    shallow.git("remote", "set-url", "origin", "file:///no/such/repository");
    shallow.git("branch", "other", "HEAD");
    shallow.git("checkout", "--quiet", "--orphan", "topic");
    shallow.commit("another beginning");

    fails(
        () -> mergeBase(shallow, true).find(Optional.of("other")),
        "no-merge-base",
        "origin did not send it");
  }

  @Test
  void aCommitThatIsAskedForIsTakenAsItIs() {
    repository.git("checkout", "--quiet", "-b", "side");
    String side = repository.commit("side");
    repository.git("checkout", "--quiet", "main");

    assertThat(mergeBase(repository, false).exactly("side").commit()).isEqualTo(side);
  }
}
