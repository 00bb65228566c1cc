package dev.gnomon.measure;

import dev.gnomon.model.BenchmarkId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What is to be measured.
 *
 * @param selection which benchmarks
 * @param plan how each fork measures
 * @param forks forks per benchmark, at least 1
 * @param seed seed of the order of forks
 * @param budget time limit of the whole measurement
 * @param profile what is profiled
 * @param plans plans that are given, such as those of the baseline; the others are found
 * @param forkTimeout time limit of one fork; without it several times what the plan takes
 */
public record MeasurementRequest(
    Selection selection,
    PlanKind plan,
    int forks,
    long seed,
    Optional<Duration> budget,
    Profiling profile,
    Map<BenchmarkId, GivenPlan> plans,
    Optional<Duration> forkTimeout) {

  /** How the iterations of a fork are planned. */
  public enum PlanKind {
    /** Short iterations, warm-up as long as a pilot fork shows to be needed. */
    ADAPTIVE,
    /** The author's annotations and JMH's defaults. */
    ANNOTATED
  }

  /**
   * Which benchmarks, and with what options.
   *
   * @param includes JMH include patterns; empty for all
   * @param excludes JMH exclude patterns
   * @param params {@code @Param} values that replace the annotated ones
   * @param jmhArgs further options in JMH's own syntax
   */
  public record Selection(
      List<String> includes,
      List<String> excludes,
      Map<String, List<String>> params,
      List<String> jmhArgs) {
    public Selection {
      includes = List.copyOf(includes);
      excludes = List.copyOf(excludes);
      params = Map.copyOf(params);
      jmhArgs = List.copyOf(jmhArgs);
    }
  }

  /** A request with no plan given and no time limit of its own for a fork. */
  public MeasurementRequest(
      Selection selection,
      PlanKind plan,
      int forks,
      long seed,
      Optional<Duration> budget,
      Profiling.Mode profile) {
    this(selection, plan, forks, seed, budget, Profiling.of(profile), Map.of(), Optional.empty());
  }

  public MeasurementRequest {
    Objects.requireNonNull(selection, "selection");
    Objects.requireNonNull(plan, "plan");
    Objects.requireNonNull(budget, "budget");
    Objects.requireNonNull(profile, "profile");
    plans = Map.copyOf(plans);
    Objects.requireNonNull(forkTimeout, "forkTimeout");
    if (forks < 1) {
      throw new IllegalArgumentException("perf.forks is " + forks + ", expected at least 1");
    }
  }

  /** The plan that is given for a benchmark. */
  public Optional<GivenPlan> given(BenchmarkId id) {
    return Optional.ofNullable(plans.get(id));
  }

  /** The same request for another selection. */
  public MeasurementRequest withSelection(Selection other) {
    return new MeasurementRequest(other, plan, forks, seed, budget, profile, plans, forkTimeout);
  }

  /** The same request with these plans given. */
  public MeasurementRequest withPlans(Map<BenchmarkId, GivenPlan> given) {
    return new MeasurementRequest(
        selection, plan, forks, seed, budget, profile, given, forkTimeout);
  }

  /** The same request with other profiles. */
  public MeasurementRequest withProfiling(Profiling other) {
    return new MeasurementRequest(selection, plan, forks, seed, budget, other, plans, forkTimeout);
  }

  /** The same request with so many forks of each benchmark. */
  public MeasurementRequest withForks(int other) {
    return new MeasurementRequest(
        selection, plan, other, seed, budget, profile, plans, forkTimeout);
  }

  /** The same request with a time limit for the whole measurement. */
  public MeasurementRequest withBudget(Duration limit) {
    return new MeasurementRequest(
        selection, plan, forks, seed, Optional.of(limit), profile, plans, forkTimeout);
  }

  /** The same request with a time limit for each fork. */
  public MeasurementRequest withForkTimeout(Duration limit) {
    return new MeasurementRequest(
        selection, plan, forks, seed, budget, profile, plans, Optional.of(limit));
  }
}
