package dev.gnomon.report.console;

import dev.gnomon.evaluation.Evaluation;
import dev.gnomon.model.Run;
import java.util.List;

/** What a terminal or a build log shows; no line holds a line break or a control character. */
public final class ConsoleTable {
  private ConsoleTable() {}

  /**
   * An evaluation: what got slower, faster, could not be told, the decision and what to do next.
   *
   * @param reportPath where the report lies, as a user would open it; empty for none
   */
  public static List<String> lines(Evaluation evaluation, String reportPath) {
    return List.of(evaluation.decision().sentence(), reportPath);
  }

  /** A run that is compared with nothing: each benchmark, its value, its interval, its forks. */
  public static List<String> measured(Run run) {
    return List.of(run.revision().label());
  }
}
