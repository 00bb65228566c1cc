package dev.gnomon.archive.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gnomon.archive.ArchiveContract;
import dev.gnomon.archive.KeptArchive;
import dev.gnomon.archive.Mirror;
import dev.gnomon.archive.RecordingProcess;
import dev.gnomon.archive.RunAddress;
import dev.gnomon.archive.directory.DirectoryArchive;
import dev.gnomon.json.SmallRuns;
import dev.gnomon.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class GitArchiveTest extends ArchiveContract {
  private static final String BRANCH = "perf-archive";

  private Remote remote;
  private Path clone;

  @BeforeEach
  void prepare() throws IOException {
    remote = Remote.in(directory.resolve("remote"));
    clone = remote.clone(directory.resolve("clone"));
  }

  @Override
  protected KeptArchive fresh() {
    return GitArchive.open(clone, BRANCH);
  }

  @Override
  protected String opening(int writer) throws IOException {
    Path own = directory.resolve("clone" + writer % 4);
    return "git:" + (Files.exists(own) ? own : remote.clone(own)) + "#" + BRANCH;
  }

  @Override
  protected void damage(RunAddress address) throws IOException {
    Path other = remote.clone(directory.resolve("other"), "--branch=" + BRANCH);
    Files.writeString(other.resolve(address.path()), "{}");
    Remote.git(other, "commit", "--quiet", "--all", "--message=damage");
    Remote.git(other, "push", "--quiet");
  }

  @Test
  void theCheckoutIsLeftAloneAndTheBranchStandsByItself() {
    String before = Remote.git(clone, "status", "--porcelain", "--branch");
    open().add(SmallRuns.one());
    open().add(at(1, SmallRuns.strict()));
    assertThat(Remote.git(clone, "status", "--porcelain", "--branch")).isEqualTo(before);
    assertThat(Remote.git(clone, "rev-parse", "--is-shallow-repository")).isEqualTo("false");
    assertThat(remote.log(BRANCH)).containsExactly("Record 1 run", "Record 1 run");
    assertThat(remote.git("ls-tree", "--name-only", BRANCH)).isEqualTo("v1");
  }

  @Test
  void twoClonesThatPushFiftyTimesEachLoseNothing() throws IOException {
    try (RecordingProcess one = RecordingProcess.start(opening(0), 0, 50);
        RecordingProcess two = RecordingProcess.start(opening(1), 50, 50)) {
      assertThat(one.rest()).hasSize(50);
      assertThat(two.rest()).hasSize(50);
    }
    assertThat(open().all()).hasSize(100);
    assertThat(remote.log(BRANCH)).hasSize(100);
    assertThat(remote.git("rev-list", "--merges", BRANCH)).isEmpty();
  }

  @Test
  void aShallowCloneReadsAndWrites() {
    open().add(SmallRuns.one());
    open().add(at(1, SmallRuns.strict()));
    Path shallow = remote.clone(directory.resolve("shallow"), "--depth=1", "--no-single-branch");
    assertThat(Remote.git(shallow, "rev-parse", "--is-shallow-repository")).isEqualTo("true");
    GitArchive.open(shallow, BRANCH).add(at(2, SmallRuns.strict()));
    Path other = remote.clone(directory.resolve("other"), "--depth=1");
    assertThat(GitArchive.open(other, BRANCH).all()).hasSize(3);
    assertThat(open().all()).hasSize(3);
  }

  @Test
  void withoutARemoteTheBranchIsTheRepositorysOwn() {
    Remote.git(clone, "remote", "remove", "origin");
    RunAddress address = open().add(SmallRuns.one());
    assertThat(open().read(address)).isEqualTo(SmallRuns.one());
    assertThat(Remote.git(clone, "rev-list", "--count", BRANCH)).isEqualTo("1");
  }

  @Test
  void aRemoteOfAnotherNameServesIfItIsTheOnlyOne() {
    Remote.git(clone, "remote", "rename", "origin", "upstream");
    open().add(SmallRuns.one());
    assertThat(open().all()).hasSize(1);
    Remote.git(clone, "remote", "add", "second", "nowhere");
    assertThat(problem(this::open))
        .hasMessageContaining("has the remotes second, upstream and none is called origin");
  }

  @Test
  void aBranchOfCodeIsNoArchive() {
    assertThat(problem(() -> GitArchive.open(clone, "main").add(SmallRuns.one())))
        .hasMessageStartingWith("The branch main is no archive: it holds code.")
        .extracting(ProblemException::code)
        .isEqualTo("archive-branch-foreign");
    assertThat(remote.log("main")).hasSize(1);
  }

  @Test
  void whatTheServerRefusesIsSaidInItsWordsAndNothingIsLost() throws IOException {
    RunAddress before = open().add(SmallRuns.one());
    Path hook = remote.directory().resolve("hooks/update");
    Files.createDirectories(hook.getParent());
    Files.writeString(hook, "#!/bin/sh\necho this branch is protected >&2\nexit 1\n");
    assertThat(hook.toFile().setExecutable(true)).isTrue();
    assertThat(problem(() -> open().add(at(1, SmallRuns.strict()))))
        .hasMessageStartingWith("git:perf-archive cannot be written: git could not push in ")
        .hasMessageContaining("this branch is protected")
        .extracting(ProblemException::code)
        .isEqualTo("archive-not-writable");
    assertThat(open().all()).containsExactly(before);
  }

  @Test
  void aRemoteThatIsNotThereIsSaid() {
    Remote.git(clone, "remote", "set-url", "origin", directory.resolve("gone").toString());
    assertThat(problem(() -> open().all()))
        .hasMessageStartingWith("git:perf-archive cannot be read: git could not fetch from origin")
        .extracting(ProblemException::code)
        .isEqualTo("archive-not-readable");
  }

  @Test
  void aDirectoryWithoutARepositoryIsSaid() throws IOException {
    Path plain = Files.createDirectory(directory.resolve("plain"));
    assertThat(problem(() -> GitArchive.open(plain, BRANCH)).code()).isEqualTo("not-a-repository");
  }

  @Test
  void aNameThatIsNoBranchIsRefused() {
    for (String name :
        new String[] {"", "-f", "--upload-pack=x", "a..b", "a b", "x:refs/heads/main"}) {
      assertThat(problem(() -> GitArchive.open(clone, name)).code()).isEqualTo("invalid-setting");
    }
  }

  @Test
  void aLinkOnTheBranchIsNoRun() throws IOException {
    RunAddress address = open().add(SmallRuns.one());
    Path other = remote.clone(directory.resolve("other"), "--branch=" + BRANCH);
    Path sister =
        other
            .resolve(address.path())
            .resolveSibling("20261102T120000000Z-unknown-00000000.json.gz");
    Files.createSymbolicLink(sister, other.resolve(address.path()));
    Remote.git(other, "add", "--all");
    Remote.git(other, "commit", "--quiet", "--message=link");
    Remote.git(other, "push", "--quiet");
    assertThat(open().all()).containsExactly(address);
  }

  @Test
  void compactingSaysWhyThereIsNothingToGiveBack() {
    assertThat(open().compact())
        .isEqualTo(
            "git:perf-archive holds nothing but runs and its history, which is never rewritten; commits that did not reach it go with git gc");
  }

  @Test
  void manyRunsAreOneCommit() {
    KeptArchive other = new DirectoryArchive(directory.resolve("d"));
    for (int day = 0; day < 7; day++) {
      other.add(at(day, SmallRuns.strict()));
    }
    assertThat(Mirror.copy(other, open())).isEqualTo(7);
    assertThat(remote.log(BRANCH)).containsExactly("Record 7 runs");
  }
}
