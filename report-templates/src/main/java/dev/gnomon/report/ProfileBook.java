package dev.gnomon.report;

import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Fork;
import dev.gnomon.model.Run;
import dev.gnomon.model.Series;
import dev.gnomon.report.text.Visible;
import dev.gnomon.report.view.Profiled;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Collects the profiles of the benchmarks that get a section, and leaves a copy of them beside the
 * page.
 */
final class ProfileBook {
  /** Flame graphs are the largest part of a section, so not every section gets one. */
  private static final int MOST = 24;

  private static final int LONGEST_LABEL = 60;
  private static final String CANDIDATE = "candidate";
  private static final String BASELINE = "baseline";

  private final Run candidate;
  private final List<Run> baseline;
  private final SideProfiles profiles;
  private final ReportOutput out;

  ProfileBook(Run candidate, List<Run> baseline, SideProfiles profiles, ReportOutput out) {
    this.candidate = candidate;
    this.baseline = List.copyOf(baseline);
    this.profiles = profiles;
    this.out = out;
  }

  /** The profiles of these benchmarks in their order, of each the candidate's first. */
  Map<BenchmarkId, List<Profiled>> collect(List<BenchmarkId> ids) throws IOException {
    Map<BenchmarkId, List<Profiled>> book = new LinkedHashMap<>();
    int number = 1;
    int left = MOST;
    for (BenchmarkId id : ids) {
      List<Profiled> sides = left > 0 ? sides(id, number, left) : List.of(tooMany());
      int found = Math.toIntExact(sides.stream().filter(Profiled::found).count());
      number += Math.min(found, 1);
      left -= found;
      book.put(id, sides);
    }
    return book;
  }

  private static Profiled tooMany() {
    return Profiled.none(CANDIDATE, "Only the first %d profiles are drawn.".formatted(MOST));
  }

  private List<Profiled> sides(BenchmarkId id, int number, int most) throws IOException {
    String stem = "profiles/%03d".formatted(number);
    List<Profiled> sides = new ArrayList<>();
    Profiles ours = profiles.candidate().in(candidate);
    sides.add(new ForkProfiles(CANDIDATE, "", forks(candidate, id), ours, out).copy(stem));
    if (most > 1 || !sides.get(0).found()) {
      theirs(id, stem + "-" + BASELINE).ifPresent(sides::add);
    }
    return sides;
  }

  /** Those of the newest run that has any; the forks of several runs were not measured together. */
  private Optional<Profiled> theirs(BenchmarkId id, String stem) throws IOException {
    for (Run run : baseline) {
      String of = " of " + Visible.line(run.revision().label(), LONGEST_LABEL);
      Profiles kept = profiles.baseline().in(run);
      Profiled found = new ForkProfiles(BASELINE, of, forks(run, id), kept, out).copy(stem);
      if (found.found()) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  private static List<Fork> forks(Run run, BenchmarkId id) {
    return run.series(id).map(Series::forks).orElse(List.of());
  }
}
