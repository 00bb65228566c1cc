package dev.gnomon.measure.process;

import dev.gnomon.environment.Fact;
import dev.gnomon.measure.HostCommand;
import dev.gnomon.measure.Listed;
import dev.gnomon.measure.MeasurementRequest;
import dev.gnomon.measure.Planner;
import dev.gnomon.measure.Profiling;
import dev.gnomon.model.Fork;
import dev.gnomon.model.ForkPlan;
import dev.gnomon.problem.ProblemException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Runs the forks of one side on a host, which is started anew where it was lost with a fork. */
final class ForkRunner implements AutoCloseable {
  /** Facts that flags can change; the flags themselves are a strict fact. */
  private static final Set<String> OF_FLAGS = Set.of("jvm.gc", "jvm.heap.max");

  private final HostCommand command;
  private final MeasurementRequest request;
  private final Planner planner;
  private final Progress progress;
  private final Clock clock;
  private List<Listed> benchmarks = List.of();
  private List<Fact> facts = List.of();
  private int profiles;
  private Path profileDirectory;
  private Host host;

  ForkRunner(
      HostCommand command,
      MeasurementRequest request,
      Planner planner,
      Progress progress,
      Clock clock) {
    this.command = command;
    this.request = request;
    this.planner = planner;
    this.progress = progress;
    this.clock = clock;
  }

  /**
   * Starts the host and lists what it can run.
   *
   * @return the selected benchmarks, empty where none matches
   */
  List<Listed> begin() throws InterruptedException {
    profileDirectory = Host.emptyProfiles(command);
    host = Host.start(command);
    try {
      Host.Listing listing = host.list(request.selection());
      benchmarks = List.copyOf(listing.benchmarks());
      facts = new ArrayList<>(listing.facts());
      facts.add(Fact.strict("jvm.args", String.join(" ", command.jvmArgs())));
      InheritedFlags.of(System.getenv()).ifPresent(facts::add);
      facts.addAll(planner.facts(flags()));
      if (!flags().stream().allMatch(flag -> flag.startsWith("-D"))) {
        // The host runs without these flags, so its own collector and heap say nothing of the
        // forks.
        facts.removeIf(fact -> OF_FLAGS.contains(fact.name()));
      }
      return benchmarks;
    } catch (HostLostException e) {
      throw host.died("ended while it listed the benchmarks");
    }
  }

  /** What the user gives the forks' JVMs, by either way. */
  private List<String> flags() {
    List<String> flags = new ArrayList<>(command.jvmArgs());
    List<String> jmh = request.selection().jmhArgs();
    for (int i = 1; i < jmh.size(); i++) {
      if (jmh.get(i - 1).startsWith("-jvmArgs")) {
        flags.addAll(List.of(jmh.get(i).strip().split("\\s+")));
      }
    }
    return flags;
  }

  /** What the host said of the forks' JVM and of JMH; empty before it was started. */
  List<Fact> facts() {
    return List.copyOf(facts);
  }

  /** Runs a fork that shows how long the benchmark warms up, and ends when it has. */
  Fork pilot(Listed benchmark, ForkPlan plan) throws InterruptedException {
    return run(order(benchmark, ForkOrder.PILOT, plan, Optional.empty(), Optional.empty()));
  }

  /**
   * Runs a fork that counts.
   *
   * @param round what the fork is numbered as
   * @throws ProblemException {@code profiler-required} where a profile was demanded and there is
   *     none
   */
  Fork run(Listed benchmark, int round, ForkPlan plan) throws InterruptedException {
    return run(order(benchmark, round, plan, profile(), Optional.empty()));
  }

  /** A fork that counts and takes turns with another one. */
  ForkOrder order(Listed benchmark, int round, ForkPlan plan, ForkOrder.Turn turn) {
    return order(benchmark, round, plan, profile(), Optional.of(turn));
  }

  /** Starts a fork, whose end is to be waited for before another is. */
  RunningFork begin(ForkOrder order) throws HostLostException {
    progress.started(order.benchmark().id());
    return host.begin(order, record -> false);
  }

  private ForkOrder order(
      Listed benchmark,
      int round,
      ForkPlan plan,
      Optional<ForkOrder.Sampled> profile,
      Optional<ForkOrder.Turn> turn) {
    return new ForkOrder(
        benchmark,
        round,
        plan,
        planner.flags(benchmark),
        request.forkTimeout().isPresent(),
        profile,
        turn);
  }

  /** Named by number: a benchmark's own name never reaches a path. */
  private Optional<ForkOrder.Sampled> profile() {
    Profiling how = request.profile();
    return how.inEveryFork()
        ? Optional.of(
            new ForkOrder.Sampled(
                profileDirectory.resolve("fork-%04d.collapsed".formatted(profiles++)), how))
        : Optional.empty();
  }

  /**
   * Fails where a profile was demanded and this fork has none.
   *
   * @throws ProblemException {@code profiler-required}
   */
  void requireProfile(Listed benchmark, Fork fork) {
    boolean missing = fork.succeeded() && !fork.profile().present();
    if (missing && request.profile().mode() == Profiling.Mode.REQUIRED) {
      throw new ProblemException(
          "profiler-required",
          "%s has no profile (%s), and <perf.profile>required</perf.profile> asks for one. Set <perf.profile>always</perf.profile> to measure without where none can be had."
              .formatted(benchmark.id().benchmark(), fork.profile().status()));
    }
  }

  /** Where the host is lost with the fork, it runs once more on a new one. */
  private Fork run(ForkOrder order) throws InterruptedException {
    Instant began = clock.instant();
    progress.started(order.benchmark().id());
    try {
      return runOn(host, order, began);
    } catch (HostLostException first) {
      restart();
      try {
        return runOn(host, order, began);
      } catch (HostLostException second) {
        restart();
        return ForkBuilder.lost(order, began, second);
      }
    }
  }

  private Fork runOn(Host on, ForkOrder order, Instant began)
      throws InterruptedException, HostLostException {
    Predicate<ForkRecord> enough =
        order.round() == ForkOrder.PILOT ? new PilotEnd(System::nanoTime) : record -> false;
    Host.Ending ending = on.run(order, progress::idle, enough);
    return ForkBuilder.build(order, began, ending);
  }

  /** A new host has the same suite, so the entries keep their numbers. */
  void restart() throws InterruptedException {
    host.close();
    host = Host.start(command);
    try {
      if (host.list(request.selection()).benchmarks().size() != benchmarks.size()) {
        throw host.died("lists other benchmarks after a restart");
      }
    } catch (HostLostException e) {
      throw host.died("ended twice");
    }
  }

  @Override
  public void close() {
    if (host != null) {
      host.close();
    }
  }
}
