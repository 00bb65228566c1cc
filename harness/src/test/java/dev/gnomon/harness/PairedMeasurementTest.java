package dev.gnomon.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gnomon.measure.Interleave;
import dev.gnomon.measure.Measured;
import dev.gnomon.measure.MeasurementRequest;
import dev.gnomon.measure.PairWishes;
import dev.gnomon.measure.PairWishes.Wish;
import dev.gnomon.measure.PairedMeasured;
import dev.gnomon.measure.process.PairedMeasurement;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Fork;
import dev.gnomon.model.Iteration;
import dev.gnomon.model.Series;
import dev.gnomon.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Measures two sides in real JVMs. */
class PairedMeasurementTest {
  @TempDir Path workspace;

  private final Recorder recorder = new Recorder();

  private PairedMeasured measure(MeasurementRequest request, PairWishes wishes) {
    return measure(request, wishes, recorder);
  }

  private PairedMeasured measure(MeasurementRequest request, PairWishes wishes, Recorder listener) {
    return new PairedMeasurement(
            Suites.side(workspace.resolve("base"), "baseline"),
            Suites.side(workspace.resolve("own"), "candidate"),
            Interleave.ITERATIONS)
        .measure(request, wishes, listener);
  }

  /** Wants so many pairs of everything. */
  private static PairWishes pairs(int wanted) {
    return soFar ->
        soFar.candidate().series().stream()
            .filter(series -> series.forks().size() < wanted)
            .map(series -> new Wish(series.id(), wanted - series.forks().size()))
            .toList();
  }

  private static Series series(Measured side, String method) {
    return side.series().stream()
        .filter(s -> s.id().benchmark().endsWith("." + method))
        .findFirst()
        .orElseThrow();
  }

  private static double onCpuPerOp(Series series) {
    List<Iteration> iterations = series.forks().get(0).iterations();
    Iteration last = iterations.get(iterations.size() - 1);
    return last.workers().onCpuNs() / last.ops();
  }

  @Test
  void eachSideRunsItsOwnCodeInAdjacentPairs() {
    PairedMeasured measured = measure(Suites.request("SidedBenchmark.(slower|same)", 1), pairs(3));

    assertThat(measured.candidate().complete()).isTrue();
    assertThat(recorder.order).hasSize(6).allSatisfy(line -> assertThat(line).startsWith("pair "));
    assertThat(recorder.lastDone).isEqualTo(12);
    assertThat(recorder.planned).isEqualTo(12);
    for (String method : List.of("slower", "same")) {
      Series base = series(measured.baseline(), method);
      Series own = series(measured.candidate(), method);
      assertThat(base.goodForks()).extracting(Fork::round).containsExactly(0, 1, 2);
      assertThat(own.goodForks()).extracting(Fork::round).containsExactly(0, 1, 2);
      assertThat(base.plan()).isEqualTo(own.plan());
    }
    double slower =
        onCpuPerOp(series(measured.candidate(), "slower"))
            / onCpuPerOp(series(measured.baseline(), "slower"));
    assertThat(slower).isBetween(2.0, 8.0);
    assertThat(Files.isDirectory(workspace.resolve("base/profiles"))).isTrue();
    assertThat(Files.isDirectory(workspace.resolve("own/profiles"))).isTrue();
  }

  @Test
  void whichSideGoesFirstChangesWithinTwoPairs() {
    PairedMeasured measured = measure(Suites.request("SidedBenchmark.same", 1), pairs(4));

    List<Boolean> candidateFirst = new ArrayList<>();
    List<Fork> base = series(measured.baseline(), "same").forks();
    List<Fork> own = series(measured.candidate(), "same").forks();
    for (int pair = 0; pair < 4; pair++) {
      candidateFirst.add(own.get(pair).startedAt().isBefore(base.get(pair).startedAt()));
    }
    assertThat(candidateFirst.get(0)).isNotEqualTo(candidateFirst.get(1));
    assertThat(candidateFirst.get(2)).isNotEqualTo(candidateFirst.get(3));
  }

  private PairedMeasured measure(String benchmark, Interleave interleave, int wanted) {
    String file = "-Dgnomon.test.file=" + workspace.resolve("file");
    return new PairedMeasurement(
            Suites.host(workspace.resolve("base"), List.of("-Dgnomon.test.side=baseline", file)),
            Suites.host(workspace.resolve("own"), List.of("-Dgnomon.test.side=candidate", file)),
            interleave)
        .measure(Suites.request(benchmark, 1), pairs(wanted), recorder);
  }

