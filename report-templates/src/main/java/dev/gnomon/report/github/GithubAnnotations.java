package dev.gnomon.report.github;

import dev.gnomon.evaluation.Evaluation;
import java.util.List;

/** Workflow commands that GitHub Actions turns into annotations when they are printed. */
public final class GithubAnnotations {
  private GithubAnnotations() {}

  /** At most ten lines, worst first, each a command of its own to print as it is. */
  public static List<String> lines(Evaluation evaluation) {
    return List.of(evaluation.decision().sentence()).subList(1, 1);
  }
}
