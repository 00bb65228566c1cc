package dev.gnomon.maven;

import dev.gnomon.bisect.PairRatios;
import dev.gnomon.maven.SideBySide.Owner;
import dev.gnomon.maven.base.BasePreparation;
import dev.gnomon.maven.base.BaseRequest;
import dev.gnomon.maven.base.CommitRange;
import dev.gnomon.maven.base.Preparation.Ready;
import dev.gnomon.maven.base.PreparedBase;
import dev.gnomon.maven.goal.Bisecting;
import dev.gnomon.maven.goal.Bisecting.Enough;
import dev.gnomon.maven.goal.Bisecting.Found;
import dev.gnomon.maven.layout.Found.Benchmarks;
import dev.gnomon.measure.GivenPlan;
import dev.gnomon.measure.MeasurementRequest;
import dev.gnomon.measure.MeasurementRequest.Selection;
import dev.gnomon.measure.PairWishes;
import dev.gnomon.measure.PairedMeasured;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.problem.ProblemException;
import dev.gnomon.report.text.Visible;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Finds the commit that made a benchmark slower or faster: measures the commits between a good one
 * and a bad one side by side with the good one, the middle first, until one is left. The benchmark
 * is that of the bad one throughout. A commit that does not build, or of which it cannot be told
 * which end it is like, is passed over.
 */
@Mojo(name = "bisect", requiresDependencyResolution = ResolutionScope.TEST, threadSafe = true)
public final class BisectMojo extends MeasuringMojo {
  private static final Duration DEFAULT_BUDGET = Duration.ofMinutes(30);
  private static final int LONGEST = 300;

  /** The benchmark: text or a regular expression that occurs in one <code>Class.method</code>. */
  @Parameter(property = "perf.benchmark", required = true)
  String benchmark;

  /** A branch, tag or commit at which the benchmark was still as it should be. */
  @Parameter(property = "perf.good", required = true)
  String good;

  /** A later one at which it is not. */
  @Parameter(property = "perf.bad", defaultValue = "HEAD")
  String bad;

  /**
   * Whether history that a shallow clone lacks is fetched from the remote. Default: on CI servers,
   * which set <code>CI=true</code>.
   */
  @Parameter(property = "perf.git.deepen")
  Boolean deepen;

  private final Map<BenchmarkId, GivenPlan> plans = new HashMap<>();

  @Override
  void perform() {
    long began = System.nanoTime();
    MeasuringSettings settings = new MeasuringSettings(this);
    settings.layout().requireNoJar();
    MeasurementRequest asked = settings.request();
    BaseRequest request = baseRequest(Optional.empty(), deepen);
    CommitRange range = CommitRange.of(request, good, bad);
    List<String> commits = range.commits();
    getLog()
        .info(
            "Gnomon · %d commits from %s to %s"
                .formatted(commits.size() - 1, Visible.line(good, 100), Visible.line(bad, 100)));
    PreparedBase last = require(request, commits.get(commits.size() - 1));
    require(request, commits.get(0));
    Benchmarks suite = suite(settings, last);
    SideBySide sides = new SideBySide(this, last.paths());
    BenchmarkId id = one(sides, asked, suite);
    MeasurementRequest only = only(asked, id);
    Duration budget = asked.budget().orElse(DEFAULT_BUDGET);
    Bisecting.Comparisons comparisons =
        (commit, enough) -> {
          Duration left = budget.minusNanos(System.nanoTime() - began);
          if (left.isNegative() || left.isZero()) {
            getLog().info("perf.budget of %d s is used up".formatted(budget.toSeconds()));
            return List.of();
          }
          // The good end is asked for each time: the cache keeps what was used last.
          PreparedBase before = require(request, commits.get(0));
          return built(request, commit)
              .map(now -> pairs(sides, suite, before, now, only.withBudget(left), enough))
              .orElse(List.of());
        };
    new Bisecting(commits, comparisons, getLog()::info)
        .search(found -> tell(request, id, commits, found));
  }

  private PreparedBase require(BaseRequest request, String commit) {
    return prepare(request, commit)
        .orElseThrow(
            () ->
                new ProblemException(
                    "bisect-range",
                    "%s has no module %s. Expected ends that both have it: -Dperf.good and -Dperf.bad."
                        .formatted(commit, module().name())));
  }

  /** Empty where the commit has no such module. */
  private Optional<PreparedBase> prepare(BaseRequest request, String commit) {
    return new BasePreparation(getLog()::info).prepareCommit(request, commit) instanceof Ready ready
        ? Optional.of(ready.base())
        : Optional.empty();
  }

