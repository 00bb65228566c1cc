package dev.gnomon.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gnomon.measure.MeasurementRequest.PlanKind;
import dev.gnomon.measure.WarmupExtension.Stage;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Fork;
import dev.gnomon.model.ForkPlan;
import dev.gnomon.model.Iteration;
import dev.gnomon.model.Mode;
import dev.gnomon.model.Noise;
import dev.gnomon.model.ProfileRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WarmupExtensionTest {
  private static final long S = 1_000_000_000L;
  private static final Fork DRIFTING = fork(2);
  private static final Fork STEADY = fork(0);

  private static Fork fork(double slope) {
    List<Iteration> iterations =
        IntStream.range(0, 20).mapToObj(i -> Iteration.ofScore(200 - slope * i)).toList();
    return new Fork(
        0,
        Instant.EPOCH,
        List.of(),
        iterations,
        new TreeMap<>(),
        Noise.NONE,
        ProfileRef.OFF,
        Optional.empty());
  }

  private static Listed listed(Mode mode, boolean warmupFixed) {
    return new Listed(
        0,
        BenchmarkId.of("p.Bench.run", Map.of(), mode, 1),
        new Iterations(5, S, 5, S),
        new Listed.Fixed(warmupFixed, false),
        "");
  }

  private static final Listed BENCHMARK = listed(Mode.AVERAGE_TIME, false);

  private static ForkPlan plan(int warmups) {
    return new ForkPlan(warmups, S / 10, 20, S / 10, 72 * S);
  }

  private static Optional<ForkPlan> after(
      Listed benchmark, int warmups, boolean given, int extensions, Fork... forks) {
    return new WarmupExtension(new Planner(PlanKind.ADAPTIVE, Optional.empty()))
        .after(benchmark, new Stage(plan(warmups), given, extensions, List.of(forks)));
  }

  @Test
  void twoDriftingForksOfThreeDoubleTheWarmupAndItsTimeLimit() {
    assertThat(after(BENCHMARK, 20, false, 0, DRIFTING, STEADY, DRIFTING))
        .contains(new ForkPlan(40, S / 10, 20, S / 10, 108 * S));
  }

  @Test
  void itIsBoundedInLengthTimesAndForks() {
    Fork[] three = {DRIFTING, DRIFTING, DRIFTING};
    assertThat(after(BENCHMARK, 100, false, 0, three).orElseThrow().warmupIterations())
        .isEqualTo(WarmupExtension.LONGEST);
    assertThat(after(BENCHMARK, WarmupExtension.LONGEST, false, 0, three)).isEmpty();
    assertThat(after(BENCHMARK, 20, false, WarmupExtension.MOST_TIMES, three)).isEmpty();
    assertThat(after(BENCHMARK, 20, false, 0, DRIFTING, DRIFTING)).isEmpty();
    assertThat(after(BENCHMARK, 20, false, 0, DRIFTING, STEADY, STEADY)).isEmpty();
    assertThat(after(BENCHMARK, 20, false, 0, DRIFTING, DRIFTING, DRIFTING, STEADY, STEADY, STEADY))
        .isEmpty();
  }

  @Test
  void plansThatAreNotOursToChangeStay() {
    Fork[] three = {DRIFTING, DRIFTING, DRIFTING};
    assertThat(after(BENCHMARK, 20, true, 0, three)).isEmpty();
    assertThat(after(listed(Mode.AVERAGE_TIME, true), 20, false, 0, three)).isEmpty();
    assertThat(after(listed(Mode.SINGLE_SHOT, false), 20, false, 0, three)).isEmpty();
    Stage stage = new Stage(plan(20), false, 0, List.of(three));
    assertThat(
            new WarmupExtension(new Planner(PlanKind.ANNOTATED, Optional.empty()))
                .after(BENCHMARK, stage))
        .isEmpty();
    Planner limited = new Planner(PlanKind.ADAPTIVE, Optional.of(Duration.ofSeconds(7)));
    assertThat(new WarmupExtension(limited).after(BENCHMARK, stage).orElseThrow().timeoutNs())
        .isEqualTo(7 * S);
  }
}
