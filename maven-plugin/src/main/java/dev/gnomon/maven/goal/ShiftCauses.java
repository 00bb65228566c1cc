package dev.gnomon.maven.goal;

import dev.gnomon.archive.RunArchive;
import dev.gnomon.attribution.Attribution;
import dev.gnomon.evaluation.CauseSearch;
import dev.gnomon.evaluation.ProfiledRun;
import dev.gnomon.history.Event;
import dev.gnomon.history.History;
import dev.gnomon.history.RunMark;
import dev.gnomon.history.Shift;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Metric;
import dev.gnomon.problem.ProblemException;
import dev.gnomon.profile.RunProfiles;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Asks the profiles of the runs on both sides of a change what made it.
 *
 * @param archive where they are
 * @param history that the changes are of
 * @param warn told of profiles that cannot be read, which is no reason to fail
 */
public record ShiftCauses(RunArchive archive, History history, Consumer<String> warn) {
  /** Benchmarks of a change that are explained: what moved together mostly has one cause. */
  private static final int MOST = 3;

  /** The causes of the benchmarks that changed most; empty where a side has no profiles. */
  public List<Attribution> of(Event event) {
    Optional<ProfiledRun> before = profiled(event.before());
    Optional<ProfiledRun> after = before.isEmpty() ? before : profiled(event.after());
    return after.isEmpty()
        ? List.of()
        : ids(event).stream()
            .flatMap(id -> CauseSearch.between(id, Set.of(), before.get(), after.get()).stream())
            .toList();
  }

  private static List<BenchmarkId> ids(Event event) {
    return event.shifts().stream()
        .filter(shift -> shift.key().metric().equals(Metric.TIME))
        .map(Shift::key)
        .map(key -> key.id())
        .distinct()
        .limit(MOST)
        .toList();
  }

  private Optional<ProfiledRun> profiled(int run) {
    RunMark mark = history.runs().get(run);
    try {
      RunProfiles profiles = archive.profiles(mark.address());
      return profiles.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new ProfiledRun(archive.read(mark.address()), ref -> profiles.named(ref.file())));
    } catch (ProblemException e) {
      warn.accept(e.getMessage());
      return Optional.empty();
    }
  }
}
