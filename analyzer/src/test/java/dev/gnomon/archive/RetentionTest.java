package dev.gnomon.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gnomon.archive.Retention.Candidate;
import dev.gnomon.environment.Environment;
import dev.gnomon.json.SmallRuns;
import dev.gnomon.model.Revision;
import dev.gnomon.model.Run;
import dev.gnomon.model.RunHead;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RetentionTest {
  /** A Sunday. */
  private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

  private static final Retention POLICY = new Retention(30, 365);

  @Test
  void everyYoungRunStays() {
    List<Candidate> runs = daily(0, 31, "main", SmallRuns.strict());
    assertThat(POLICY.surplus(runs, run -> false, NOW)).isEmpty();
  }

  @Test
  void ofOlderRunsTheNewestOfEachWeekStays() {
    List<Candidate> runs = daily(0, 31 + 28, "main", SmallRuns.strict());
    List<RunAddress> surplus = POLICY.surplus(runs, run -> false, NOW);
    // 31 days back is a Thursday: its week keeps it, and the four weeks before keep their Sundays.
    assertThat(surplus).hasSize(28 - 5);
    assertThat(kept(runs, surplus).subList(31, 36))
        .extracting(a -> a.startedAt().toString().substring(0, 10))
        .containsExactly("2026-10-01", "2026-09-27", "2026-09-20", "2026-09-13", "2026-09-06");
  }

  @Test
  void ofVeryOldRunsOneAMonthStays() {
    List<Candidate> runs = daily(366, 366 + 62, "main", SmallRuns.strict());
    List<RunAddress> surplus = POLICY.surplus(runs, run -> false, NOW);
    assertThat(kept(runs, surplus))
        .extracting(a -> a.startedAt().toString().substring(0, 10))
        .containsExactly("2025-10-31", "2025-09-30", "2025-08-31");
  }

  @Test
  void branchesEnvironmentsAndUncommittedChangesAreThinnedByThemselves() {
    List<Candidate> runs = new ArrayList<>();
    runs.addAll(daily(400, 402, "main", SmallRuns.strict()));
    runs.addAll(daily(400, 402, "other", SmallRuns.strict()));
    runs.addAll(daily(400, 402, "main", SmallRuns.strict("cpu.model", "x")));
    assertThat(POLICY.surplus(runs, run -> false, NOW)).hasSize(3);
  }

  @Test
  void whatIsPinnedStaysAndHoldsNoOthersPlace() {
    List<Candidate> runs = daily(400, 410, "main", SmallRuns.strict());
    RunAddress pinned = runs.get(7).address();
    List<RunAddress> surplus = POLICY.surplus(runs, run -> run.address().equals(pinned), NOW);
    assertThat(kept(runs, surplus)).contains(pinned);
    assertThat(surplus).hasSize(POLICY.surplus(runs, run -> false, NOW).size() - 1);
  }

  @Test
  void thinningTwiceRemovesNothingMore() {
    List<Candidate> runs = daily(0, 800, "main", SmallRuns.strict());
    List<RunAddress> surplus = POLICY.surplus(runs, run -> false, NOW);
    List<Candidate> left = runs.stream().filter(run -> !surplus.contains(run.address())).toList();
    assertThat(POLICY.surplus(left, run -> false, NOW)).isEmpty();
  }

  @Test
  void anOrderOfAgesThatIsNoneIsRefused() {
    assertThatThrownBy(() -> new Retention(30, 7)).isInstanceOf(IllegalArgumentException.class);
  }

  private static List<RunAddress> kept(List<Candidate> runs, List<RunAddress> surplus) {
    return runs.stream().map(Candidate::address).filter(a -> !surplus.contains(a)).toList();
  }

  private static List<Candidate> daily(int from, int to, String branch, Environment environment) {
    List<Candidate> runs = new ArrayList<>();
    for (int age = from; age < to; age++) {
      Revision revision = new Revision("a".repeat(40), branch, false, Optional.empty());
      Run run = SmallRuns.of(revision, NOW.minus(Duration.ofDays(age)), environment);
      runs.add(new Candidate(StoredRun.of(run).address(), RunHead.of(run)));
    }
    return runs;
  }
}
