package dev.gnomon.measure.process;

import dev.gnomon.measure.Listed;
import dev.gnomon.measure.Planner;
import dev.gnomon.measure.WarmupExtension;
import dev.gnomon.measure.WarmupExtension.Stage;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Fork;
import dev.gnomon.model.ForkPlan;
import dev.gnomon.model.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One benchmark of a measurement of one side: its plan and what has run by it. */
final class SingleBenchmark {
  private final Listed listed;
  private final Optional<ForkPlan> given;
  private final List<Fork> forks = new ArrayList<>();
  private Optional<ForkPlan> plan = Optional.empty();
  private int extensions;
  private long tookNs;

  /** {@code given} is a plan that holds without a pilot and is never changed. */
  SingleBenchmark(Listed listed, Optional<ForkPlan> given) {
    this.listed = listed;
    this.given = given;
  }

  Listed listed() {
    return listed;
  }

  BenchmarkId id() {
    return listed.id();
  }

  boolean needsPilot(Planner planner) {
    return given.isEmpty() && planner.needsPilot(listed);
  }

  void planWithoutPilot(Planner planner) {
    plan(given.orElseGet(() -> planner.plan(listed)));
  }

  void plan(ForkPlan found) {
    plan = Optional.of(found);
  }

  boolean planned() {
    return plan.isPresent();
  }

  ForkPlan plan() {
    return plan.orElseThrow();
  }

  /** A fork that ran, a failed pilot too. */
  void add(Fork fork, long forkTookNs) {
    forks.add(fork);
    tookNs += forkTookNs;
  }

  boolean failed() {
    return forks.stream().anyMatch(fork -> !fork.succeeded());
  }

  /** What its forks by this plan have taken, in ns. */
  long tookNs() {
    return tookNs;
  }

  Stage stage() {
    return new Stage(plan(), given.isPresent(), extensions, forks);
  }

  /** Begins again by a longer warm-up, without the forks so far. */
  void extend(ForkPlan longer) {
    plan(longer);
    extensions++;
    forks.clear();
    tookNs = 0;
  }

  /** Its warm-up stays as it is. */
  void settle() {
    extensions = WarmupExtension.MOST_TIMES;
  }

  /** A benchmark that was not reached is kept without forks: it must not vanish. */
  Series series(Planner planner) {
    ForkPlan measuredBy = plan.orElseGet(() -> planner.plan(listed));
    return new Series(id(), measuredBy, listed.bytecodeHash(), forks);
  }
}
