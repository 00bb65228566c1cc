package dev.gnomon.maven.goal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gnomon.archive.KeptArchive;
import dev.gnomon.archive.directory.DirectoryArchive;
import dev.gnomon.environment.Environment;
import dev.gnomon.measure.GivenPlan;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Failure;
import dev.gnomon.model.Fork;
import dev.gnomon.model.ForkPlan;
import dev.gnomon.model.Iteration;
import dev.gnomon.model.Mode;
import dev.gnomon.model.Noise;
import dev.gnomon.model.Origin;
import dev.gnomon.model.ProfileRef;
import dev.gnomon.model.Revision;
import dev.gnomon.model.Run;
import dev.gnomon.model.Sampling;
import dev.gnomon.model.Series;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchivedPlansTest {
  private static final Origin ORIGIN = new Origin("g:root", "core", Origin.MEASURED, "1");
  private static final Instant FIRST = Instant.parse("2026-11-01T12:00:00Z");
  private static final Optional<Failure> NONE = Optional.empty();

  @TempDir Path directory;
  private KeptArchive archive;

  @BeforeEach
  void open() {
    archive = new DirectoryArchive(directory);
  }

  @Test
  void anEmptyArchiveHasNone() {
    assertThat(plans()).isEmpty();
  }

  @Test
  void theNewestPlanOfEachBenchmarkHolds() {
    record(1, "adaptive", series("a", 20, NONE), series("b", 30, NONE));
    record(2, "adaptive", series("a", 40, NONE), series("b", 50, NONE));
    assertThat(plans()).isEqualTo(Map.of(id("a"), given(40), id("b"), given(50)));
  }

  @Test
  void runsOfAPartOfTheSuiteHideNoOtherPlan() {
    record(1, "adaptive", series("a", 20, NONE), series("b", 30, NONE));
    record(2, "adaptive", series("a", 50, NONE));
    record(3, "adaptive", series("a", 40, NONE));
    assertThat(plans()).isEqualTo(Map.of(id("a"), given(40), id("b"), given(30)));
  }

  @Test
  void whatFailedOrWasNotReachedHandsOnNoPlan() {
    record(1, "adaptive", series("a", 20, NONE), series("b", 30, NONE));
    Failure failure = new Failure(Failure.Kind.THREW, "planted", List.of());
    record(2, "adaptive", series("a", 60, Optional.of(failure)), unreached("b", 5));
    assertThat(plans()).isEqualTo(Map.of(id("a"), given(20), id("b"), given(30)));
  }

  @Test
  void whatOptionsOfAUserFixedHoldsForThatRunAlone() {
    record(1, "adaptive", series("a", 20, NONE));
    ForkPlan fixed = new ForkPlan(3, 100_000_000, 5, 200_000_000, 60_000_000_000L);
    Series measured = series("a", 3, NONE);
    record(2, "adaptive", new Series(id("a"), fixed, "hash", measured.forks()));
    assertThat(plans()).isEqualTo(Map.of(id("a"), given(20)));
  }

  @Test
  void anAnnotatedPlanIsNoAnswerOfAPilot() {
    record(1, "adaptive", series("a", 20, NONE));
    record(2, "annotated", series("a", 5, NONE));
    assertThat(plans()).isEqualTo(Map.of(id("a"), given(20)));
  }

  private Map<BenchmarkId, GivenPlan> plans() {
    return ArchivedPlans.of(archive, ORIGIN);
  }

  private void record(int day, String plan, Series... series) {
    archive.add(
        new Run(
            ORIGIN,
            new Revision("1".repeat(40), "main", false, Optional.empty()),
            FIRST.plus(Duration.ofDays(day)),
            Duration.ofSeconds(1),
            new Environment(List.of()),
            new Sampling(plan, 1, 1, true),
            List.of(series),
            List.of()));
  }

  private static Series series(String benchmark, int warmups, Optional<Failure> failure) {
    Fork fork =
        new Fork(
            0,
            FIRST,
            List.of(),
            List.of(Iteration.ofScore(100)),
            new TreeMap<>(),
            Noise.NONE,
            ProfileRef.OFF,
            failure);
    return new Series(id(benchmark), plan(warmups), "hash", List.of(fork));
  }

  private static Series unreached(String benchmark, int warmups) {
    return new Series(id(benchmark), plan(warmups), "hash", List.of());
  }

  private static BenchmarkId id(String benchmark) {
    return BenchmarkId.of("p.Bench." + benchmark, Map.of(), Mode.AVERAGE_TIME, 1);
  }

  private static GivenPlan given(int warmups) {
    return new GivenPlan(plan(warmups), Optional.of("hash"));
  }

  private static ForkPlan plan(int warmups) {
    return new ForkPlan(warmups, 100_000_000, 20, 100_000_000, 60_000_000_000L);
  }
}
