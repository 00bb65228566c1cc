package dev.gnomon.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gnomon.measure.Schedule.Slot;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  @Test
  void everyRoundHasEveryBenchmarkOnce() {
    List<Slot> slots = Schedule.rounds(7, 5, 1);

    assertThat(slots).hasSize(35);
    for (int round = 0; round < 5; round++) {
      int now = round;
      assertThat(slots.subList(7 * round, 7 * round + 7))
          .allMatch(slot -> slot.round() == now)
          .extracting(Slot::entry)
          .containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6);
    }
  }

  @Test
  void theSeedDecidesTheOrder() {
    assertThat(Schedule.rounds(9, 4, 3)).isEqualTo(Schedule.rounds(9, 4, 3));
    assertThat(Schedule.rounds(9, 4, 3)).isNotEqualTo(Schedule.rounds(9, 4, 4));
  }

  @Test
  void roundsDifferAmongThemselves() {
    List<Slot> slots = Schedule.rounds(9, 2, 3);

    assertThat(slots.subList(0, 9))
        .extracting(Slot::entry)
        .isNotEqualTo(slots.subList(9, 18).stream().map(Slot::entry).toList());
  }

  @Test
  void noBenchmarksGiveNoForks() {
    assertThat(Schedule.rounds(0, 5, 1)).isEmpty();
  }
}
