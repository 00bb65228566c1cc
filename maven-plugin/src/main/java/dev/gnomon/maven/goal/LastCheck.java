package dev.gnomon.maven.goal;

import dev.gnomon.archive.directory.RunFile;
import dev.gnomon.compare.Asked;
import dev.gnomon.compare.Baseline;
import dev.gnomon.evaluation.Confirmations;
import dev.gnomon.evaluation.Evaluation;
import dev.gnomon.evaluation.Evaluator;
import dev.gnomon.evaluation.Interleaving;
import dev.gnomon.evaluation.RunSummary;
import dev.gnomon.gate.Acceptance;
import dev.gnomon.gate.Glob;
import dev.gnomon.gate.Judgement;
import dev.gnomon.gate.Verdict;
import dev.gnomon.json.EvaluationJson;
import dev.gnomon.maven.goal.PairMeasuring.Sides;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Run;
import dev.gnomon.model.Series;
import dev.gnomon.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the last {@code check} left in the workspace: enough to look at its verdict again.
 *
 * @param run the run it judged
 * @param baseline what it compared with
 * @param confirmation what was measured once more to confirm its suspicions
 * @param evaluation what it concluded
 */
public record LastCheck(
    Run run, Baseline baseline, Optional<Sides> confirmation, Evaluation evaluation) {

  /**
   * Reads it back.
   *
   * @throws ProblemException {@code no-check} where there was none, or its files are of two runs
   */
  public static LastCheck read(Workspace workspace) {
    if (!Files.isRegularFile(workspace.run())) {
      throw none("There is no %s".formatted(workspace.run()));
    }
    Run run = RunFile.read(workspace.run());
    Evaluation evaluation =
        evaluationOf(workspace, run)
            .orElseThrow(() -> none("%s was measured, not checked".formatted(workspace.run())));
    return new LastCheck(
        run, baseline(workspace, evaluation), Judging.confirmation(workspace), evaluation);
  }

  /**
   * What a filter left out, variants of a benchmark too, was not missing then and is not now; nor
   * is a rule for it unused.
   */
  private static Baseline baseline(Workspace workspace, Evaluation evaluation) {
    Set<BenchmarkId> judged =
        evaluation.judgements().stream().map(Judgement::id).collect(Collectors.toSet());
    List<Run> runs = Judging.replay(workspace).stream().map(run -> run.only(judged)).toList();
    return new Baseline(runs, evaluation.baselineChoice(), Asked.exactly(judged));
  }

  /** Judges the same data again. */
  public Evaluation again(List<Acceptance> accepted) {
    Evaluation screened =
        Evaluator.evaluate(
            run, baseline, evaluation.policy(), accepted, knownAsSame(), knownAsUnchanged());
    Evaluation again =
        confirmation
            .map(
                sides ->
                    Confirmations.apply(
                        screened,
                        Interleaving.confirmed(
                            sides.candidate(), sides.baseline(), evaluation.policy(), ids(sides)),
                        accepted))
            .orElse(screened)
            .with(evaluation.attributions());
    return evaluation.drift().map(again::with).orElse(again);
  }

  private static Set<BenchmarkId> ids(Sides sides) {
    return sides.candidate().series().stream().map(Series::id).collect(Collectors.toSet());
  }

  /** That code was the same on both sides was found by reading it, and is not read again. */
  private Set<BenchmarkId> knownAsSame() {
    return evaluation.judgements().stream()
        .filter(judgement -> judgement.verdict() == Verdict.ENVIRONMENT)
        .map(Judgement::id)
        .collect(Collectors.toSet());
  }

  private Map<BenchmarkId, String> knownAsUnchanged() {
    return evaluation.judgements().stream()
        .filter(j -> j.verdict() == Verdict.UNCHANGED && j.change().isEmpty())
        .collect(Collectors.toMap(Judgement::id, Judgement::reason));
  }

  private static ProblemException none(String what) {
    return new ProblemException(
        "no-check", what + ": this goal looks at the last check. Run mvn perf:check first.");
  }

  /** The evaluation of this very run, if the workspace has one. */
  public static Optional<Evaluation> evaluationOf(Workspace workspace, Run run) {
    return Optional.of(workspace.evaluation())
        .filter(Files::isRegularFile)
        .map(LastCheck::decode)
        .filter(evaluation -> evaluation.candidate().equals(RunSummary.of(run)));
  }

  private static Evaluation decode(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return EvaluationJson.decode(in, file.toString());
    } catch (IOException e) {
      throw new ProblemException(
          "evaluation-file-unreadable",
          "%s cannot be read: %s. Delete it, or run mvn perf:check again."
              .formatted(file, e.getMessage()),
          e);
    }
  }

  /**
   * The judgements of the benchmarks that a pattern covers.
   *
   * @throws ProblemException {@code benchmark-unknown} where it covers none
   */
  public List<Judgement> judgements(String pattern) {
    Glob glob = new Glob(pattern);
    List<Judgement> found =
        evaluation.judgements().stream().filter(j -> glob.matches(j.id())).toList();
    if (found.isEmpty()) {
      throw new ProblemException(
          "benchmark-unknown",
          "perf.benchmark is %s, and the last check judged no such benchmark. It judged %s. * stands for any text."
              .formatted(pattern, names()));
    }
    return found;
  }

  private String names() {
    return evaluation.judgements().stream()
        .map(judgement -> ProgressText.name(judgement.id()))
        .distinct()
        .sorted()
        .limit(20)
        .collect(Collectors.joining(", "));
  }
}
