package dev.gnomon.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Fork;
import dev.gnomon.model.ForkPlan;
import dev.gnomon.model.Iteration;
import dev.gnomon.model.Metric;
import dev.gnomon.model.Mode;
import dev.gnomon.model.Noise;
import dev.gnomon.model.ProfileRef;
import dev.gnomon.model.Series;
import dev.gnomon.stats.Caveat;
import dev.gnomon.unit.Direction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SlowIterationsTest {
  private static final double LIMIT = Math.log1p(0.03);

  /** Forks of ten iterations, whose last takes so many times as long. */
  private static Observed forks(int count, double last) {
    List<Fork> forks = new ArrayList<>();
    for (int round = 0; round < count; round++) {
      List<Iteration> iterations = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        double value = 100 + round % 3 + 0.1 * i;
        iterations.add(Iteration.ofScore(i == 9 ? value * last : value));
      }
      forks.add(
          new Fork(
              round,
              Instant.EPOCH,
              List.of(),
              iterations,
              new TreeMap<>(),
              Noise.NONE,
              ProfileRef.OFF,
              Optional.empty()));
    }
    BenchmarkId id = BenchmarkId.of("p.A.x", Map.of(), Mode.AVERAGE_TIME, 1);
    return new Observed(
        new Series(id, new ForkPlan(0, 0, 10, 100_000_000, 0), "", forks),
        Double.POSITIVE_INFINITY,
        0);
  }

  private static Optional<Caveat> doubt(Observed candidate, Observed baseline) {
    ForkValues values = ForkValues.paired(Metric.TIME, candidate, baseline);
    Change change =
        PairedChange.between(
            values.pooledBaseline(),
            values.candidate(),
            Direction.LOWER_IS_BETTER,
            new Tolerance(0.03, 0, 0.05));
    return SlowIterations.doubtOfPairs(candidate, baseline, change, LIMIT);
  }

  @Test
  void aTenthOfSlowIterationsInPairsIsADoubt() {
    assertThat(doubt(forks(6, 2), forks(6, 1)))
        .hasValueSatisfying(
            caveat -> {
              assertThat(caveat.code()).isEqualTo("slow-iterations");
              assertThat(caveat.text())
                  .startsWith("Some iterations got slower: the mean of all is +");
            });
  }

  @Test
  void aChangeThatTheValueShowsOrThatDoesNotMatterIsNone() {
    assertThat(doubt(forks(6, 1.2), forks(6, 1))).isEmpty();
    assertThat(doubt(forks(6, 1), forks(6, 1))).isEmpty();
  }

  @Test
  void twoPairsSayNothing() {
    assertThat(doubt(forks(2, 2), forks(2, 1))).isEmpty();
  }
}
