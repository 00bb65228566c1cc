package dev.gnomon.trend;

/** Tests a place, fixed beforehand, against the runs near it. */
final class ShiftTest {
  /** A stretch that happens to be quiet does not make its neighbours significant. */
  private static final double QUIET = 0.25;

  private final Criteria criteria;
  private final Sums sums;
  private final double floor;
  private final double centre;

  /**
   * @param clipped log values, centred and clipped
   * @param noise standard deviation of a run around its level
   * @param centre what was taken off the log values
   */
  ShiftTest(Criteria criteria, double[] clipped, double noise, double centre) {
    this.criteria = criteria;
    this.sums = new Sums(clipped);
    this.floor = Math.max(QUIET * noise, Noise.FLOOR);
    this.centre = centre;
  }

  /** Student's test with equal variances of the runs from {@code from} and those to {@code to}. */
  Shift at(int from, int place, int to) {
    int start = Math.max(from, place - criteria.window());
    int end = Math.min(to, place + criteria.window());
    int left = place - start;
    int right = end - place;
    double squares = sums.squares(start, place) + sums.squares(place, end);
    double before = sums.mean(start, place);
    return new Shift(
        place,
        before + centre,
        sums.mean(place, end) - before,
        deviation(squares, left + right - 2),
        Math.sqrt(1.0 / left + 1.0 / right),
        left + right - 2,
        criteria.confidence());
  }

  /**
   * Whether runs from {@code place} to before {@code after}, of a mean level, leave their segment.
   */
  Shift spike(int from, int place, int after, int to, double mean) {
    int start = Math.max(from, place - criteria.window());
    int end = Math.min(to, after + criteria.window());
    int left = place - start;
    int right = end - after;
    double around =
        (left * sums.mean(start, place) + right * sums.mean(after, end)) / (left + right);
    double squares = sums.squares(start, place) + sums.squares(after, end);
    return new Shift(
        place,
        around + centre,
        mean - around,
        deviation(squares, left + right - 2),
        Math.sqrt(1.0 / (after - place) + 1.0 / (left + right)),
        left + right - 2,
        criteria.confidence());
  }

  /**
   * Whether both levels last: whether the place nearby that divides the runs best leaves a smallest
   * segment on either side. A search that must not make a shorter segment fills it up with a run or
   * two of the other level.
   */
  boolean lasts(int from, int place, int to) {
    int smallest = criteria.minimumSegment();
    int start = Math.max(from, place - criteria.window());
    int end = Math.min(to, place + criteria.window());
    int best = place;
    double least = sums.squares(start, place) + sums.squares(place, end);
    for (int i = Math.max(start, place - smallest) + 1; i < Math.min(end, place + smallest); i++) {
      double squares = sums.squares(start, i) + sums.squares(i, end);
      if (squares < least) {
        least = squares;
        best = i;
      }
    }
    return best - from >= smallest && to - best >= smallest;
  }

  private double deviation(double squares, int degrees) {
    return Math.max(Math.sqrt(squares / degrees), floor);
  }
}
