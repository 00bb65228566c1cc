package dev.gnomon.maven.goal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gnomon.evaluation.SelfTest.Caught;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Mode;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SelfTestTextTest {
  private static Caught caught(String name, OptionalDouble smallest) {
    return new Caught(BenchmarkId.of(name, Map.of(), Mode.AVERAGE_TIME, 1), smallest);
  }

  @Test
  void theBlindestBenchmarkStandsFirst() {
    assertThat(
            SelfTestText.lines(
                List.of(
                    caught("p.A.sharp", OptionalDouble.of(0.05)),
                    caught("p.A.blind", OptionalDouble.empty()),
                    caught("p.A.dull", OptionalDouble.of(0.3)))))
        .containsExactly(
            "This gate would have caught, with the forks of the last check, a slowdown of one benchmark from:",
            "  none tried A.blind",
            "  +30 %      A.dull",
            "  +5 %       A.sharp",
            "1 of 3 benchmarks would not have failed the build even at three times their cost: more forks, more runs of the baseline, or a quieter machine would help.");
  }

  @Test
  void whereAllIsSeenNothingIsAdded() {
    assertThat(SelfTestText.lines(List.of(caught("p.A.sharp", OptionalDouble.of(0.05)))))
        .hasSize(2);
  }
}
