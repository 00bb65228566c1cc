package dev.gnomon.maven.goal;

import dev.gnomon.archive.directory.RunFile;
import dev.gnomon.compare.Baseline;
import dev.gnomon.evaluation.Evaluation;
import dev.gnomon.evaluation.RunSummary;
import dev.gnomon.gate.Glob;
import dev.gnomon.gate.Judgement;
import dev.gnomon.json.EvaluationJson;
import dev.gnomon.model.Run;
import dev.gnomon.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the last {@code check} left in the workspace: enough to look at its verdict again.
 *
 * @param run the run it judged
 * @param baseline what it compared with
 * @param evaluation what it concluded
 */
public record LastCheck(Run run, Baseline baseline, Evaluation evaluation) {

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
    List<Run> runs = Judging.replay(workspace);
    return new LastCheck(run, new Baseline(runs, evaluation.baselineChoice()), evaluation);
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
