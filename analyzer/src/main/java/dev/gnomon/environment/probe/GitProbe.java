package dev.gnomon.environment.probe;

import dev.gnomon.model.Revision;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Asks git what code is at hand; without git, or outside a repository, nothing is known. */
public final class GitProbe {
  private static final Pattern COMMIT_AND_TIME = Pattern.compile("([0-9a-f]{40,64})\n([0-9]+)\n");

  /** An entry of git's status is two letters, a blank and a path. */
  private static final int PATH_AT = 3;

  /** What a build writes itself makes no change to the code. */
  private static final Set<String> OWN = Set.of("target", ".perf");

  /** A package may be called target, too. */
  private static final Pattern SOURCE =
      Pattern.compile("(^|/)src/[^/]+/(java|kotlin|scala|groovy|resources)/");

  private final CiServer server;

  /**
   * A probe.
   *
   * @param environment environment variables, by which CI servers tell the branch of a detached
   *     head
   */
  public GitProbe(Map<String, String> environment) {
    this.server = new CiServer(environment);
  }

  /**
   * What is checked out at a directory; {@link Revision#UNKNOWN} where git cannot tell. A tree is
   * dirty where a file is changed or new, outside of {@code target/} and {@code .perf/}.
   */
  public Revision revision(Path directory) {
    Optional<String> head = git(directory, "log", "-1", "--no-show-signature", "--format=%H%n%ct");
    return head.map(COMMIT_AND_TIME::matcher)
        .filter(matcher -> matcher.matches())
        .map(
            matcher ->
                new Revision(
                    matcher.group(1),
                    branch(directory, matcher.group(1)),
                    dirty(directory),
                    Optional.of(Instant.ofEpochSecond(Long.parseLong(matcher.group(2))))))
        .orElse(Revision.UNKNOWN);
  }

  private String branch(Path directory, String commit) {
    return git(directory, "symbolic-ref", "--quiet", "--short", "HEAD")
        .map(String::strip)
        .or(() -> server.branch(commit))
        .orElse("");
  }

  /** Where git cannot say, the tree counts as dirty: a dirty run is no baseline. */
  private boolean dirty(Path directory) {
    return changes(directory).map(paths -> !paths.isEmpty()).orElse(true);
  }

  /**
   * Paths of what is changed or new and not committed, outside of {@code target/} and {@code
   * .perf/}, relative to the top of the checkout; empty where git cannot say. A list of more than a
   * megabyte is cut.
   */
  public Optional<List<String>> changes(Path directory) {
    return git(directory, "status", "--porcelain", "-z", "--no-renames", "--untracked-files=all")
        .map(text -> Arrays.stream(text.split("\0")).filter(GitProbe::isChange))
        .map(entries -> entries.map(entry -> entry.substring(PATH_AT)).toList());
  }

  private static boolean isChange(String entry) {
    if (entry.length() <= PATH_AT) {
      return false;
    }
    String path = entry.substring(PATH_AT);
    return SOURCE.matcher(path).find() || Stream.of(path.split("/")).noneMatch(OWN::contains);
  }

  /**
   * The branch that changes are merged into: the one that the CI server names as a change's target,
   * else the remote's head, else main or master or git's own default, if there is one.
   */
  public Optional<String> defaultBranch(Path directory) {
    return server
        .target()
        .or(() -> remoteHead(directory))
        .or(server::defaultBranch)
        .or(() -> usualBranch(directory));
  }

  /** Who would commit here, as git is configured; empty where it does not know. */
  public Optional<String> author(Path directory) {
    return git(directory, "config", "--get", "user.name")
        .map(String::strip)
        .filter(name -> !name.isEmpty());
  }

  private static Optional<String> remoteHead(Path directory) {
    return git(directory, "symbolic-ref", "--quiet", "refs/remotes/origin/HEAD")
        .map(text -> text.strip().substring("refs/remotes/origin/".length()));
  }

  private static Optional<String> usualBranch(Path directory) {
    List<String> names = new ArrayList<>(List.of("main", "master"));
    git(directory, "config", "--get", "init.defaultBranch")
        .map(String::strip)
        .ifPresent(names::add);
    return names.stream().filter(name -> exists(directory, name)).findFirst();
  }

  private static boolean exists(Path directory, String branch) {
    return Stream.of("refs/heads/", "refs/remotes/origin/")
        .anyMatch(
            place -> git(directory, "rev-parse", "--verify", "-q", place + branch).isPresent());
  }

  private static Optional<String> git(Path directory, String... arguments) {
    return new GitCommand(directory).answer(arguments);
  }
}
