package dev.gnomon.maven.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gnomon.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorktreeTest {
  @TempDir Path directory;
  private TestRepository repository;
  private Git git;
  private Path place;
  private String first;

  @BeforeEach
  void twoCommits() {
    repository = TestRepository.in(directory.resolve("with space"));
    first = repository.head();
    repository.write("code", "2");
    repository.commit("two");
    git = new Git(repository.directory());
    place = repository.directory().resolve("target/perf/base");
  }

  private void leavesNothing() throws IOException {
    assertThat(repository.git("worktree", "list").lines()).hasSize(1);
    try (var left = Files.list(place)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void theCommitIsThereUntilItIsClosedAndTheCheckoutIsUntouched() throws IOException {
    repository.write("code", "3");
    try (Worktree worktree = Worktree.add(git, place, first)) {
      assertThat(worktree.root().resolve("code")).hasContent("1");
      assertThat(worktree.root()).startsWith(place.toRealPath());
      assertThat(worktree.notes()).isEmpty();
    }
    leavesNothing();
    assertThat(repository.directory().resolve("code")).hasContent("3");
    assertThat(repository.git("branch", "--list").lines()).hasSize(1);
  }

  @Test
  void whatABuildThatWasKilledLeftIsRemoved() throws IOException {
    Path locked = place.resolve("tree-locked");
    repository.git("worktree", "add", "--lock", "--detach", locked.toString(), first);
    Path changed = place.resolve("tree-changed");
    repository.git("worktree", "add", "--detach", changed.toString(), first);
    Files.writeString(changed.resolve("code"), "changed");
    Path unregistered = Files.createDirectories(place.resolve("tree-unregistered/deep"));
    Files.writeString(unregistered.resolve("file"), "");
    Files.createSymbolicLink(unregistered.resolve("link"), repository.directory());
    Path gone = place.resolve("tree-gone");
    repository.git("worktree", "add", "--lock", "--detach", gone.toString(), first);
    FileTree.delete(gone);

    try (Worktree worktree = Worktree.add(git, place, first)) {
      assertThat(repository.git("worktree", "list").lines()).hasSize(2);
      assertThat(place.toFile().list()).containsExactly(worktree.root().getFileName().toString());
    }
    leavesNothing();
    assertThat(repository.directory().resolve("code")).exists();
  }

  @Test
  void theSameCommitAgainAfterAKillIsNoObstacle() throws IOException {
    Worktree killed = Worktree.add(git, place, first);
    repository.git("worktree", "lock", killed.root().toString());
    try (Worktree again = Worktree.add(git, place, first)) {
      assertThat(again.root().resolve("code")).hasContent("1");
    }
    leavesNothing();
  }

  @Test
  void anotherTargetDirectoryThatWasCleanedAwayIsNoObstacle() throws IOException {
    Worktree.add(git, place, first);
    FileTree.delete(repository.directory().resolve("target"));

    Worktree.add(git, place, first).close();

    leavesNothing();
  }

  @Test
  void worktreesOfTheUserStayAlsoOnAMediumThatIsNotThere() throws IOException {
    Path own = directory.resolve("tree-own");
    repository.git("worktree", "add", "--detach", own.toString(), first);
    Path unplugged = directory.resolve("unplugged");
    repository.git("worktree", "add", "--detach", unplugged.toString(), first);
    FileTree.delete(unplugged);

    Worktree.add(git, place, first).close();

    assertThat(own.resolve("code")).exists();
    assertThat(repository.git("worktree", "list").lines()).hasSize(3);
  }

  @Test
  void hooksOfTheUserDoNotRun() throws IOException {
    Path hook = repository.directory().resolve(".git/hooks/post-checkout");
    Files.createDirectories(hook.getParent());
    Files.writeString(hook, "#!/bin/sh\ntouch '" + directory + "/ran'\n");
    Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwxr-xr-x"));

    Worktree.add(git, place, first).close();

    assertThat(directory.resolve("ran")).doesNotExist();
  }

  @Test
  void aCommitThatCannotBeCheckedOutLeavesNothing() {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> Worktree.add(git, place, "0".repeat(40)))
        .withMessageContaining("git could not check the base out")
        .returns("git-failed", ProblemException::code);
    assertThat(repository.git("worktree", "list").lines()).hasSize(1);
  }

  @Test
  void anInterruptDoesNotKeepTheWorktreeFromBeingRemoved() throws IOException {
    Worktree worktree = Worktree.add(git, place, first);
    Thread.currentThread().interrupt();
    worktree.close();

    assertThat(Thread.interrupted()).isTrue();
    leavesNothing();
  }

  @Test
  void anInterruptWhileItIsCheckedOutLeavesNothing() throws Exception {
    // A filter that takes its time is where a checkout is interrupted most likely.
    repository.write(".gitattributes", "code filter=slow\n");
    String filtered = repository.commit("slow");
    Path started = directory.resolve("started");
    repository.git("config", "filter.slow.smudge", "sleep 600 & touch '" + started + "'; wait");
    AtomicReference<Throwable> end = new AtomicReference<>();
    Thread adding = new Thread(() -> Worktree.add(git, place, filtered).close());
    adding.setUncaughtExceptionHandler((thread, failure) -> end.set(failure));
    adding.start();
    while (adding.isAlive() && !Files.exists(started)) {
      Thread.sleep(20);
    }
    adding.interrupt();
    adding.join();

    assertThat(end.get())
        .isInstanceOfSatisfying(
            ProblemException.class, problem -> assertThat(problem.code()).isEqualTo("interrupted"));
    leavesNothing();
  }

  @Test
  void submodulesAreFilledFromTheCheckoutAtTheCommitOfTheBase() throws IOException {
    TestRepository inner = TestRepository.in(directory.resolve("inner"));
    TestRepository library = TestRepository.in(directory.resolve("library"));
    library.git("submodule", "--quiet", "add", "file://" + inner.directory(), "deep");
    library.commit("with a submodule");
    repository.git("submodule", "--quiet", "add", "file://" + library.directory(), "lib dir");
    repository.git("submodule", "--quiet", "update", "--init", "--recursive");
    String base = repository.commit("with a submodule");
    library.write("code", "2");
    library.commit("two");
    repository.git("submodule", "--quiet", "update", "--remote");
    repository.commit("newer submodule");
    String settings = Files.readString(repository.directory().resolve(".git/config"));
    FileTree.delete(library.directory());
    FileTree.delete(inner.directory());

    try (Worktree worktree = Worktree.add(git, place, base)) {
      assertThat(worktree.notes()).isEmpty();
      assertThat(worktree.root().resolve("lib dir/code")).hasContent("1");
      assertThat(worktree.root().resolve("lib dir/deep/code")).hasContent("1");
    }
    leavesNothing();
    assertThat(repository.directory().resolve(".git/config")).hasContent(settings);
    assertThat(repository.directory().resolve("lib dir/code")).hasContent("2");
  }

  @Test
  void aSubmoduleThatIsNotCheckedOutIsANote() {
    TestRepository library = TestRepository.in(directory.resolve("library"));
    repository.git("submodule", "--quiet", "add", "file://" + library.directory(), "lib");
    repository.commit("with a submodule");
    TestRepository clone = repository.cloned(directory.resolve("clone"));

    try (Worktree worktree =
        Worktree.add(
            new Git(clone.directory()), clone.directory().resolve("target"), clone.head())) {
      assertThat(worktree.notes())
          .containsExactly(
              "Submodule lib is not checked out here, so the base is built without it.");
    }
  }
}
