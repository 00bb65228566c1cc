package dev.gnomon.maven.goal;

import dev.gnomon.archive.KeptArchive;
import dev.gnomon.archive.Pin;
import dev.gnomon.archive.RunAddress;
import dev.gnomon.archive.RunName;
import dev.gnomon.model.Revision;
import dev.gnomon.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds what a name is to be given to.
 *
 * @param archive where its runs must be
 * @param project whose runs they are; an archive may hold those of many
 * @param commits the commit that git knows a text as, if any
 */
public record Pinning(
    KeptArchive archive, String project, Function<String, Optional<String>> commits) {

  /**
   * A pin of what a text names: the path of one run, a commit or a tag whose runs are there, or the
   * newest clean run of a branch.
   *
   * @throws ProblemException {@code pin-without-run}, {@code invalid-setting}
   */
  public Pin of(String name, String revision) {
    List<RunAddress> all =
        archive.all().stream()
            .filter(address -> address.path().startsWith(RunName.project(project)))
            .toList();
    Optional<RunAddress> run =
        all.stream().filter(address -> address.path().equals(revision)).findFirst();
    if (run.isPresent()) {
      Revision measured = archive.readHead(run.get()).revision();
      return pin(name, measured.commit(), Optional.of(revision));
    }
    Optional<String> commit =
        RunName.locate(revision).isPresent()
            ? Optional.empty()
            : commits
                .apply(revision)
                .filter(id -> measured(all, id))
                .or(() -> newest(all, revision));
    return commit
        .map(id -> pin(name, id, Optional.empty()))
        .orElseThrow(
            () ->
                new ProblemException(
                    "pin-without-run",
                    "%s cannot be pinned as %s: %s holds no clean run of it. Record one first (mvn perf:record with it checked out), or name another commit, tag, branch or run: -Dperf.revision=…"
                        .formatted(revision, name, archive.place())));
  }

  private boolean measured(List<RunAddress> all, String commit) {
    return all.stream()
        .filter(address -> !address.commit().isEmpty() && commit.startsWith(address.commit()))
        .map(address -> archive.readHead(address).revision())
        .anyMatch(found -> found.commit().equals(commit) && !found.dirty());
  }

  private Optional<String> newest(List<RunAddress> all, String text) {
    return all.stream()
        .map(address -> archive.readHead(address).revision())
        .filter(found -> !found.dirty())
        .filter(found -> found.branch().equals(text) || isStart(text, found.commit()))
        .map(Revision::commit)
        .filter(commit -> !commit.isEmpty())
        .findFirst();
  }

  /** A commit may be known to the archive and not to git: a shallow clone lacks most. */
  private static boolean isStart(String text, String commit) {
    return text.matches("[0-9a-f]{7,64}") && commit.startsWith(text);
  }

  private static Pin pin(String name, String commit, Optional<String> path) {
    try {
      return new Pin(name, commit.matches("[0-9a-f]{7,64}") ? commit : "", path);
    } catch (IllegalArgumentException e) {
      throw new ProblemException("invalid-setting", "perf.pin: " + e.getMessage() + ".", e);
    }
  }
}
