package dev.gnomon.maven.goal;

import dev.gnomon.bisect.Bisection;
import dev.gnomon.bisect.Halfway;
import dev.gnomon.bisect.Resemblance;
import dev.gnomon.problem.ProblemException;
import dev.gnomon.stats.HodgesLehmann;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * Searches a history for the commit that changed a benchmark.
 *
 * @param commits full ids; the good end first, the bad one last
 * @param comparisons measures
 * @param told takes a line at a time
 */
public record Bisecting(List<String> commits, Comparisons comparisons, Consumer<String> told) {
  private static final int SHORT = 10;

  public Bisecting {
    commits = List.copyOf(commits);
  }

  /** Whatever measures a commit side by side with the good end. */
  @FunctionalInterface
  public interface Comparisons {
    /**
     * Measures pairs of forks until enough are there, or time is up.
     *
     * @param commit full id
     * @param enough told the logarithms of the cost ratios commit / good end so far
     * @return the logarithms, empty where the commit cannot be measured, which has been told
     */
    List<Double> measure(String commit, Enough enough);
  }

  /** When there are enough pairs. */
  @FunctionalInterface
  public interface Enough {
    /** How many pairs there should be; empty where no more are wanted. */
    OptionalInt wanted(List<Double> logRatios);
  }

  /**
   * What was found.
   *
   * @param lastGood number of the last commit that is like the good end
   * @param firstBad number of the first that is like the bad end
   * @param change how the ends differ
   */
  public record Found(int lastGood, int firstBad, HodgesLehmann.Shift change) {
    /** Whether it is one commit. */
    public boolean exact() {
      return firstBad - lastGood == 1;
    }
  }

  /**
   * Searches, and tells what is known also where the build is being stopped.
   *
   * @throws ProblemException {@code bisect-nothing} where the ends do not differ as far as could be
   *     measured; {@code interrupted} where the build is being stopped
   */
  public void search(Consumer<Found> then) {
    try (Interrupt interrupt = Interrupt.ofThisThread()) {
      Found found = search();
      interrupt.measured();
      then.accept(found);
      interrupt.kept("told above");
    }
  }

  Found search() {
    int last = commits.size() - 1;
    List<Double> ends = comparisons.measure(commits.get(last), Bisecting::untilDifferent);
    if (!Halfway.differ(ends)) {
      throw Thread.currentThread().isInterrupted() ? interrupted() : nothing(ends);
    }
    HodgesLehmann.Shift change = Halfway.shift(ends);
    told.accept("The ends differ by %s".formatted(percent(change)));
    Halfway halfway = new Halfway(change.value());
    Bisection bisection = Bisection.to(last);
    for (OptionalInt next = bisection.next(); next.isPresent(); next = bisection.next()) {
      int commit = next.getAsInt();
      Optional<List<Double>> measured = unlessStopped(commit, halfway);
      if (measured.isEmpty()) {
        break;
      }
      List<Double> ratios = measured.get();
      Resemblance resemblance = halfway.of(ratios);
      bisection = bisection.with(commit, resemblance);
      told.accept(
          "%s (%d of %d) %s%s"
              .formatted(
                  shortened(commit),
                  commit,
                  last,
                  said(resemblance),
                  ratios.isEmpty() ? "" : ": " + percent(Halfway.shift(ratios))));
    }
    return new Found(bisection.lastGood(), bisection.firstBad(), change);
  }

  /** Empty where the build is being stopped: half a comparison tells nothing. */
  private Optional<List<Double>> unlessStopped(int commit, Halfway halfway) {
    try {
      List<Double> ratios =
          comparisons.measure(commits.get(commit), soFar -> untilTold(halfway, soFar));
      return Thread.currentThread().isInterrupted() ? Optional.empty() : Optional.of(ratios);
    } catch (ProblemException e) {
      // What builds a commit or starts a host tells it this way.
      if (!e.code().equals("interrupted")) {
        throw e;
      }
      return Optional.empty();
    }
  }

  private static ProblemException interrupted() {
    return new ProblemException(
        "interrupted",
        "Measuring was interrupted before it could be told whether the ends differ, so nothing is known yet.");
  }

  private static OptionalInt untilDifferent(List<Double> soFar) {
    return Halfway.differ(soFar) ? OptionalInt.empty() : Halfway.nextLook(soFar.size());
  }

  private static OptionalInt untilTold(Halfway halfway, List<Double> soFar) {
    return halfway.of(soFar) == Resemblance.UNKNOWN
        ? Halfway.nextLook(soFar.size())
        : OptionalInt.empty();
  }

  private String shortened(int commit) {
    String id = commits.get(commit);
    return id.substring(0, Math.min(SHORT, id.length()));
  }

  private static String said(Resemblance resemblance) {
    return switch (resemblance) {
      case GOOD -> "is like the good end";
      case BAD -> "is like the bad end";
      case UNKNOWN -> "can't be told";
    };
  }

  private ProblemException nothing(List<Double> ends) {
    return new ProblemException(
        "bisect-nothing",
        "The benchmark does not differ between %s and %s%s, so there is no commit to look for. Expected ends that differ: name others with -Dperf.good and -Dperf.bad, or give more time, -Dperf.budget=1h."
            .formatted(
                shortened(0),
                shortened(commits.size() - 1),
                ends.isEmpty()
                    ? ", as far as could be measured"
                    : " as far as %d pairs of forks show: %s"
                        .formatted(ends.size(), percent(Halfway.shift(ends)))));
  }

  /** A change in percent with its interval. */
  public static String percent(HodgesLehmann.Shift shift) {
    return String.format(
        Locale.ROOT,
        "%+.1f %% (%+.1f … %+.1f)",
        100 * Math.expm1(shift.value()),
        100 * Math.expm1(shift.interval().lower()),
        100 * Math.expm1(shift.interval().upper()));
  }
}
