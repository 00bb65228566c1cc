package dev.gnomon.maven;

import dev.gnomon.compare.Baseline;
import dev.gnomon.evaluation.Evaluation;
import dev.gnomon.evaluation.Evaluator;
import dev.gnomon.evaluation.Interleaving;
import dev.gnomon.gate.Acceptance;
import dev.gnomon.gate.GatePolicy;
import dev.gnomon.maven.SideBySide.Owner;
import dev.gnomon.maven.base.PreparedBase;
import dev.gnomon.maven.build.Upgrade;
import dev.gnomon.maven.config.Choice;
import dev.gnomon.maven.config.Setting;
import dev.gnomon.maven.goal.EvidenceForks;
import dev.gnomon.maven.goal.Judging;
import dev.gnomon.maven.goal.PairMeasuring;
import dev.gnomon.maven.goal.PairMeasuring.Question;
import dev.gnomon.maven.goal.PairMeasuring.Sides;
import dev.gnomon.maven.identity.SameCode;
import dev.gnomon.maven.layout.Found.Benchmarks;
import dev.gnomon.measure.MeasurementRequest;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.report.Profiles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Answers, before a change is merged, whether it makes anything slower: builds the commit that the
 * change began from, measures it and the working tree side by side on this machine, fork by fork in
 * turn, and decides as <code>check</code> does. It needs no archive. Benchmarks that can reach
 * nothing of what changed are not measured.
 */
@Mojo(name = "before-merge", requiresDependencyResolution = ResolutionScope.TEST, threadSafe = true)
@Execute(phase = LifecyclePhase.TEST_COMPILE)
public final class BeforeMergeMojo extends GateMojo {
  private static final Duration DEFAULT_BUDGET = Duration.ofMinutes(10);

  /** A side by side comparison without anything to compare with is none. */
  private static final Setting NO_BASELINE = new Setting("perf.onMissingBaseline", "fail");

  /** Which benchmarks are measured. */
  enum Select {
    /** Those that can reach what changed. */
    CHANGED,
    ALL
  }

  /**
   * What to compare with: a branch, a tag or a commit, from whose merge base with what is checked
   * out the change began. Default: the branch that changes are merged into, as git or the CI server
   * names it.
   */
  @Parameter(property = "perf.base")
  String base;

  /**
   * Whose benchmarks run on the base's side. <code>candidate</code>: the working tree's, so that
   * both sides run the same benchmark; where benchmarks are part of <code>src/main</code>, each
   * side runs its own all the same. <code>own</code>: each side its own.
   */
  @Parameter(property = "perf.benchmarks", defaultValue = "candidate")
  String benchmarks;

  /**
   * Which benchmarks are measured: <code>changed</code>, those that can reach code, resources or
   * dependencies that differ between the two sides, or <code>all</code>.
   */
  @Parameter(property = "perf.select", defaultValue = "changed")
  String select;

  /**
   * A dependency in another version, to learn what an upgrade costs: <code>
   * group:artifact:version</code>, several with commas between. The working tree with that version
   * is then compared with the working tree as it is, and no base is built.
   */
  @Parameter(property = "perf.upgrade")
  String upgrade;

  @Override
  void perform() throws MojoExecutionException, MojoFailureException {
    long began = System.nanoTime();
    GateSettings settings = new GateSettings(this);
    // Read first: a typing error must not cost a whole measurement.
    GatePolicy policy = settings.policy(NO_BASELINE);
    List<Acceptance> acceptances = settings.accepted();
    Select selected = Choice.read(new Setting("perf.select", select), Select.class, Select.CHANGED);
    Owner owner =
        Choice.read(new Setting("perf.benchmarks", benchmarks), Owner.class, Owner.CANDIDATE);
    MeasuringSettings measuringSettings = new MeasuringSettings(this);
    measuringSettings.layout().requireNoJar();
    MeasurementRequest asked = measuringSettings.request();
    Optional<Benchmarks> here = benchmarks(measuringSettings);
    Optional<Opponent> opponent = here.isPresent() ? opponent() : Optional.empty();
    if (opponent.isEmpty()) {
      return;
    }
    Opponent against = opponent.get();
    PreparedBase base = against.base();
    Optional<Benchmarks> ours =
        against.candidate().equals(module().paths())
            ? here
            : benchmarks(measuringSettings, against.candidate());
    SideBySide sides = new SideBySide(this, against.candidate());
    Optional<Benchmarks> found = sides.of(base, ours.get(), owner);
    if (found.isEmpty()) {
      getLog().info("The base has no benchmarks, so all are new and there is nothing to compare.");
      return;
    }
    Benchmarks theirs = found.get();
    Optional<String> removed = sides.removed(base);
    removed.ifPresent(getLog()::warn);
    List<BenchmarkId> listed = sides.listed(asked.selection(), ours.get());
    SameCode code = SideBySide.code(ours.get(), theirs);
    Map<BenchmarkId, String> same = SideBySide.unchanged(listed, code);
    Map<BenchmarkId, String> unchanged = selected == Select.CHANGED ? same : Map.of();
    Deadline deadline = Deadline.of(asked.budget().orElse(DEFAULT_BUDGET), began);
    MeasurementRequest request =
        SideBySide.without(asked, ours.get(), unchanged.keySet())
            .withBudget(deadline.forMeasuring(asked.profile()));
    Function<Sides, Baseline> baseline =
        measured ->
            new Baseline(List.of(measured.baseline()), against.choice(), measuringSettings.asked());
    Function<Sides, Evaluation> evaluate =
        measured ->
            Evaluator.evaluate(
                measured.candidate(),
                baseline.apply(measured),
                policy,
                acceptances,
                same.keySet(),
                unchanged);
    EvidenceForks evidence = sides.evidence(ours.get(), theirs, request, deadline::left);
    Question question =
        new Question(
            SideBySide.revision(base),
            request,
            soFar -> Interleaving.wishes(soFar.candidate(), soFar.baseline(), policy),
            measured -> evidence.search(evaluate.apply(measured), measured, code.differing()),
            notes(base, theirs, removed));
    AtomicReference<Evaluation> evaluation = new AtomicReference<>();
    Consumer<Sides> judge =
        measured -> {
          Judging.keep(baseline.apply(measured), workspace());
          Evaluation judged = evidence.explain(evaluate.apply(measured));
          evaluation.set(sides.profiles().explain(judged, measured, code.differing()));
          report(
              evaluation.get(), measured.candidate(), List.of(measured.baseline()), Profiles.NONE);
        };
    PairMeasuring measuring = sides.measuring(ours.get(), theirs);
    if (!listed.isEmpty() && unchanged.size() == listed.size()) {
      judge.accept(measuring.unmeasured(question, workspace().run()));
    } else {
      measuring.measure(question, workspace().run(), progressLog(), judge);
    }
    Deciding.conclude(evaluation.get(), workspace(), getLog());
  }

  /** Both sides; empty where there is nothing to compare, which has then been said. */
  private Optional<Opponent> opponent() {
    List<Upgrade> upgrades = Upgrade.read(new Setting("perf.upgrade", upgrade));
    return upgrades.isEmpty() ? Opponent.mergeBase(this) : Opponent.upgrade(this, upgrades);
  }

  private static List<String> notes(
      PreparedBase base, Benchmarks theirs, Optional<String> removed) {
    List<String> notes = new ArrayList<>(base.notes());
    notes.addAll(theirs.notes());
    removed.ifPresent(notes::add);
    return notes;
  }
}
