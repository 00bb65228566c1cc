package dev.gnomon.maven;

import dev.gnomon.archive.BaselineQuery;
import dev.gnomon.archive.KeptArchive;
import dev.gnomon.archive.directory.RunFile;
import dev.gnomon.compare.Baseline;
import dev.gnomon.environment.probe.GitProbe;
import dev.gnomon.evaluation.Drift;
import dev.gnomon.evaluation.Evaluation;
import dev.gnomon.evaluation.Evaluator;
import dev.gnomon.gate.Acceptance;
import dev.gnomon.gate.GatePolicy;
import dev.gnomon.gate.Judgement.Effect;
import dev.gnomon.maven.Confirming.Screened;
import dev.gnomon.maven.Confirming.When;
import dev.gnomon.maven.config.Choice;
import dev.gnomon.maven.config.ConfiguredPath;
import dev.gnomon.maven.config.Setting;
import dev.gnomon.maven.goal.ArchivedPlans;
import dev.gnomon.maven.goal.ArchivedProfiles;
import dev.gnomon.maven.goal.Drifting;
import dev.gnomon.maven.goal.Judging;
import dev.gnomon.maven.goal.PinsFile;
import dev.gnomon.maven.goal.StoredCauses;
import dev.gnomon.maven.layout.Found.Benchmarks;
import dev.gnomon.measure.MeasurementRequest;
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

  /**
   * What drift is judged against, beside the baseline: most often a pin, <code>pin:NAME</code>, or
   * whatever <code>perf.baseline</code> takes. Default: drift is not judged.
   */
  @Parameter(property = "perf.drift.against")
  String driftAgainst;

  /**
   * Whether drift beyond a limit fails the build; otherwise it only tells. Where it does, the
   * baseline and drift share <code>perf.alpha</code>.
   */
  @Parameter(property = "perf.drift.fail", defaultValue = "false")
  boolean driftFail;

  @Override
  void perform() throws MojoExecutionException, MojoFailureException {
    long began = System.nanoTime();
    GateSettings settings = new GateSettings(this);
    // Read first: a typing error must not cost a whole measurement.
    Drifting drifting = drifting();
    GatePolicy policy =
        drifting.share(settings.policy(new Setting("perf.onMissingBaseline", onMissingBaseline)));
    When when = Choice.read(new Setting("perf.confirm", confirm), When.class, When.AUTO);
    BaselineQuery query = query();
    List<Acceptance> acceptances = settings.accepted();
    KeptArchive runs = openArchive(archive);
    ArchivedProfiles archived = new ArchivedProfiles(runs, getLog()::warn);
    Optional<Path> given = ConfiguredPath.read(new Setting("perf.run", run), module().base());
    if (given.isPresent()) {
      Run candidate = RunFile.read(given.get());
      RunFile.write(workspace().run(), candidate);
      // A given run is judged whole, and as it is: it may be another machine's.
      Baseline chosen = Judging.choose(runs, candidate, query, module().base());
      Judging.keep(chosen, workspace());
      Evaluation evaluation =
          beside(
              Evaluator.evaluate(candidate, chosen, policy, acceptances),
              drifting.judge(runs, candidate, policy, acceptances));
      if (given.get().equals(workspace().run())) {
        evaluation = causes(archived).explain(evaluation, candidate, chosen);
      }
      report(evaluation, candidate, chosen.runs(), archived);
      Deciding.conclude(evaluation, workspace(), getLog());
      return;
    }
    if (when == When.ALWAYS) {
      new MeasuringSettings(this).layout().requireNoJar();
    }
    Optional<Benchmarks> benchmarks = benchmarks(new MeasuringSettings(this));
    if (benchmarks.isEmpty()) {
      requireNoneBefore(runs, policy.onMissing());
      return;
    }
    MeasurementRequest asked =
        new MeasuringSettings(this)
            .request()
            .withPlans(ArchivedPlans.of(runs, origin(Origin.MEASURED)));
    Run candidate = measure(benchmarks.get(), when == When.NEVER ? asked : screening(asked));
    // One measured just now was asked for no more than this.
    Baseline chosen =
        Judging.choose(runs, candidate, query, module().base())
            .forAsked(new MeasuringSettings(this).asked());
    Judging.keep(chosen, workspace());
    // Now, as the archive may be far away and the build stopped while it is confirmed.
    Optional<Drift> drift = drifting.judge(runs, candidate, policy, acceptances);
    Screened screened =
        new Screened(
            Evaluator.evaluate(candidate, chosen, policy, acceptances),
            candidate,
            chosen,
            acceptances);
    AtomicReference<Evaluation> evaluation = new AtomicReference<>();
    new Confirming(this, when, baseRequest(Optional.empty(), deepen), began)
        .confirm(
            screened,
            benchmarks.get(),
            last -> {
              Evaluation explained = causes(archived).explain(last, candidate, chosen);
              evaluation.set(beside(explained, drift));
              report(evaluation.get(), candidate, chosen.runs(), archived);
            });
    Deciding.conclude(evaluation.get(), workspace(), getLog());
  }

  /** A module without benchmarks is passed over only if it never had any. */
  private void requireNoneBefore(KeptArchive runs, Effect onMissing) {
    if (failIfNoBenchmarks != null || onMissing == Effect.PASSES || !measuredOnce(runs)) {
      return;
    }
    ProblemException missing =
        new ProblemException(
            "no-benchmarks",
            "%s has no compiled benchmarks, and %s holds runs of it. Expected them to be there still; if they are gone for good: <perf.failIfNoBenchmarks>false</perf.failIfNoBenchmarks> among the <properties> of this module."
                .formatted(module().name(), runs.place()));
    if (onMissing == Effect.FAILS) {
      throw missing;
    }
    getLog().warn(missing.getMessage());
  }

  /** Whether this module has been measured before; an import says nothing of its benchmarks. */
  private boolean measuredOnce(KeptArchive runs) {
    Origin origin = origin(Origin.MEASURED);
    return runs.list(origin.project(), origin.module()).stream()
        .map(runs::readHead)
        .anyMatch(head -> head.origin().source().equals(Origin.MEASURED));
  }

  private static MeasurementRequest screening(MeasurementRequest asked) {
    return asked.budget().map(Deadline::forScreening).map(asked::withBudget).orElse(asked);
  }

  private StoredCauses causes(ArchivedProfiles archived) {
    return new StoredCauses(archived, workspace().profiles());
  }

  private static Evaluation beside(Evaluation evaluation, Optional<Drift> drift) {
    return drift.map(evaluation::with).orElse(evaluation);
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
    return new BaselineQuery(
        pins().revision("perf.baseline", revision), baselineRuns, false, false);
  }

  private PinsFile pins() {
    return new PinsFile(module().reactorRoot().resolve(PinMojo.FILE));
  }

  private Drifting drifting() {
    Optional<String> against = new Setting("perf.drift.against", driftAgainst).value();
    if (against.isEmpty() && driftFail) {
      throw new ProblemException(
          "invalid-setting",
          "perf.drift.fail is set, but not what drift is judged against. Name a pin: -Dperf.drift.against=pin:NAME");
    }
    return new Drifting(against.map(this::release), driftFail, module().base());
  }

  private Drifting.Release release(String against) {
    String revision = pins().revision("perf.drift.against", against);
    return new Drifting.Release(against, new BaselineQuery(revision, baselineRuns, false, false));
  }
}
