package dev.gnomon.evaluation;

import dev.gnomon.attribution.TimeShift;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Metric;
import dev.gnomon.model.Run;
import dev.gnomon.model.Series;
import dev.gnomon.profile.ProfileEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says which changes deserve forks of their own that only explain them, and what to sample. */
public final class EvidenceNeeds {
  /** Benchmarks that are explained; what moved together mostly has one cause. */
  static final int MOST = 8;

  /** Of a change of time, what has to be off the CPU to be worth a look there. */
  private static final double OFF_CPU = 0.3;

  private EvidenceNeeds() {}

  /**
   * What to sample of which benchmarks.
   *
   * @param event what is sampled
   * @param ids worst first, at least one
   */
  public record Need(ProfileEvent event, List<BenchmarkId> ids) {
    public Need {
      ids = List.copyOf(ids);
    }
  }

  /**
   * What would explain the changes that nothing explains yet: time on the CPU for changes of time;
   * where much of it is not on the CPU, the clock and locks as well; allocation where that changed.
   *
   * @param baseline the baseline's run, whose parts of time are compared with the candidate's
   * @param allowed events that may be sampled
   */
  public static List<Need> of(
      Evaluation evaluation, Run baseline, Run candidate, Set<ProfileEvent> allowed) {
    List<BenchmarkId> open =
        CauseSearch.open(evaluation)
            .filter(id -> baseline.series(id).isPresent() && candidate.series(id).isPresent())
            .limit(MOST)
            .toList();
    List<Need> needs = new ArrayList<>();
    for (ProfileEvent event : ProfileEvent.values()) {
      List<BenchmarkId> ids =
          open.stream().filter(id -> wanted(event, id, evaluation, baseline, candidate)).toList();
      if (allowed.contains(event) && !ids.isEmpty()) {
        needs.add(new Need(event, ids));
      }
    }
    return needs;
  }

  private static boolean wanted(
      ProfileEvent event, BenchmarkId id, Evaluation evaluation, Run baseline, Run candidate) {
    boolean time = CauseSearch.changed(evaluation, id, Metric.TIME);
    return switch (event) {
      case CPU -> time;
      case ALLOC -> CauseSearch.changed(evaluation, id, Metric.ALLOCATION);
      case WALL, LOCK -> time && offCpu(baseline.series(id), candidate.series(id));
    };
  }

  private static boolean offCpu(Optional<Series> before, Optional<Series> after) {
    TimeShift shift = TimeParts.shift(before.orElseThrow(), after.orElseThrow());
    return !Double.isFinite(shift.blocked())
        || Math.abs(shift.blocked()) >= OFF_CPU * Math.abs(shift.wall());
  }
}
