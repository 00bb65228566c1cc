package dev.gnomon.maven.base;

import dev.gnomon.environment.probe.GitProbe;
import dev.gnomon.problem.ProblemException;
import dev.gnomon.report.text.Visible;
import java.util.List;
import java.util.Optional;

/**
 * Finds the commit that a change began from.
 *
 * @param git the repository
 * @param probe knows the branch that changes are merged into
 * @param deepen whether what is missing may be fetched
 */
record MergeBase(Git git, GitProbe probe, boolean deepen) {
  private static final int LONGEST = 100;

  /**
   * The merge base of what is checked out with a revision.
   *
   * @param named {@code perf.base}; else the branch that changes are merged into
   * @throws ProblemException {@code git-not-found}, {@code not-a-repository}, {@code base-unknown},
   *     {@code no-merge-base}
   */
  BasePoint find(Optional<String> named) {
    String head = head();
    String name = named.or(() -> probe.defaultBranch(git.directory())).orElseThrow(MergeBase::none);
    Target target = named.isPresent() ? Target.named(name) : Target.branch(name);
    tip(target);
    String base =
        common(target, head)
            .or(() -> git.shallow() ? deepened(target, head) : Optional.empty())
            .orElseThrow(() -> unrelated(target));
    return point(base, name, head);
  }

  /**
   * A commit itself, whatever it has in common with the one that is checked out.
   *
   * @throws ProblemException as {@link #find}
   */
  BasePoint exactly(String revision) {
    return point(tip(Target.named(revision)), revision, head());
  }

  private BasePoint point(String commit, String label, String head) {
    List<String> changes = probe.changes(git.directory()).orElseThrow(this::unknownChanges);
    return new BasePoint(commit, Visible.line(label, LONGEST), head, LocalChanges.of(changes));
  }

  /** Taken for none, changes that are not known would let a gate pass that looked at nothing. */
  private ProblemException unknownChanges() {
    return new ProblemException(
        "git-failed",
        "git could not list within 20 s what is changed in %s. Expected git status to end well; run it once by hand, which is faster from then on, and start the goal again."
            .formatted(git.directory()));
  }

  private String head() {
    git.top();
    return git.commit("HEAD")
        .orElseThrow(
            () ->
                new ProblemException(
                    "base-unknown",
                    "%s has no commit yet, so there is nothing to compare with. Commit first: git commit."
                        .formatted(git.directory())));
  }

  private String tip(Target target) {
    return target
        .commit(git)
        .or(
            () ->
                deepen && new Deepening(git).bring(target) ? target.commit(git) : Optional.empty())
        .orElseThrow(
            () ->
                new ProblemException(
                    "base-unknown",
                    "The base to compare with is \"%s\", which names no commit in %s: expected a branch, a tag or a commit. Correct -Dperf.base, or bring it here: git fetch origin."
                        .formatted(Visible.line(target.name(), LONGEST), git.directory())));
  }

  private Optional<String> common(Target target, String head) {
    return target
        .commit(git)
        .flatMap(tip -> git.answer("merge-base", tip, head))
        .flatMap(text -> text.lines().findFirst());
  }

  private Optional<String> deepened(Target target, String head) {
    return deepen
        ? new Deepening(git).until(target, head, () -> common(target, head))
        : Optional.empty();
  }

  private ProblemException unrelated(Target target) {
    String name = Visible.line(target.name(), LONGEST);
    return git.shallow()
        ? new ProblemException(
            "no-merge-base",
            "The merge base with %s is not in %s, which is a shallow clone%s. Run git fetch --unshallow, or let this goal fetch what it needs: -Dperf.git.deepen=true."
                .formatted(name, git.directory(), deepen ? ", and origin did not send it" : ""))
        : new ProblemException(
            "no-merge-base",
            "%s and what is checked out in %s have no commit in common, and a comparison begins at one. Name the commit to compare with: -Dperf.base=HEAD~1."
                .formatted(name, git.directory()));
  }

  private static ProblemException none() {
    return new ProblemException(
        "base-unknown",
        "No branch to compare with is known: neither a CI server nor the remote names one, and there is no main or master. Name a branch, tag or commit: -Dperf.base=HEAD~1; or run git remote set-head origin --auto.");
  }
}
