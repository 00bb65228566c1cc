package dev.gnomon.maven;

import dev.gnomon.archive.BaselineQuery;
import dev.gnomon.archive.RunArchive;
import dev.gnomon.archive.directory.RunFile;
import dev.gnomon.compare.Baseline;
import dev.gnomon.evaluation.Evaluation;
import dev.gnomon.evaluation.Evaluator;
import dev.gnomon.gate.Acceptance;
import dev.gnomon.maven.config.ConfiguredPath;
import dev.gnomon.maven.config.Setting;
import dev.gnomon.maven.goal.ArchivedPlans;
import dev.gnomon.maven.goal.Archiving;
import dev.gnomon.maven.goal.Judging;
import dev.gnomon.maven.goal.Reporting;
import dev.gnomon.model.Origin;
import dev.gnomon.model.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Measures the benchmarks, compares them with their baseline in the archive, writes every report,
 * and then fails the build if a benchmark has become significantly slower. Where it cannot measure
 * or judge, the build ends in an error: it never passes for lack of data.
 */
@Mojo(
    name = "check",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresDependencyResolution = ResolutionScope.TEST,
    threadSafe = true)
@Execute(phase = LifecyclePhase.TEST_COMPILE)
public final class CheckMojo extends MeasuringMojo {
  /**
   * Directory of the archive, relative to the top directory of the build. Default: <code>
   * .perf/archive</code>.
   */
  @Parameter(property = "perf.archive", defaultValue = ".perf/archive")
  String archive;

  /** A run that was measured already, such as <code>target/perf/run.json</code>. */
  @Parameter(property = "perf.run")
  String run;

  /**
   * What to compare with: a branch, a commit, or the file of one run. Default: the branch that
   * changes are merged into, as git knows it, else <code>main</code>.
   */
  @Parameter(property = "perf.baseline")
  String baseline;

  /** How many of the baseline's newest comparable runs to compare with, at most. */
  @Parameter(property = "perf.baselineRuns", defaultValue = "10")
  int baselineRuns;

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
   * What the absence of any baseline does: <code>fail</code>, <code>warn</code>, <code>pass</code>.
   */
  @Parameter(property = "perf.onMissingBaseline", defaultValue = "fail")
  String onMissingBaseline;

  /**
   * What a benchmark does that the baseline has, and that is gone or failed: <code>fail</code>,
   * <code>warn</code>, <code>pass</code>.
   */
  @Parameter(property = "perf.onMissingBenchmark", defaultValue = "fail")
  String onMissingBenchmark;

  /** File of what was accepted, relative to the top directory of the build. */
  @Parameter(property = "perf.accepted", defaultValue = ".perf/accepted.json")
  String accepted;

  /** Whether style and script of the report go into files beside the page. */
  @Parameter(property = "perf.externalAssets", defaultValue = "false")
  boolean externalAssets;

  @Override
  void perform() throws MojoExecutionException, MojoFailureException {
    GateSettings settings = new GateSettings(this);
    // Read first: a typing error must not cost a whole measurement.
    var policy = settings.policy();
    BaselineQuery query = settings.baseline();
    List<Acceptance> acceptances = settings.accepted();
    RunArchive runs = Archiving.open(new Setting("perf.archive", archive), module().reactorRoot());
    Optional<Path> given = ConfiguredPath.read(new Setting("perf.run", run), module().base());
    Optional<Run> measured =
        given.isPresent()
            ? given.map(RunFile::read)
            : measure(ArchivedPlans.of(runs, origin(Origin.MEASURED)));
    if (measured.isPresent()) {
      Run candidate = measured.get();
      if (given.isPresent()) {
        RunFile.write(workspace().run(), candidate);
      }
      Baseline stored = Judging.choose(runs, candidate, query, module().base());
      // A given run is judged whole; one measured just now was asked for no more than this.
      Baseline chosen =
          given.isPresent() ? stored : stored.forAsked(new MeasuringSettings(this).asked());
      Judging.keep(chosen, workspace());
      Evaluation evaluation = Evaluator.evaluate(candidate, chosen, policy, acceptances);
      new Reporting(workspace(), execution.getVersion(), externalAssets)
          .write(evaluation, candidate, chosen.runs());
      Deciding.tell(evaluation, workspace(), getLog());
      Deciding.conclude(evaluation, workspace(), getLog());
    }
  }
}
