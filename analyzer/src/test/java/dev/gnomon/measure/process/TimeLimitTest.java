package dev.gnomon.measure.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TimeLimitTest {
  private final AtomicLong clock = new AtomicLong(-7);

  @Test
  void aUsersLimitHoldsWhateverArrives() {
    TimeLimit limit = new TimeLimit(100, false, clock::get);
    clock.addAndGet(60);
    limit.heard();

    assertThat(limit.leftNs()).isEqualTo(40);
    assertThat(limit.ranNs()).isEqualTo(60);
  }

  @Test
  void aForkThatSendsIterationsIsSlowAndNotStuck() {
    TimeLimit limit = new TimeLimit(100, true, clock::get);
    clock.addAndGet(90);
    limit.heard();
    clock.addAndGet(90);

    assertThat(limit.leftNs()).isEqualTo(10);
    clock.addAndGet(10);
    assertThat(limit.leftNs()).isZero();
  }

  @Test
  void evenSoItDoesNotGoOnForEver() {
    TimeLimit limit = new TimeLimit(100, true, clock::get);
    for (int i = 0; i < TimeLimit.PATIENCE; i++) {
      clock.addAndGet(99);
      limit.heard();
    }

    assertThat(limit.leftNs()).isEqualTo(TimeLimit.PATIENCE);
  }

  @Test
  void aLimitBeyondAllTimeIsNone() {
    TimeLimit limit = new TimeLimit(Long.MAX_VALUE, true, clock::get);
    clock.addAndGet(1000);

    assertThat(limit.leftNs()).isEqualTo(Long.MAX_VALUE - 1000);
  }
}
