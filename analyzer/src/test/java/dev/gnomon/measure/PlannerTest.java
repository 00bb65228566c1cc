package dev.gnomon.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gnomon.environment.Fact;
import dev.gnomon.measure.MeasurementRequest.PlanKind;
import dev.gnomon.model.Background;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.ForkPlan;
import dev.gnomon.model.Iteration;
import dev.gnomon.model.Mode;
import dev.gnomon.model.Series;
import dev.gnomon.model.WorkerTime;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlannerTest {
  private static final long S = 1_000_000_000L;
  private static final Iterations WRITTEN = new Iterations(5, 10 * S, 5, 10 * S);

  private final Planner adaptive = new Planner(PlanKind.ADAPTIVE, Optional.empty());

  private static Listed listed(Mode mode, boolean warmupFixed, boolean measurementFixed) {
    return new Listed(
        0,
        BenchmarkId.of("p.Bench.run", Map.of(), mode, 1),
        WRITTEN,
        new Listed.Fixed(warmupFixed, measurementFixed),
        "");
  }

  private static List<Iteration> steady(int count, long windowNs) {
    Iteration one =
        new Iteration(windowNs, 1, new WorkerTime(1, windowNs, windowNs, 0), Background.NONE);
    return Collections.nCopies(count, one);
  }

  @Test
  void anAnnotatedPlanIsTheAuthors() {
    Planner annotated = new Planner(PlanKind.ANNOTATED, Optional.empty());
    Listed benchmark = listed(Mode.AVERAGE_TIME, false, false);

    assertThat(annotated.needsPilot(benchmark)).isFalse();
    assertThat(annotated.plan(benchmark))
        .isEqualTo(new ForkPlan(5, 10 * S, 5, 10 * S, 4 * 100 * S + 60 * S));
  }

  @Test
  void singleShotIsAlwaysAsAnnotated() {
    assertThat(adaptive.needsPilot(listed(Mode.SINGLE_SHOT, false, false))).isFalse();
    assertThat(adaptive.plan(listed(Mode.SINGLE_SHOT, false, false)).iterations()).isEqualTo(5);
  }

  @Test
  void aPilotGivesShortIterations() {
    ForkPlan plan = adaptive.plan(listed(Mode.THROUGHPUT, false, false), steady(60, S / 10));

    assertThat(plan.warmupIterations()).isEqualTo(WarmupRule.LEAST);
    assertThat(plan.iterations()).isEqualTo(Planner.MEASURED);
    assertThat(plan.iterationNs()).isEqualTo(Planner.ITERATION_NS);
  }

  @Test
  void forksInPairsWarmUpForLess() {
    Planner paired = new Planner(PlanKind.ADAPTIVE, Optional.empty(), Planner.Pace.IN_PAIRS);
    ForkPlan plan = paired.plan(listed(Mode.THROUGHPUT, false, false), steady(60, S / 10));

    assertThat(plan.warmupIterations()).isEqualTo(WarmupRule.LEAST_IN_PAIRS);
    assertThat(plan.iterations()).isEqualTo(Planner.MEASURED);
  }

  @Test
  void onlyWarmForksOfAnAdaptivePlanGetFlags() {
    Planner annotated = new Planner(PlanKind.ANNOTATED, Optional.empty());

    assertThat(adaptive.flags(listed(Mode.AVERAGE_TIME, false, false)))
        .containsExactly("-XX:-BackgroundCompilation", "-XX:+AlwaysPreTouch", "-XX:GCTimeRatio=2");
    assertThat(adaptive.flags(listed(Mode.SINGLE_SHOT, false, false))).isEmpty();
    assertThat(annotated.flags(listed(Mode.AVERAGE_TIME, false, false))).isEmpty();
    assertThat(adaptive.facts(List.of("-Xmx1g")))
        .extracting(Fact::value)
        .containsExactly("foreground", "touched at the start");
    assertThat(annotated.facts(List.of()))
        .extracting(Fact::value)
        .containsExactly("background", "touched when used");
  }

  @Test
  void factsAreThoseOfTheUsersFlagsWhereTheyOutrankThePlan() {
    assertThat(adaptive.facts(List.of("-XX:+BackgroundCompilation", "-XX:-AlwaysPreTouch")))
        .extracting(Fact::value)
        .containsExactly("background", "touched when used");
    assertThat(adaptive.facts(List.of("-XX:-AlwaysPreTouch", "-XX:+AlwaysPreTouch")).get(1).value())
        .as("the last flag counts, as for the JVM")
        .isEqualTo("touched at the start");
  }

  @Test
  void aGivenPlanKeepsNoTimeLimitThatIsTooShort() {
    Listed benchmark = listed(Mode.AVERAGE_TIME, false, false);

    assertThat(adaptive.plan(benchmark, given(S)).orElseThrow().timeoutNs()).isEqualTo(76 * S);
    assertThat(adaptive.plan(benchmark, given(500 * S)).orElseThrow().timeoutNs())
        .isEqualTo(500 * S);
  }

  @Test
  void operationsLongerThanAnIterationGetFewerIterations() {
    ForkPlan plan = adaptive.plan(listed(Mode.AVERAGE_TIME, false, false), steady(4, 2 * S));

    assertThat(plan.warmupIterations()).isEqualTo(2);
    assertThat(plan.iterations()).isEqualTo(5);
    assertThat(plan.timeoutNs()).isGreaterThan(4 * 7 * 2 * S);
  }

  @Test
  void jmhOptionsOutrankThePlan() {
    assertThat(adaptive.needsPilot(listed(Mode.AVERAGE_TIME, true, false))).isFalse();
    ForkPlan warmupGiven = adaptive.plan(listed(Mode.AVERAGE_TIME, true, false));
    assertThat(warmupGiven.warmupIterations()).isEqualTo(5);
    assertThat(warmupGiven.iterationNs()).isEqualTo(Planner.ITERATION_NS);
    ForkPlan measurementGiven =
        adaptive.plan(listed(Mode.AVERAGE_TIME, false, true), steady(60, S / 10));
    assertThat(measurementGiven.iterationNs()).isEqualTo(10 * S);
  }

  @Test
  void setUpBetweenIterationsMakesNoLongOperation() {
    Iteration one = new Iteration(S / 10_000, 1_000, new WorkerTime(1, S, S, 0), Background.NONE);
    List<Iteration> pilot = Collections.nCopies(60, one);
    ForkPlan plan = adaptive.plan(listed(Mode.AVERAGE_TIME, false, false), pilot);

    assertThat(plan.iterations()).isEqualTo(Planner.MEASURED);
    assertThat(plan.warmupIterations()).isEqualTo(WarmupRule.LEAST);
    assertThat(Planner.expectedNs(plan, pilot)).isEqualTo(40 * S);
    assertThat(plan.timeoutNs()).isGreaterThan(4 * 40 * S);
  }

  @Test
  void aGivenPlanHoldsUnlessTheUserOrTheModeSaysOtherwise() {
    Planner annotated = new Planner(PlanKind.ANNOTATED, Optional.empty());

    assertThat(adaptive.plan(listed(Mode.AVERAGE_TIME, false, false), given(S))).isPresent();
    assertThat(adaptive.plan(listed(Mode.AVERAGE_TIME, true, false), given(S))).isEmpty();
    assertThat(adaptive.plan(listed(Mode.AVERAGE_TIME, false, true), given(S))).isEmpty();
    assertThat(adaptive.plan(listed(Mode.SINGLE_SHOT, false, false), given(S))).isEmpty();
    assertThat(annotated.plan(listed(Mode.AVERAGE_TIME, false, false), given(S))).isEmpty();
  }

  @Test
  void aPlanOfAnEarlierRunHoldsWhileTheBenchmarkIsTheSame() {
    Listed benchmark = listed(Mode.AVERAGE_TIME, false, false);
    ForkPlan plan = given(S).plan();
    String hash = benchmark.bytecodeHash();

    assertThat(adaptive.plan(benchmark, of(benchmark, plan, hash))).isPresent();
    assertThat(adaptive.plan(benchmark, of(benchmark, plan, hash + "other"))).isEmpty();
  }

  @Test
  void aPilotWithoutIterationsGivesTheLongestWarmup() {
    assertThat(adaptive.plan(listed(Mode.AVERAGE_TIME, false, false), List.of()).warmupIterations())
        .isEqualTo(WarmupRule.MOST);
  }

  @Test
  void aGivenTimeLimitHoldsForEveryFork() {
    Planner limited = new Planner(PlanKind.ADAPTIVE, Optional.of(Duration.ofSeconds(7)));

    assertThat(limited.plan(listed(Mode.AVERAGE_TIME, true, true)).timeoutNs()).isEqualTo(7 * S);
  }

  private static GivenPlan of(Listed benchmark, ForkPlan plan, String hash) {
    return GivenPlan.of(new Series(benchmark.id(), plan, hash, List.of()));
  }

  private static GivenPlan given(long limitNs) {
    return GivenPlan.always(new ForkPlan(20, S / 10, 20, S / 10, limitNs));
  }
}
