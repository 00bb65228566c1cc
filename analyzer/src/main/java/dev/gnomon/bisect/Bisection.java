package dev.gnomon.bisect;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A binary search for the first commit that is like the bad end. Commits are numbered: 0 is the
 * good end, which is known to be good, and the last is the bad end. Commits that nothing can be
 * told of are passed over; where they stand between the last good one and the first bad one, the
 * answer is a range. Immutable.
 */
public final class Bisection {
  private final Map<Integer, Resemblance> known;
  private final int last;

  private Bisection(Map<Integer, Resemblance> known, int last) {
    this.known = Map.copyOf(known);
    this.last = last;
  }

  /**
   * A search that knows both ends.
   *
   * @param last number of the bad end, at least 1
   */
  public static Bisection to(int last) {
    if (last < 1) {
      throw new IllegalArgumentException("last is " + last + ", expected at least 1");
    }
    return new Bisection(Map.of(0, Resemblance.GOOD, last, Resemblance.BAD), last);
  }

  /**
   * What is known of one more commit.
   *
   * @param commit a number between the ends, about which nothing was known
   */
  public Bisection with(int commit, Resemblance resemblance) {
    if (commit <= 0 || commit >= last || known.containsKey(commit)) {
      throw new IllegalArgumentException(
          "commit %d of %d is an end or known already".formatted(commit, last));
    }
    Map<Integer, Resemblance> more = new HashMap<>(known);
    more.put(commit, resemblance);
    return new Bisection(more, last);
  }

  /** The bad commit that is nearest to the good end. */
  public int firstBad() {
    return known.entrySet().stream()
        .filter(entry -> entry.getValue() == Resemblance.BAD)
        .mapToInt(Map.Entry::getKey)
        .min()
        .orElseThrow();
  }

  /** The last good commit before {@link #firstBad}. */
  public int lastGood() {
    int bad = firstBad();
    return known.entrySet().stream()
        .filter(entry -> entry.getValue() == Resemblance.GOOD && entry.getKey() < bad)
        .mapToInt(Map.Entry::getKey)
        .max()
        .orElseThrow();
  }

  /**
   * Which commit to look at next: the one nearest to the middle of those in question.
   *
   * @return empty where one commit is left, or only such of which nothing can be told
   */
  public OptionalInt next() {
    int good = lastGood();
    int bad = firstBad();
    int middle = (good + bad) / 2;
    for (int distance = 0; distance < bad - good; distance++) {
      for (int commit : new int[] {middle + distance, middle - distance}) {
        if (commit > good && commit < bad && !known.containsKey(commit)) {
          return OptionalInt.of(commit);
        }
      }
    }
    return OptionalInt.empty();
  }

  /** Whether the answer is one commit. */
  public boolean found() {
    return firstBad() - lastGood() == 1;
  }

  /** About how many looks are still needed. */
  public int stepsLeft() {
    int open = firstBad() - lastGood();
    return Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(0, open - 1));
  }
}
