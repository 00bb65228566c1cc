package dev.gnomon.environment.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gnomon.model.Revision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against the real git. */
final class GitProbeTest {
  private static final Map<String, String> IDENTITY =
      Map.of(
          "GIT_AUTHOR_NAME", "A",
          "GIT_AUTHOR_EMAIL", "a@example.org",
          "GIT_COMMITTER_NAME", "A",
          "GIT_COMMITTER_EMAIL", "a@example.org",
          "GIT_COMMITTER_DATE", "2026-11-01T12:00:00Z",
          "GIT_CONFIG_GLOBAL", "/dev/null",
          "GIT_CONFIG_SYSTEM", "/dev/null");

  @TempDir Path directory;
  private Path repository;

  @BeforeEach
  void commit() throws IOException {
    assumeTrue(
        new Command(directory, Map.of(), Duration.ofSeconds(60))
            .answer(List.of("git", "version"))
            .isPresent(),
        "git is not installed");
    repository = Files.createDirectory(directory.resolve("repository"));
    git("init", "--quiet", "--initial-branch=main");
    Files.writeString(repository.resolve("code"), "1");
    Files.createDirectory(repository.resolve("module"));
    git("add", ".");
    git("commit", "--quiet", "--message=one");
  }

  @Test
  void aCleanTreeTellsItsCommitBranchAndTime() {
    Revision revision = probe().revision(repository);
    assertThat(revision.commit()).isEqualTo(git("rev-parse", "HEAD"));
    assertThat(revision.branch()).isEqualTo("main");
    assertThat(revision.dirty()).isFalse();
    assertThat(revision.committedAt()).contains(Instant.parse("2026-11-01T12:00:00Z"));
  }

  @Test
  void aModuleBelowTheRootTellsTheSame() {
    assertThat(probe().revision(repository.resolve("module")))
        .isEqualTo(probe().revision(repository));
  }

  @Test
  void changesAnywhereInTheTreeMakeItDirty() throws IOException {
    Files.writeString(repository.resolve("code"), "2");
    assertThat(probe().revision(repository.resolve("module")).dirty()).isTrue();
  }

  @Test
  void aNewFileMakesItDirty() throws IOException {
    Files.writeString(repository.resolve("module/new file"), "");
    assertThat(probe().revision(repository).dirty()).isTrue();
  }

  @Test
  void whatABuildWritesDoesNotMakeItDirty() throws IOException {
    for (String own : List.of("target/classes/A.class", "module/target/x", ".perf/archive/v1/y")) {
      Files.createDirectories(repository.resolve(own).getParent());
      Files.writeString(repository.resolve(own), "");
    }
    assertThat(probe().revision(repository).dirty()).isFalse();
  }

  @Test
  void aSourceInAPackageCalledTargetMakesItDirty() throws IOException {
    Path source = repository.resolve("module/src/main/java/app/target/New.java");
    Files.createDirectories(source.getParent());
    Files.writeString(source, "");
    assertThat(probe().revision(repository).dirty()).isTrue();
    assertThat(probe().changes(repository.resolve("module")))
        .contains(List.of("module/src/main/java/app/target/New.java"));
  }

  @Test
  void outsideOfARepositoryNothingIsKnown() {
    assertThat(probe().revision(directory)).isEqualTo(Revision.UNKNOWN);
    assertThat(probe().revision(directory.resolve("missing"))).isEqualTo(Revision.UNKNOWN);
    assertThat(probe().defaultBranch(directory)).isEmpty();
    assertThat(probe().changes(directory)).isEmpty();
  }

  @Test
  void beforeTheFirstCommitNothingIsKnown() throws IOException {
    Path empty = Files.createDirectory(directory.resolve("empty"));
    run(empty, "init", "--quiet");
    assertThat(probe().revision(empty)).isEqualTo(Revision.UNKNOWN);
  }

