package dev.gnomon.maven;

import dev.gnomon.compare.Baseline;
import dev.gnomon.compare.ForkValues;
import dev.gnomon.compare.Observed;
import dev.gnomon.compare.TimeBasis;
import dev.gnomon.environment.probe.GitProbe;
import dev.gnomon.evaluation.Evaluation;
import dev.gnomon.evaluation.Evaluator;
import dev.gnomon.evaluation.Interleaving;
import dev.gnomon.gate.GateDecision;
import dev.gnomon.gate.GatePolicy;
import dev.gnomon.gate.Judgement;
import dev.gnomon.gate.Verdict;
import dev.gnomon.maven.base.FileTree;
import dev.gnomon.maven.canary.CanarySize;
import dev.gnomon.maven.canary.SlowedClasses;
import dev.gnomon.maven.config.Fractions;
import dev.gnomon.maven.config.Setting;
import dev.gnomon.maven.goal.Judging;
import dev.gnomon.maven.goal.PairMeasuring.Question;
import dev.gnomon.maven.goal.PairMeasuring.Sides;
import dev.gnomon.maven.layout.Found.Benchmarks;
import dev.gnomon.measure.GivenPlan;
import dev.gnomon.measure.MeasurementRequest;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Metric;
import dev.gnomon.model.Run;
import dev.gnomon.model.Series;
import dev.gnomon.problem.ProblemException;
import dev.gnomon.report.Profiles;
import dev.gnomon.report.text.Visible;
import dev.gnomon.unit.Figures;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Tests the gate for real: slows each benchmark down by a known amount of work before every call,
 * measures it side by side with itself as it is, and fails if the gate does not turn red. What
 * <code>self-test</code> computes from recorded data, this shows on the machine at hand.
 */
@Mojo(name = "canary", requiresDependencyResolution = ResolutionScope.TEST, threadSafe = true)
@Execute(phase = LifecyclePhase.TEST_COMPILE)
public final class CanaryMojo extends GateMojo {
  private static final Duration DEFAULT_BUDGET = Duration.ofMinutes(10);
  private static final double DEFAULT_SLOWDOWN = 0.10;
  private static final int LONGEST = 500;

  /** About what Blackhole.consumeCPU takes for a token; what it came to is measured. */
  private static final double NS_PER_TOKEN = 2;

  /** How much slower the benchmarks are made: <code>10%</code> or <code>0.1</code>. */
  @Parameter(property = "perf.canary", defaultValue = "10%")
  String canary;

  @Override
  void perform() throws MojoFailureException {
    MeasuringSettings settings = new MeasuringSettings(this);
    GatePolicy policy =
        new GateSettings(this).policy(new Setting("perf.onMissingBaseline", "fail"));
    double slowdown = Fractions.read(new Setting("perf.canary", canary), DEFAULT_SLOWDOWN, 10);
    MeasurementRequest request = settings.request();
    Optional<Benchmarks> found = benchmarks(settings);
    if (found.isEmpty()) {
      return;
    }
    Benchmarks ours = found.get();
    Run once = once(ours, settings);
    Benchmarks slowed = slowed(ours, once, slowdown);
    Map<BenchmarkId, GivenPlan> plans =
        once.series().stream()
            .collect(Collectors.toMap(Series::id, series -> GivenPlan.always(series.plan())));
    Question question =
        new Question(
            new GitProbe(System.getenv()).revision(module().base()),
            SideBySide.without(request, ours, Set.of())
                .withPlans(plans)
                .withBudget(request.budget().orElse(DEFAULT_BUDGET)),
            sides -> Interleaving.wishes(sides.candidate(), sides.baseline(), policy),
            List.of());
    AtomicReference<Evaluation> evaluation = new AtomicReference<>();
    new SideBySide(this)
        .measuring(slowed, ours)
        .measure(
            question,
            workspace().run(),
            progressLog(),
            sides -> evaluation.set(judged(sides, policy)));
    conclude(evaluation.get(), slowdown);
  }

