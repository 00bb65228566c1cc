package dev.gnomon.maven;

import dev.gnomon.archive.directory.RunFile;
import dev.gnomon.compare.Baseline;
import dev.gnomon.evaluation.Evaluation;
import dev.gnomon.evaluation.Evaluator;
import dev.gnomon.gate.GatePolicy;
import dev.gnomon.gate.Judgement.Effect;
import dev.gnomon.gate.Rule;
import dev.gnomon.maven.goal.Judging;
import dev.gnomon.maven.goal.LastCheck;
import dev.gnomon.maven.goal.Reporting;
import dev.gnomon.model.Run;
import dev.gnomon.problem.ProblemException;
import dev.gnomon.report.Profiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes the reports of the last <code>check</code> again, from <code>run.json</code>, the copy of
 * its baseline and <code>evaluation.json</code>. After <code>run</code> alone it shows that run.
 * Nothing is measured, and the build does not fail for what the report says.
 */
@Mojo(name = "report", threadSafe = true)
public final class ReportMojo extends PerfMojo {
  /**
   * Whether style and script of the report go into files beside the page, for servers whose policy
   * drops inline ones.
   */
  @Parameter(property = "perf.externalAssets", defaultValue = "false")
  boolean externalAssets;

  @Override
  void perform() {
    Path file = workspace().run();
    if (!Files.isRegularFile(file)) {
      throw new ProblemException(
          "run-file-missing",
          "There is no %s to report on. Run mvn perf:check or mvn perf:run first.".formatted(file));
    }
    Run run = RunFile.read(file);
    Optional<Evaluation> checked = LastCheck.evaluationOf(workspace(), run);
    // What an earlier check left behind tells nothing about a run that was measured since.
    List<Run> baseline = checked.isPresent() ? Judging.replay(workspace()) : List.of();
    Evaluation evaluation = checked.orElseGet(() -> unchecked(run));
    new Reporting(workspace(), execution.getVersion(), externalAssets)
        .write(evaluation, run, baseline, Profiles.NONE);
    getLog().info("Report: " + workspace().report());
  }

  private static Evaluation unchecked(Run run) {
    return Evaluator.evaluate(
        run,
        new Baseline(List.of(), "This run was measured, not checked."),
        new GatePolicy(
            Rule.defaults(0.03, Effect.WARNS, Effect.WARNS), 0.05, Effect.WARNS, Effect.PASSES));
  }
}
