package dev.gnomon.maven.base;

import dev.gnomon.problem.ProblemException;
import dev.gnomon.report.text.Visible;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The commits from a good one to a bad one, along first parents: what was merged counts as one
 * change, as it came into the branch.
 *
 * @param commits full ids; the good one first, the bad one last, at least two
 */
public record CommitRange(List<String> commits) {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int LONGEST = 200;
  private static final int MOST_LINES = 20;

  public CommitRange {
    commits = List.copyOf(commits);
  }

  /**
   * The commits between two revisions.
   *
   * @throws ProblemException {@code bisect-range} where a revision names no commit, or the good one
   *     comes not before the bad one; {@code git-not-found}, {@code not-a-repository}
   */
  public static CommitRange of(BaseRequest request, String good, String bad) {
    Git git = git(request);
    git.top();
    String first = commit(git, "perf.good", good);
    String last = commit(git, "perf.bad", bad);
    if (first.equals(last) || !git.run(PATIENCE, "merge-base", "--is-ancestor", first, last).ok()) {
      throw new ProblemException(
          "bisect-range",
          "perf.good is %s and perf.bad is %s: expected a commit and a later one that has it among its ancestors. Exchange them, or name others: -Dperf.good=v1.4 -Dperf.bad=HEAD."
              .formatted(Visible.line(good, LONGEST), Visible.line(bad, LONGEST)));
    }
    List<String> commits = new ArrayList<>(List.of(first));
    git.require(
            "list the commits from good to bad",
            PATIENCE,
            "rev-list",
            "--first-parent",
            "--reverse",
            first + ".." + last)
        .lines()
        .forEach(commits::add);
    return new CommitRange(commits);
  }

  private static Git git(BaseRequest request) {
    return new Git(request.module().rootPom().getParent());
  }

  private static String commit(Git git, String property, String revision) {
    return git.commit(revision)
        .orElseThrow(
            () ->
                new ProblemException(
                    "bisect-range",
                    "%s is %s, which names no commit in %s. Expected a branch, a tag or a commit: -D%s=v1.4."
                        .formatted(
                            property, Visible.line(revision, LONGEST), git.directory(), property)));
  }

  /** What a commit says of itself and which files it changed, in lines fit for a terminal. */
  public static List<String> described(BaseRequest request, String commit) {
    return git(request)
        .answer(
            "show",
            "--no-color",
            "--no-ext-diff",
            "--first-parent",
            "--stat=100",
            "--date=short",
            "--format=%h %an, %ad: %s",
            commit,
            "--")
        .map(text -> text.lines().limit(MOST_LINES).map(line -> Visible.line(line, LONGEST)))
        .map(lines -> lines.filter(line -> !line.isBlank()).toList())
        .orElse(List.of());
  }
}
