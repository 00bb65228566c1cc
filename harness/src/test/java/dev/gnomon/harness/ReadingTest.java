package dev.gnomon.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReadingTest {
  private static Reading reading(Map<Integer, Reading.Task> tasks, Set<Integer> workers) {
    Reading reading = new Reading();
    reading.tasks = tasks;
    reading.workers = workers;
    return reading;
  }

  @Test
  void workersCompilersAndOthersAreToldApart() {
    Reading before =
        reading(
            Map.of(
                1, new Reading.Task("p.Bench.hashLoo", 100, 10),
                2, new Reading.Task("C2 CompilerThre", 50, 5),
                3, new Reading.Task("main", 7, 1)),
            Set.of());
    Reading after =
        reading(
            Map.of(
                1, new Reading.Task("p.Bench.hashLoo", 180, 40),
                2, new Reading.Task("C2 CompilerThre", 60, 25),
                3, new Reading.Task("main", 9, 2)),
            Set.of(1));

    assertThat(after.since(before))
        .containsEntry("workers", 1L)
        .containsEntry("onCpu", 80L)
        .containsEntry("delay", 30L)
        .containsEntry("other", 12L)
        .containsEntry("jitDelay", 20L);
  }

  @Test
  void aThreadThatWasNotThereBeforeStartedFromZero() {
    Reading after = reading(Map.of(9, new Reading.Task("w", 30, 4)), Set.of(9));

    assertThat(after.since(reading(Map.of(1, new Reading.Task("x", 1, 1)), Set.of())))
        .containsEntry("onCpu", 30L)
        .containsEntry("delay", 4L);
  }

  @Test
  void workersThatWereNotFoundAreUnknownAndNotZero() {
    Reading after = reading(Map.of(1, new Reading.Task("x", 5, 5)), Set.of());

    assertThat(after.since(reading(Map.of(1, new Reading.Task("x", 1, 1)), Set.of())))
        .containsEntry("workers", 0L)
        .containsEntry("onCpu", Reading.UNKNOWN)
        .containsEntry("delay", Reading.UNKNOWN);
  }

  @Test
  void aCounterThatCannotBeReadStaysUnknown() {
    Reading before = reading(Map.of(), Set.of());
    Reading after = reading(Map.of(), Set.of());
    before.counters.put("steal", Reading.UNKNOWN);
    after.counters.put("steal", 5L);
    before.counters.put("gc", 5L);
    after.counters.put("gc", 9L);

    assertThat(after.since(before)).containsEntry("steal", Reading.UNKNOWN).containsEntry("gc", 4L);
  }
}