  private Run once(Benchmarks ours, MeasuringSettings settings) {
    getLog().info("Gnomon · one fork of each shows how long an operation takes");
    return settings
        .measuring()
        .measure(ours, settings.command(ours), settings.request().withForks(1), progressLog());
  }

  /** The benchmarks as they are, behind copies of their classes that do more. */
  private Benchmarks slowed(Benchmarks ours, Run once, double slowdown) {
    SortedMap<String, Long> tokens = new TreeMap<>();
    for (Series series : once.series()) {
      // Variants of one method share its code, so the slowest of them decides.
      nsPerOp(series)
          .ifPresent(
              ns ->
                  tokens.merge(
                      series.id().benchmark(),
                      CanarySize.of(ns, slowdown, NS_PER_TOKEN).tokens(),
                      Math::max));
    }
    if (tokens.isEmpty()) {
      throw new ProblemException(
          "canary-not-possible", "No benchmark gave a result, so none can be slowed down.");
    }
    Path target = workspace().directory().resolve("canary");
    write(ours, tokens, target);
    List<Path> path = new ArrayList<>(List.of(target));
    path.addAll(ours.classPath());
    return new Benchmarks(path, ours.excludes(), ours.notes());
  }

  private static void write(Benchmarks ours, Map<String, Long> tokens, Path target) {
    try {
      FileTree.delete(target);
      new SlowedClasses(ours.classPath()).write(tokens, target);
    } catch (NoSuchElementException | IllegalArgumentException e) {
      throw new ProblemException(
          "canary-not-possible",
          "The benchmarks can't be slowed down: %s. Compile them again, or leave out what cannot be with -Dperf.excludes."
              .formatted(e.getMessage()),
          e);
    } catch (IOException e) {
      throw new ProblemException(
          "output-not-writable",
          "%s cannot be written: %s. Make it writable, or name another directory with -Dperf.output."
              .formatted(target, e.getMessage()),
          e);
    }
  }

  private static OptionalDouble nsPerOp(Series series) {
    TimeBasis basis = TimeBasis.of(new Observed(series, Double.POSITIVE_INFINITY, 0));
    return series.goodForks().stream()
        .flatMapToDouble(fork -> ForkValues.time(fork, basis).stream())
        .findFirst();
  }

  private Evaluation judged(Sides sides, GatePolicy policy) {
    Baseline baseline =
        new Baseline(
            List.of(sides.baseline()),
            "compared with itself, without the canary",
            new MeasuringSettings(this).asked());
    Judging.keep(baseline, workspace());
    Evaluation evaluation = Evaluator.evaluate(sides.candidate(), baseline, policy);
    report(evaluation, sides.candidate(), baseline.runs(), Profiles.NONE);
    return evaluation;
  }

  private void conclude(Evaluation evaluation, double slowdown) throws MojoFailureException {
    List<Judgement> times =
        evaluation.judgements().stream().filter(j -> j.metric().equals(Metric.TIME)).toList();
    List<String> missed =
        times.stream()
            .filter(j -> j.verdict() != Verdict.REGRESSED)
            .map(j -> j.id().shortName() + ": " + j.reason())
            .toList();
    String size = Figures.percent(slowdown);
    if (!missed.isEmpty()) {
      throw new MojoFailureException(notCaught(size, missed, times.size()));
    }
    if (evaluation.decision().outcome() != GateDecision.Outcome.FAILED) {
      throw new MojoFailureException(
          "The canary of %s was seen in each benchmark, and the build would have passed all the same: perf.failOnRegression or a rule lets regressions pass."
              .formatted(size));
    }
    getLog()
        .info(
            "The canary of %s was caught, benchmarks slowed: %d. Such a build fails."
                .formatted(size, times.size()));
  }

  private static String notCaught(String size, List<String> missed, int all) {
    StringBuilder message =
        new StringBuilder(
            "The canary of %s was not caught in %d of %d benchmarks:"
                .formatted(size, missed.size(), all));
    missed.forEach(
        line -> message.append(System.lineSeparator()).append(Visible.line(line, LONGEST)));
    return message
        .append(System.lineSeparator())
        .append("Give it more time with -Dperf.budget, or a larger canary with -Dperf.canary.")
        .toString();
  }
}
