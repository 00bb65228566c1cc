package dev.gnomon.measure;

import dev.gnomon.environment.Fact;
import dev.gnomon.measure.MeasurementRequest.PlanKind;
import dev.gnomon.model.ForkPlan;
import dev.gnomon.model.Iteration;
import dev.gnomon.model.Mode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * Decides how the forks of a benchmark measure.
 *
 * @param kind adaptive, or as its author wrote
 * @param forkTimeout time limit of one fork, if the user gave one
 * @param pace how short the warm-up of adaptive forks may be
 */
public record Planner(PlanKind kind, Optional<Duration> forkTimeout, Pace pace) {

  /** How short the warm-up of a fork may be: where time is short, more and shorter forks. */
  public enum Pace {
    /** Forks that are kept as a baseline, and whose steadiness is looked at. */
    ALONE(WarmupRule.LEAST),
    /** Forks of two sides that are measured by one plan and compared with each other alone. */
    IN_PAIRS(WarmupRule.LEAST_IN_PAIRS);

    private final int leastWarmups;

    Pace(int leastWarmups) {
      this.leastWarmups = leastWarmups;
    }
  }

  /** Length of an adaptive iteration in ns. */
  public static final long ITERATION_NS = 100_000_000;

  /** Measurement iterations of an adaptive fork. */
  public static final int MEASURED = 20;

  /**
   * Compiling while the benchmark waits. Where compilers run beside it, what they know of the code
   * when they start depends on who else has the CPU, and forks come out with different code.
   */
  private static final String FOREGROUND = "-XX:-BackgroundCompilation";

  /**
   * The heap is touched when a fork starts, and grows for its data alone, not for the time that
   * collecting takes. The first use of a page costs so much on some virtual machines that code that
   * allocates runs several times slower until the collector has been through its whole young
   * generation, and again whenever that has grown.
   */
  private static final String TOUCHED = "-XX:+AlwaysPreTouch";

  private static final String GROWN_FOR_DATA = "-XX:GCTimeRatio=2";

  /** Where operations are long, a fork measures for about this time in ns. */
  private static final long LONG_MEASURED_NS = 5_000_000_000L;

  private static final int FEWEST_MEASURED = 5;
  private static final int FEWEST_WARMUPS = 2;
  private static final long ALLOWANCE_NS = 60_000_000_000L;

  /** JMH's own limit for an iteration that does not end. */
  private static final long SINGLE_SHOT_NS = 600_000_000_000L;

  /** A planner of forks that are measured alone. */
  public Planner(PlanKind kind, Optional<Duration> forkTimeout) {
    this(kind, forkTimeout, Pace.ALONE);
  }

  /**
   * JVM flags of a benchmark's forks, each of which holds where neither the user nor the benchmark
   * sets it.
   *
   * @return empty where the benchmark is measured as its author wrote
   */
  public List<String> flags(Listed benchmark) {
    return adaptive(benchmark) ? List.of(FOREGROUND, TOUCHED, GROWN_FOR_DATA) : List.of();
  }

  /**
   * What the plan lays down for the forks' JVM, for the environment of a run.
   *
   * @param users flags of the user, which outrank those of the plan
   */
  public List<Fact> facts(List<String> users) {
    boolean adaptive = kind == PlanKind.ADAPTIVE;
    boolean foreground = switched(users, "BackgroundCompilation").map(on -> !on).orElse(adaptive);
    boolean touched = switched(users, "AlwaysPreTouch").orElse(adaptive);
    return List.of(
        Fact.strict("jvm.compilation", foreground ? "foreground" : "background"),
        Fact.strict("jvm.heap", touched ? "touched at the start" : "touched when used"));
  }

  /** Whether flags turn a switch of the JVM on or off; empty where they leave it alone. */
  private static Optional<Boolean> switched(List<String> flags, String name) {
    return flags.stream()
        .filter(flag -> flag.startsWith("-XX:") && flag.endsWith(name))
        .map(flag -> flag.equals("-XX:+" + name))
        .reduce((first, last) -> last);
  }

  /**
   * The plan of a benchmark by one that is given, such as the baseline's. Its time limit may be one
   * that a user set then, which must not be too short for now.
   *
   * @return empty where the given plan does not hold: the user's own options outrank it, and it may
   *     be of a benchmark that has changed since
   */
  public Optional<ForkPlan> plan(Listed benchmark, GivenPlan given) {
    boolean free = !benchmark.fixed().warmup() && !benchmark.fixed().measurement();
    return adaptive(benchmark) && free && given.holdsFor(benchmark)
        ? Optional.of(allowing(given.plan(), given.plan().plannedNs()))
        : Optional.empty();
  }

  /** Whether a pilot fork must show how long this benchmark warms up. */
  public boolean needsPilot(Listed benchmark) {
    return adaptive(benchmark) && !benchmark.fixed().warmup();
  }

  /** The plan of the pilot: warm-up alone, watched while it runs. */
  public ForkPlan pilot() {
    return limited(new Iterations(WarmupRule.MOST, ITERATION_NS, 1, ITERATION_NS));
  }

