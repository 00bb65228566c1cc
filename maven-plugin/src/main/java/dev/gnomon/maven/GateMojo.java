package dev.gnomon.maven;

import dev.gnomon.evaluation.Evaluation;
import dev.gnomon.maven.goal.Reporting;
import dev.gnomon.model.Run;
import dev.gnomon.report.Profiles;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;

/** What every goal that measures and then decides can be told. */
abstract class GateMojo extends MeasuringMojo {
  /** Smallest worsening of time that matters: <code>3%</code> or <code>0.03</code>. */
  @Parameter(property = "perf.threshold", defaultValue = "3%")
  String threshold;

  /** Probability that a build without any regression fails, all benchmarks together. */
  @Parameter(property = "perf.alpha", defaultValue = "0.05")
  String alpha;

  /**
   * Rules for some benchmarks or metrics; the first that matches judges, and those of <code>
   * perf.threshold</code> stand behind them: <code>
   * &lt;rules&gt;&lt;rule&gt;&lt;benchmarks&gt;*.Cache.*&lt;/benchmarks&gt;
   * &lt;threshold&gt;10%&lt;/threshold&gt;&lt;/rule&gt;&lt;/rules&gt;</code>.
   */
  @Parameter List<RuleConfiguration> rules = new ArrayList<>();

  /** Whether a regression fails the build; otherwise it only warns. */
  @Parameter(property = "perf.failOnRegression", defaultValue = "true")
  boolean failOnRegression;

  /** Whether a benchmark that the data cannot decide fails the build. */
  @Parameter(property = "perf.failOnInconclusive", defaultValue = "false")
  boolean failOnInconclusive;

  /**
   * What a benchmark does that failed, or that the stored baseline has and this run has not: <code>
   * fail</code>, <code>warn</code>, <code>pass</code>.
   */
  @Parameter(property = "perf.onMissingBenchmark", defaultValue = "fail")
  String onMissingBenchmark;

  /** File of what was accepted, relative to the top directory of the build. */
  @Parameter(property = "perf.accepted", defaultValue = ".perf/accepted.json")
  String accepted;

  /** Whether style and script of the report go into files beside the page. */
  @Parameter(property = "perf.externalAssets", defaultValue = "false")
  boolean externalAssets;

  /**
   * Whether history that a shallow clone lacks is fetched from the remote. Default: on CI servers,
   * which set <code>CI=true</code>.
   */
  @Parameter(property = "perf.git.deepen")
  Boolean deepen;

  /** Writes every output, and tells what was found. */
  final void report(Evaluation evaluation, Run candidate, List<Run> baseline, Profiles archived) {
    new Reporting(workspace(), execution.getVersion(), externalAssets)
        .write(evaluation, candidate, baseline, archived);
    Deciding.tell(evaluation, workspace(), getLog());
  }
}