  @Test
  void forksOfAPairTakeTurnsWithEachIteration() throws IOException {
    measure("TwoAtOnceBenchmark.logged", Interleave.ITERATIONS, 1);

    List<String> sides = Files.readAllLines(workspace.resolve("file"));
    assertThat(sides).hasSize(6);
    for (int i = 1; i < sides.size(); i++) {
      assertThat(sides.get(i)).isNotEqualTo(sides.get(i - 1));
    }
  }

  @Test
  void onRequestOneForkRunsAfterTheOther() throws IOException {
    measure("TwoAtOnceBenchmark.logged", Interleave.FORKS, 1);

    List<String> sides = Files.readAllLines(workspace.resolve("file"));
    assertThat(sides).hasSize(6);
    assertThat(sides.subList(0, 3)).containsOnly(sides.get(0));
    assertThat(sides.subList(3, 6)).containsOnly(sides.get(3)).doesNotContain(sides.get(0));
  }

  @Test
  void whatBearsNoSecondInstanceRunsOneAfterTheOther() {
    PairedMeasured measured = measure("TwoAtOnceBenchmark.exclusive", Interleave.ITERATIONS, 2);

    assertThat(series(measured.baseline(), "exclusive").goodForks()).hasSize(2);
    assertThat(series(measured.candidate(), "exclusive").goodForks()).hasSize(2);
    assertThat(measured.candidate().notes())
        .containsExactly(
            "TwoAtOnceBenchmark.exclusive failed while forks of both sides were alive, so they ran one after the other.");
  }

  @Test
  void whatFailsOnASideIsRunNoMoreAndTheOthersGoOn() {
    PairedMeasured measured =
        measure(Suites.request("SidedBenchmark.(added|broken|same)", 1), pairs(2));

    assertThat(series(measured.candidate(), "same").goodForks()).hasSize(2);
    assertThat(series(measured.candidate(), "added").goodForks()).hasSize(1);
    assertThat(series(measured.baseline(), "added").failure().orElseThrow().reason())
        .contains("NoSuchMethodError");
    assertThat(series(measured.candidate(), "broken").failure().orElseThrow().reason())
        .contains("broken by the change");
    assertThat(series(measured.candidate(), "broken").forks()).hasSize(1);
  }

  @Test
  void bothSidesWarmUpAsThePilotOfTheCandidateShows() {
    PairedMeasured measured =
        measure(
            Suites.request("SidedBenchmark.slower", 1, List.of("-i", "2", "-r", "20ms")), pairs(1));

    assertThat(recorder.order)
        .containsExactly("-1 SidedBenchmark.slower", "pair 0 SidedBenchmark.slower");
    Series base = series(measured.baseline(), "slower");
    Series own = series(measured.candidate(), "slower");
    assertThat(own.plan()).isEqualTo(base.plan());
    assertThat(own.plan().warmupIterations()).isBetween(10, 60);
    assertThat(base.forks().get(0).warmup()).hasSize(own.plan().warmupIterations());
  }

  @Test
  void aBudgetThatIsUsedUpEndsWithWholePairs() {
    MeasurementRequest all = Suites.request("SidedBenchmark.same", 1);
    MeasurementRequest bounded = all.withBudget(Duration.ofSeconds(6));
    PairedMeasured measured = measure(bounded, pairs(100));

    assertThat(measured.candidate().notes())
        .singleElement()
        .asString()
        .startsWith("perf.budget of 6 s is used up after ");
    assertThat(series(measured.candidate(), "same").forks())
        .hasSameSizeAs(series(measured.baseline(), "same").forks());
  }

  @Test
  void anInterruptKeepsWhatWasMeasured() throws Exception {
    PairedMeasured[] kept = new PairedMeasured[1];
    boolean[] flag = new boolean[1];
    Recorder interrupting =
        new Recorder() {
          @Override
          public void pairEnded(
              BenchmarkId id, Fork base, Fork own, int done, int planned, Duration left) {
            Thread.currentThread().interrupt();
          }
        };
    Thread build =
        new Thread(
            () -> {
              kept[0] = measure(Suites.request("SidedBenchmark.same", 1), pairs(50), interrupting);
              flag[0] = Thread.interrupted();
            });
    build.start();
    build.join();

    assertThat(flag[0]).isTrue();
    assertThat(kept[0].candidate().complete()).isFalse();
    assertThat(series(kept[0].candidate(), "same").goodForks()).hasSize(1);
    assertThat(series(kept[0].baseline(), "same").goodForks()).hasSize(1);
  }

  @Test
  void aSelectionThatMatchesNothingIsAProblem() {
    assertThatThrownBy(() -> measure(Suites.request("NoSuchThing", 1), pairs(1)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("NoSuchThing");
  }
}
