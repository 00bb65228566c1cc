package dev.gnomon.maven;

import dev.gnomon.archive.BaselineQuery;
import dev.gnomon.archive.RunArchive;
import dev.gnomon.archive.directory.RunFile;
import dev.gnomon.compare.Baseline;
import dev.gnomon.environment.probe.GitProbe;
import dev.gnomon.evaluation.Evaluation;
import dev.gnomon.evaluation.Evaluator;
import dev.gnomon.gate.Acceptance;
import dev.gnomon.maven.Confirming.Screened;
import dev.gnomon.maven.Confirming.When;
import dev.gnomon.maven.base.BaseRequest;
import dev.gnomon.maven.build.RequestedBase;
import dev.gnomon.maven.config.Choice;
import dev.gnomon.maven.config.ConfiguredPath;
import dev.gnomon.maven.config.Setting;
import dev.gnomon.maven.goal.ArchivedPlans;
import dev.gnomon.maven.goal.Judging;
import dev.gnomon.maven.goal.PinsFile;
import dev.gnomon.maven.layout.Found.Benchmarks;
import dev.gnomon.model.Origin;
import dev.gnomon.model.Run;
import dev.gnomon.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
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
public final class CheckMojo extends GateMojo {
  /**
   * The archive: a directory, relative to the top directory of the build; <code>git:BRANCH</code>,
   * a branch of this repository; <code>jdbc:postgresql://HOST/DATABASE</code>. Default: <code>
   * .perf/archive</code>.
   */
  @Parameter(property = "perf.archive", defaultValue = ".perf/archive")
  String archive;

  /** A run that was measured already, such as <code>target/perf/run.json</code>. */
  @Parameter(property = "perf.run")
  String run;

  /**
   * What to compare with: a branch, a commit, <code>pin:NAME</code> for what <code>perf:pin</code>
   * has named, the path of one run in the archive, or the file of one run. Default: the branch that
   * changes are merged into, as git knows it, else <code>main</code>.
   */
  @Parameter(property = "perf.baseline")
  String baseline;

  /** How many of the baseline's newest comparable runs to compare with, at most. */
  @Parameter(property = "perf.baselineRuns", defaultValue = "10")
  int baselineRuns;

  /**
   * What the absence of any baseline does: <code>fail</code>, <code>warn</code>, <code>pass</code>.
   */
  @Parameter(property = "perf.onMissingBaseline", defaultValue = "fail")
  String onMissingBaseline;

  /**
   * Whether what looks slower than the stored runs is measured again, side by side with the
   * baseline's own code, before it is called a regression. <code>auto</code>: where that code can
   * be built; <code>always</code>: it is an error where it cannot, and what nobody could decide is
   * measured again too; <code>never</code>.
   */
  @Parameter(property = "perf.confirm", defaultValue = "auto")
  String confirm;

  @Override
  void perform() throws MojoExecutionException, MojoFailureException {
    GateSettings settings = new GateSettings(this);
    // Read first: a typing error must not cost a whole measurement.
    var policy = settings.policy(new Setting("perf.onMissingBaseline", onMissingBaseline));
    When when = Choice.read(new Setting("perf.confirm", confirm), When.class, When.AUTO);
    BaselineQuery query = query();
    List<Acceptance> acceptances = settings.accepted();
    RunArchive runs = openArchive(archive);
    Optional<Path> given = ConfiguredPath.read(new Setting("perf.run", run), module().base());
    if (given.isPresent()) {
      Run candidate = RunFile.read(given.get());
      RunFile.write(workspace().run(), candidate);
      // A given run is judged whole, and as it is: it may be another machine's.
      Baseline chosen = Judging.choose(runs, candidate, query, module().base());
      Judging.keep(chosen, workspace());
      Evaluation evaluation = Evaluator.evaluate(candidate, chosen, policy, acceptances);
      report(evaluation, candidate, chosen.runs());
      Deciding.conclude(evaluation, workspace(), getLog());
      return;
    }
    Optional<Benchmarks> benchmarks = benchmarks(new MeasuringSettings(this));
    if (benchmarks.isPresent()) {
      Run candidate = measure(benchmarks.get(), ArchivedPlans.of(runs, origin(Origin.MEASURED)));
      // One measured just now was asked for no more than this.
      Baseline chosen =
          Judging.choose(runs, candidate, query, module().base())
              .forAsked(new MeasuringSettings(this).asked());
      Judging.keep(chosen, workspace());
      Screened screened =
          new Screened(
              Evaluator.evaluate(candidate, chosen, policy, acceptances),
              candidate,
              chosen,
              acceptances);
      AtomicReference<Evaluation> evaluation = new AtomicReference<>();
      new Confirming(this, when, requestedBase())
          .confirm(
              screened,
              benchmarks.get(),
              last -> {
                evaluation.set(last);
                report(last, candidate, chosen.runs());
              });
      Deciding.conclude(evaluation.get(), workspace(), getLog());
    }
  }

  private BaseRequest requestedBase() {
    return new RequestedBase(project, session)
        .request(
            Optional.empty(), Optional.ofNullable(deepen), execution.getVersion(), System.getenv());
  }

  private BaselineQuery query() {
    if (baselineRuns < 1) {
      throw new ProblemException(
          "invalid-setting",
          "perf.baselineRuns is %d, expected at least 1.".formatted(baselineRuns));
    }
    String revision =
        new Setting("perf.baseline", baseline)
            .value()
            .or(() -> new GitProbe(System.getenv()).defaultBranch(module().base()))
            .orElse("main");
    Path pins = module().reactorRoot().resolve(PinMojo.FILE);
    return new BaselineQuery(new PinsFile(pins).revision(revision), baselineRuns, false, false);
  }
}
