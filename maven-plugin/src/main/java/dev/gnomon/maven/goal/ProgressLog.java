package dev.gnomon.maven.goal;

import dev.gnomon.compare.ForkValues;
import dev.gnomon.compare.Observed;
import dev.gnomon.compare.TimeBasis;
import dev.gnomon.measure.MeasurementListener;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Failure;
import dev.gnomon.model.Fork;
import dev.gnomon.model.ForkPlan;
import dev.gnomon.model.Series;
import dev.gnomon.report.text.Visible;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Prints what happens while measuring: a line for each fork, and a sign of life. */
public final class ProgressLog implements MeasurementListener {
  /** The value of a fork does not depend on its plan. */
  private static final ForkPlan ANY_PLAN = new ForkPlan(0, 0, 1, 0, 0);

  /** Foreign text of any length fits into one line of the log. */
  private static final int LONGEST = 500;

  private static final int CPUS = Runtime.getRuntime().availableProcessors();

  private final String module;
  private final boolean each;
  private final Consumer<String> info;
  private final Consumer<String> warn;
  private final Map<BenchmarkId, List<Fork>> forks = new HashMap<>();

  /**
   * A log.
   *
   * @param module which module is measured
   * @param each whether each fork gets a line; waiting and failures always do
   * @param info takes what goes as it should
   * @param warn takes what does not
   */
  public ProgressLog(String module, boolean each, Consumer<String> info, Consumer<String> warn) {
    this.module = module;
    this.each = each;
    this.info = info;
    this.warn = warn;
  }

  @Override
  public void listed(List<BenchmarkId> benchmarks, int forksPlanned) {
    String forks = forksPlanned == 0 ? "in pairs of forks" : forksPlanned + " forks in all";
    info.accept(
        "Gnomon · %d benchmark%s of %s, %s"
            .formatted(benchmarks.size(), benchmarks.size() == 1 ? "" : "s", module, forks));
  }

  @Override
  public void forkEnded(BenchmarkId id, Fork fork, int done, int planned, Duration left) {
    String place = ProgressText.place(done, planned) + " " + ProgressText.name(id);
    if (fork.failure().isPresent()) {
      Failure failure = fork.failure().get();
      warn.accept(place + "  failed: " + Visible.line(failure.reason(), LONGEST));
    } else if (each && (fork.round() < 0 || fork.iterations().isEmpty())) {
      info.accept(place + "  pilot of the warm-up  " + ProgressText.left(left));
    } else if (each) {
      List<Fork> ofId = forks.computeIfAbsent(id, any -> new ArrayList<>());
      ofId.add(fork);
      String value = ProgressText.value(values(id, ofId));
      info.accept(place + "  " + value + "  " + ProgressText.left(left));
    }
  }

  @Override
  public void pairEnded(
      BenchmarkId id, Fork baseline, Fork candidate, int done, int planned, Duration left) {
    String place = ProgressText.place(done, planned) + " " + ProgressText.name(id);
    if (baseline.failure().isPresent()) {
      warn.accept(
          place
              + "  failed on the base: "
              + Visible.line(baseline.failure().get().reason(), LONGEST));
    }
    if (candidate.failure().isPresent()) {
      warn.accept(place + "  failed: " + Visible.line(candidate.failure().get().reason(), LONGEST));
    }
    if (each && baseline.succeeded() && candidate.succeeded()) {
      List<Double> values = values(id, List.of(baseline, candidate));
      info.accept(place + "  " + ProgressText.pair(values) + "  " + ProgressText.left(left));
    }
  }

  /** The values that the gate would see, so that the line and the verdict speak of the same. */
  private static List<Double> values(BenchmarkId id, List<Fork> forks) {
    Series series = new Series(id, ANY_PLAN, "", forks);
    TimeBasis basis = TimeBasis.of(new Observed(series, CPUS, 0));
    return forks.stream()
        .flatMapToDouble(fork -> ForkValues.time(fork, basis).stream())
        .boxed()
        .toList();
  }

  @Override
  public void heartbeat(BenchmarkId id, int done, int planned, Duration elapsed) {
    info.accept(
        ProgressText.place(done, planned)
            + " "
            + ProgressText.name(id)
            + "  still measuring after "
            + ProgressText.time(elapsed));
  }

  @Override
  public void waiting(String holder) {
    info.accept(
        "%s waits for %s, which is measuring on this machine."
            .formatted(module, Visible.line(holder, LONGEST)));
  }
}