  /** A commit in between; empty where it cannot be built, which is told. */
  private Optional<PreparedBase> built(BaseRequest request, String commit) {
    try {
      return prepare(request, commit);
    } catch (ProblemException e) {
      if (!e.code().equals("base-does-not-build")) {
        throw e;
      }
      getLog().warn(Visible.line(e.getMessage(), LONGEST));
      return Optional.empty();
    }
  }

  private Benchmarks suite(MeasuringSettings settings, PreparedBase last) {
    if (find(settings, last.paths(), workspace().generated()) instanceof Benchmarks found) {
      return found;
    }
    throw new ProblemException(
        "no-benchmarks",
        "%s has no benchmarks at %s, the bad end of the search. Expected the benchmark to be there: -Dperf.bad names another commit."
            .formatted(module().name(), last.label()));
  }

  private BenchmarkId one(SideBySide sides, MeasurementRequest asked, Benchmarks suite) {
    Selection all = asked.selection();
    List<BenchmarkId> found =
        sides.listed(
            new Selection(List.of(benchmark), all.excludes(), all.params(), all.jmhArgs()), suite);
    if (found.size() != 1) {
      throw new ProblemException(
          "benchmark-unknown",
          "perf.benchmark is %s, which names %d benchmarks%s. Expected exactly one: say more of its name, and name values of its parameters with -Dperf.params=\"name=value\"."
              .formatted(
                  Visible.line(benchmark, LONGEST),
                  found.size(),
                  found.isEmpty()
                      ? ""
                      : ": " + Visible.line(String.join(", ", names(found)), LONGEST)));
    }
    return found.get(0);
  }

  private static List<String> names(List<BenchmarkId> found) {
    return found.stream().map(id -> id.shortName() + id.params()).toList();
  }

  private static MeasurementRequest only(MeasurementRequest asked, BenchmarkId id) {
    Selection all = asked.selection();
    Map<String, List<String>> params = new HashMap<>();
    id.params().forEach((name, value) -> params.put(name, List.of(value)));
    return asked.withSelection(
        new Selection(List.of(id.pattern()), all.excludes(), params, all.jmhArgs()));
  }

  /** Pairs of one commit and the good end, as logarithms of the cost ratio. */
  private List<Double> pairs(
      SideBySide sides,
      Benchmarks suite,
      PreparedBase before,
      PreparedBase now,
      MeasurementRequest request,
      Enough enough) {
    Optional<Benchmarks> theirs = sides.of(before, suite, Owner.CANDIDATE);
    Optional<Benchmarks> ours = sides.of(now, suite, Owner.CANDIDATE);
    if (theirs.isEmpty() || ours.isEmpty()) {
      return List.of();
    }
    PairWishes wishes =
        soFar -> {
          PairRatios ratios = ratios(soFar);
          return ratios.until(enough.wanted(ratios.logarithms()).orElse(0));
        };
    PairedMeasured measured =
        sides
            .measurement(ours.get(), theirs.get())
            .measure(request.withPlans(plans), wishes, progressLog());
    measured
        .candidate()
        .series()
        .forEach(series -> plans.put(series.id(), GivenPlan.always(series.plan())));
    return ratios(measured).logarithms();
  }

  private static PairRatios ratios(PairedMeasured measured) {
    return new PairRatios(measured, Runtime.getRuntime().availableProcessors());
  }

  private void tell(BaseRequest request, BenchmarkId id, List<String> commits, Found found) {
    String change = Bisecting.percent(found.change());
    if (found.exact()) {
      getLog().info("%s changed by %s with this commit:".formatted(id.shortName(), change));
      CommitRange.described(request, commits.get(found.firstBad())).forEach(getLog()::info);
      return;
    }
    String from = commits.get(found.lastGood());
    String to = commits.get(found.firstBad());
    getLog()
        .info(
            "%s changed by %s with one of %d commits after %s, %s the last of them. To narrow it: mvn perf:bisect -Dperf.benchmark='%s' -Dperf.good=%s -Dperf.bad=%s -Dperf.budget=1h"
                .formatted(
                    id.shortName(),
                    change,
                    found.firstBad() - found.lastGood(),
                    from,
                    to,
                    id.shortName(),
                    from,
                    to));
    commits
        .subList(found.lastGood() + 1, found.firstBad() + 1)
        .forEach(
            commit ->
                CommitRange.described(request, commit).stream().limit(1).forEach(getLog()::info));
  }
}