  /** The plan of a benchmark that needs no pilot. */
  public ForkPlan plan(Listed benchmark) {
    Iterations written = benchmark.annotated();
    if (!adaptive(benchmark) || benchmark.fixed().measurement()) {
      return limited(written);
    }
    return limited(new Iterations(written.warmups(), written.warmupNs(), MEASURED, ITERATION_NS));
  }

  /**
   * The plan of a benchmark after its pilot.
   *
   * @param pilot the pilot's iterations; where there are none, the longest warm-up is taken
   */
  public ForkPlan plan(Listed benchmark, List<Iteration> pilot) {
    Iterations written = benchmark.annotated();
    long took = Math.max(ITERATION_NS, typicalNs(pilot, Planner::timedNs));
    int warmups =
        pilot.isEmpty() ? WarmupRule.MOST : WarmupRule.DEFAULT.warmup(pilot, pace.leastWarmups);
    int measured = MEASURED;
    if (took >= 2 * ITERATION_NS) {
      // One operation fills an iteration: fewer of them, or a fork would take minutes.
      warmups = (int) Math.max(FEWEST_WARMUPS, Math.min(warmups, LONG_MEASURED_NS / took));
      measured = (int) Math.max(FEWEST_MEASURED, Math.min(MEASURED, LONG_MEASURED_NS / took));
    }
    Iterations found =
        benchmark.fixed().measurement()
            ? new Iterations(warmups, ITERATION_NS, written.measured(), written.measuredNs())
            : new Iterations(warmups, ITERATION_NS, measured, ITERATION_NS);
    ForkPlan plan = limited(found);
    return allowing(plan, expectedNs(plan, pilot));
  }

  /**
   * What a fork takes by a plan, in ns, where its iterations take as long as those of the pilot:
   * longer than planned where one operation does, or where there is set-up between them.
   */
  public static long expectedNs(ForkPlan plan, List<Iteration> pilot) {
    int iterations = plan.warmupIterations() + plan.iterations();
    return Math.max(plan.plannedNs(), iterations * typicalNs(pilot, Planner::lengthNs));
  }

  /** Whether a plan is one that a pilot may have found, and none that a user's options fix. */
  public static boolean isOfPilot(ForkPlan plan) {
    return plan.warmupNs() == ITERATION_NS && plan.iterationNs() == ITERATION_NS;
  }

  /** The same plan with a longer warm-up, its time limit grown alike unless the user gave one. */
  ForkPlan extended(ForkPlan plan, int warmups) {
    double before = plan.plannedNs();
    double more = (double) (warmups - plan.warmupIterations()) * plan.warmupNs();
    double growth = before > 0 ? (before + more) / before : 1;
    long limit = (long) (plan.timeoutNs() * Math.max(1, growth));
    return new ForkPlan(
        warmups, plan.warmupNs(), plan.iterations(), plan.iterationNs(), limitNs(limit));
  }

  private boolean adaptive(Listed benchmark) {
    return kind == PlanKind.ADAPTIVE && benchmark.id().mode() != Mode.SINGLE_SHOT;
  }

  private ForkPlan limited(Iterations iterations) {
    boolean single = iterations.measuredNs() == 0;
    return new ForkPlan(
        iterations.warmups(),
        iterations.warmupNs(),
        iterations.measured(),
        iterations.measuredNs(),
        limitNs(single ? SINGLE_SHOT_NS : generous(iterations.plannedNs())));
  }

  /** The same plan with a time limit that is generous to a fork that takes so long. */
  private ForkPlan allowing(ForkPlan plan, long expectedNs) {
    return plan.limitedTo(limitNs(Math.max(plan.timeoutNs(), generous(expectedNs))));
  }

  /** The user's own limit, if there is one. */
  private long limitNs(long otherwise) {
    return forkTimeout.map(Duration::toNanos).orElse(otherwise);
  }

  private static long generous(long plannedNs) {
    return 4 * plannedNs + ALLOWANCE_NS;
  }

  private static long typicalNs(List<Iteration> pilot, ToLongFunction<Iteration> length) {
    long[] lengths = pilot.stream().mapToLong(length).sorted().toArray();
    return lengths.length == 0 ? 0 : lengths[lengths.length / 2];
  }

  /** What operations took: set-up between iterations is no part of a long operation. */
  private static long timedNs(Iteration iteration) {
    long window = iteration.workers().windowNs();
    double operations =
        iteration.nsPerOp() * iteration.ops() / Math.max(1, iteration.workers().threads());
    boolean told = iteration.ops() > 0 && operations < window;
    return window > 0 && !told ? window : (long) operations;
  }

  private static long lengthNs(Iteration iteration) {
    long window = iteration.workers().windowNs();
    // Without a window all threads' operations over-state the time, which only costs iterations.
    return window > 0 ? window : (long) (iteration.nsPerOp() * iteration.ops());
  }
}
