package dev.gnomon.archive;

import dev.gnomon.model.RunHead;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which runs of a long history may go. Young runs all stay; of older ones one a week stays, of very
 * old ones one a month, for each module, environment and branch by itself, so that a trend keeps
 * its shape. The newest run of each always stays, and so do those that are pinned.
 *
 * @param allDays age in days up to which every run stays; at least 0
 * @param weeklyDays age in days up to which one a week stays; at least {@code allDays}
 */
public record Retention(int allDays, int weeklyDays) {
  public Retention {
    if (allDays < 0 || weeklyDays < allDays) {
      throw new IllegalArgumentException(
          "all runs of %d days and one a week up to %d days, expected 0 or more and no less"
              .formatted(allDays, weeklyDays));
    }
  }

  /**
   * A run to decide about.
   *
   * @param address where it lies
   * @param head what it is of
   */
  public record Candidate(RunAddress address, RunHead head) {}

  /**
   * The runs that may go, newest first.
   *
   * @param runs all runs of the archive, in any order
   * @param pinned whether a run must stay
   * @param now the moment that ages are counted from; runs of the future are young
   */
  public List<RunAddress> surplus(List<Candidate> runs, Predicate<Candidate> pinned, Instant now) {
    Set<String> kept = new HashSet<>();
    List<RunAddress> surplus = new ArrayList<>();
    for (Candidate run :
        runs.stream()
            .sorted(Comparator.comparing(Candidate::address, RunAddress.NEWEST_FIRST))
            .toList()) {
      String series = series(run);
      boolean newest = kept.add(series);
      boolean firstOfItsTime = kept.add(series + " " + period(run, now));
      if (!newest && !firstOfItsTime && !pinned.test(run)) {
        surplus.add(run.address());
      }
    }
    return surplus;
  }

  private static String series(Candidate run) {
    String path = run.address().path();
    String environment = run.address().environment();
    String place = path.substring(0, path.indexOf(environment) + environment.length());
    return "%s %s %s"
        .formatted(place, run.head().revision().dirty(), run.head().revision().branch());
  }

  /** What one run stays of: itself, its week or its month. */
  private String period(Candidate run, Instant now) {
    long age = Duration.between(run.address().startedAt(), now).toDays();
    LocalDate day = LocalDate.ofInstant(run.address().startedAt(), ZoneOffset.UTC);
    if (age <= allDays) {
      return run.address().path();
    }
    return age <= weeklyDays
        ? day.get(IsoFields.WEEK_BASED_YEAR) + "-W" + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)
        : day.getYear() + "-" + day.getMonthValue();
  }
}
