package dev.gnomon.maven;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gnomon.evaluation.Evaluation;
import dev.gnomon.gate.GateDecision;
import dev.gnomon.maven.goal.GithubJob;
import dev.gnomon.maven.goal.Workspace;
import dev.gnomon.report.console.ConsoleTable;
import dev.gnomon.report.text.Visible;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/** Turns the gate's decision into the end of the goal, after everything is on disk. */
final class Deciding {
  /** Reasons quote what benchmarks printed and are called, and Maven prints them as they are. */
  private static final int LONGEST_REASON = 500;

  private Deciding() {}

  /** Tells what was found, on the console and to a GitHub job. */
  static void tell(Evaluation evaluation, Workspace workspace, Log log) {
    // Maven 4 puts a prefix before everything printed by the usual stream; a workflow command must
    // start its line.
    PrintStream raw = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
    new GithubJob(System.getenv(), raw, log::warn).tell(evaluation);
    ConsoleTable.lines(evaluation, workspace.report().toString()).forEach(log::info);
  }

  /**
   * Passes, or throws what Maven calls this end.
   *
   * @throws MojoFailureException if the policy forbids what was found
   * @throws MojoExecutionException if there was nothing to judge by
   */
  static void conclude(Evaluation evaluation, Workspace workspace, Log log)
      throws MojoExecutionException, MojoFailureException {
    GateDecision decision = evaluation.decision();
    switch (decision.outcome()) {
      case PASSED -> log.debug(decision.sentence());
      case FAILED -> throw new MojoFailureException(message(decision, workspace, "regression"));
      case COULD_NOT_JUDGE ->
          throw new MojoExecutionException(
              message(
                  decision,
                  workspace,
                  evaluation.baseline().isEmpty() ? "no-baseline" : "could-not-judge"));
    }
  }

  private static String message(GateDecision decision, Workspace workspace, String page) {
    StringBuilder message = new StringBuilder(decision.sentence());
    decision
        .reasons()
        .forEach(
            reason ->
                message
                    .append(System.lineSeparator())
                    .append(Visible.line(reason, LONGEST_REASON)));
    message.append(System.lineSeparator()).append("Report: ").append(workspace.report());
    return Messages.withPage(message.toString(), "docs/errors/" + page + ".md");
  }
}
