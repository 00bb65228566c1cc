package dev.gnomon.measure.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gnomon.model.Iteration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PilotEndTest {
  private final ForkRecord record = new ForkRecord(Optional.empty());
  private final AtomicLong clock = new AtomicLong(-5);
  private final PilotEnd end = new PilotEnd(clock::get);

  @Test
  void aSlowStartIsNoPartOfIt() {
    assertThat(end.test(record)).isFalse();
    clock.set(3 * PilotEnd.LONGEST_NS);
    assertThat(end.test(record)).isFalse();

    record.warmup().add(Iteration.ofScore(400));
    assertThat(end.test(record)).isFalse();
    clock.addAndGet(PilotEnd.LONGEST_NS);
    assertThat(end.test(record)).isFalse();
    clock.incrementAndGet();
    assertThat(end.test(record)).isTrue();
  }

  @Test
  void itEndsWhereItsSeriesHasArrived() {
    for (int i = 0; i < 60; i++) {
      record.warmup().add(Iteration.ofScore(400));
    }
    assertThat(end.test(record)).isTrue();
  }
}