  @Test
  void aDetachedHeadTakesItsBranchFromTheServer() {
    git("checkout", "--quiet", "--detach");
    String head = git("rev-parse", "HEAD");
    assertThat(probe().revision(repository).branch()).isEmpty();
    assertThat(probe("GITHUB_REF_NAME", "main", "GITHUB_SHA", head).revision(repository).branch())
        .isEqualTo("main");
    assertThat(probe("CI_COMMIT_BRANCH", "topic").revision(repository).branch()).isEqualTo("topic");
    assertThat(probe("GIT_BRANCH", "origin/topic").revision(repository).branch())
        .isEqualTo("topic");
    assertThat(probe("BUILD_SOURCEBRANCH", "refs/heads/a/b").revision(repository).branch())
        .isEqualTo("a/b");
  }

  @Test
  void theServerDoesNotSpeakForAnotherCommit() {
    git("checkout", "--quiet", "--detach");
    assertThat(
            probe("GITHUB_REF_NAME", "topic", "GITHUB_SHA", "0".repeat(40))
                .revision(repository)
                .branch())
        .isEmpty();
  }

  @Test
  void aBranchThatIsCheckedOutOutranksTheServer() {
    assertThat(probe("GITHUB_REF_NAME", "topic").revision(repository).branch()).isEqualTo("main");
  }

  @Test
  void aChangeFromACopysMainBranchIsNotMain() {
    git("checkout", "--quiet", "--detach");
    assertThat(
            probe(
                    "GITHUB_HEAD_REF", "main",
                    "GITHUB_BASE_REF", "main",
                    "GITHUB_REF", "refs/pull/7/merge")
                .revision(repository)
                .branch())
        .isEqualTo("refs/pull/7/merge");
  }

  @Test
  void aTagIsNoBranch() {
    git("checkout", "--quiet", "--detach");
    assertThat(
            probe("GITHUB_REF_NAME", "v1", "GITHUB_REF_TYPE", "tag").revision(repository).branch())
        .isEmpty();
  }

  @Test
  void theDefaultBranchIsTheChangesTargetElseTheRemotesHeadElseTheUsualOne() {
    assertThat(probe().defaultBranch(repository)).contains("main");
    git("branch", "--move", "main", "master");
    assertThat(probe().defaultBranch(repository)).contains("master");
    git("branch", "--move", "master", "own");
    assertThat(probe().defaultBranch(repository)).isEmpty();
    git("config", "init.defaultBranch", "own");
    assertThat(probe().defaultBranch(repository)).contains("own");
    git("update-ref", "refs/remotes/origin/trunk", "HEAD");
    git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/trunk");
    assertThat(probe().defaultBranch(repository)).contains("trunk");
    assertThat(probe("GITHUB_BASE_REF", "release").defaultBranch(repository)).contains("release");
  }

  @Test
  void aHooksVariablesDoNotMislead() throws IOException {
    Path other = Files.createDirectory(directory.resolve("other"));
    run(other, "init", "--quiet");
    Command misled =
        new Command(
            repository,
            Map.of("GIT_DIR", other.resolve(".git").toString()),
            Duration.ofSeconds(60));
    assertThat(misled.answer(List.of("git", "rev-parse", "HEAD"))).isEmpty();
    assertThat(probe().revision(repository).commit()).isNotEmpty();
  }

  @Test
  void aCommandThatTakesTooLongIsGivenUp() {
    Command impatient = new Command(directory, Map.of(), Duration.ofMillis(50));
    assertThat(impatient.answer(List.of("sleep", "600"))).isEmpty();
  }

  private static GitProbe probe(String... namesAndValues) {
    Map<String, String> variables = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      variables.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return new GitProbe(variables);
  }

  private String git(String... arguments) {
    return run(repository, arguments);
  }

  private static String run(Path where, String... arguments) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(Arrays.asList(arguments));
    return new Command(where, IDENTITY, Duration.ofSeconds(60))
        .answer(command)
        .orElseThrow(() -> new AssertionError(command + " failed"))
        .strip();
  }
}
