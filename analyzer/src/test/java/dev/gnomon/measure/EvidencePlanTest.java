package dev.gnomon.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gnomon.measure.PairWishes.Wish;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Fork;
import dev.gnomon.model.ForkPlan;
import dev.gnomon.model.Mode;
import dev.gnomon.model.Noise;
import dev.gnomon.model.ProfileRef;
import dev.gnomon.model.Series;
import dev.gnomon.profile.ProfileEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** When there are enough samples to explain a change. */
class EvidencePlanTest {
  private static final BenchmarkId ID = BenchmarkId.of("a.B.c", Map.of(), Mode.AVERAGE_TIME, 1);
  private static final ForkPlan SHORT = new ForkPlan(30, 100, 10, 100_000_000, 5);

  private static PairedMeasured measured(int forks, long samplesBase, long samplesOurs) {
    return new PairedMeasured(side(forks, samplesBase), side(forks, samplesOurs));
  }

  private static Measured side(int forks, long samples) {
    List<Fork> all =
        IntStream.range(0, forks)
            .mapToObj(
                i ->
                    new Fork(
                        i,
                        Instant.EPOCH,
                        List.of(),
                        List.of(),
                        new TreeMap<>(),
                        Noise.NONE,
                        new ProfileRef("ok", "f", "cpu", "ctimer", 1, samples),
                        Optional.empty()))
            .toList();
    return new Measured(
        List.of(new Series(ID, SHORT, "", all)),
        List.of(),
        Instant.EPOCH,
        Duration.ZERO,
        true,
        List.of());
  }

  private static List<Wish> next(ProfileEvent event, PairedMeasured soFar) {
    return new EvidencePlan(event).wishes(List.of(ID)).next(soFar);
  }

  @Test
  void fivePairsAreWantedFirstAndThreeOfWhatHardlyVaries() {
    assertThat(next(ProfileEvent.CPU, measured(0, 0, 0))).containsExactly(new Wish(ID, 5));
    assertThat(next(ProfileEvent.ALLOC, measured(0, 0, 0))).containsExactly(new Wish(ID, 3));
    assertThat(next(ProfileEvent.CPU, measured(3, 2_000, 2_000))).containsExactly(new Wish(ID, 2));
  }

  @Test
  void aSideWithTooFewSamplesGetsMorePairsUpToTen() {
    assertThat(next(ProfileEvent.CPU, measured(5, 2_000, 2_000))).isEmpty();
    assertThat(next(ProfileEvent.CPU, measured(5, 2_000, 1_500))).containsExactly(new Wish(ID, 1));
    assertThat(next(ProfileEvent.CPU, measured(10, 2_000, 500))).isEmpty();
  }

  @Test
  void forksWithoutAnySampleAreGivenUp() {
    assertThat(next(ProfileEvent.CPU, measured(5, 0, 0))).isEmpty();
  }

  @Test
  void forksLastTwoSecondsAndWarmUpAsThoseThatCount() {
    ForkPlan plan = new EvidencePlan(ProfileEvent.CPU).forks(SHORT);
    assertThat(plan.iterations()).isEqualTo(20);
    assertThat(plan.warmupIterations()).isEqualTo(30);
    assertThat(plan.timeoutNs()).isGreaterThan(SHORT.timeoutNs());
  }

  @Test
  void singleShotsAndLongForksStayAsTheyAre() {
    ForkPlan shot = new ForkPlan(0, 0, 1, 0, 5);
    ForkPlan longer = new ForkPlan(5, 1, 5, 1_000_000_000, 5);
    assertThat(new EvidencePlan(ProfileEvent.CPU).forks(shot)).isEqualTo(shot);
    assertThat(new EvidencePlan(ProfileEvent.CPU).forks(longer)).isEqualTo(longer);
  }

  @Test
  void cpuIsSampledEveryMillisecond() {
    Profiling how = new EvidencePlan(ProfileEvent.CPU).profiling();
    assertThat(how.interval()).isEqualTo(1_000_000);
    assertThat(how.inEveryFork()).isTrue();
  }
}
