package dev.gnomon.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gnomon.compare.Baseline;
import dev.gnomon.evaluation.Evaluation;
import dev.gnomon.evaluation.Evaluator;
import dev.gnomon.model.Origin;
import dev.gnomon.model.Revision;
import dev.gnomon.model.Run;
import dev.gnomon.report.Examples;
import dev.gnomon.report.Examples.Example;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AdviceTest {
  private static List<String> commands(Evaluation evaluation) {
    return Advice.of(evaluation).stream()
        .map(Advice.Step::command)
        .filter(command -> command.contains("perf.includes"))
        .toList();
  }

  private static Evaluation sideBySide(String base) {
    Example example = Examples.typical();
    Run candidate = renamed(example.candidate(), example.candidate().revision().branch());
    Run baseline = renamed(example.baseline().get(0), base);
    return Evaluator.evaluate(
        candidate, new Baseline(List.of(baseline), ""), example.evaluation().policy());
  }

  private static Run renamed(Run run, String branch) {
    Origin origin = run.origin();
    return new Run(
        new Origin(origin.project(), origin.module(), Origin.INTERLEAVED, origin.toolVersion()),
        new Revision(run.revision().commit(), branch, false, Optional.empty()),
        run.startedAt(),
        run.took(),
        run.environment(),
        run.sampling(),
        run.series(),
        run.notes());
  }

  @Test
  void whatWasFoundAgainstAStoredBaselineIsMeasuredAgainThatWay() {
    assertThat(commands(Examples.typical().evaluation()))
        .isNotEmpty()
        .allMatch(command -> command.startsWith("mvn perf:check "));
  }

  @Test
  void whatWasFoundSideBySideIsMeasuredAgainThatWay() {
    assertThat(commands(sideBySide("main")))
        .isNotEmpty()
        .allMatch(command -> command.startsWith("mvn perf:before-merge -D"))
        .noneMatch(command -> command.contains("perf.upgrade"));
  }

  @Test
  void anUpgradeIsNamedAgain() {
    assertThat(commands(sideBySide("org.example:tokens:1.4")))
        .isNotEmpty()
        .allMatch(command -> command.startsWith("mvn perf:before-merge -Dperf.upgrade='…' -D"));
  }
}
