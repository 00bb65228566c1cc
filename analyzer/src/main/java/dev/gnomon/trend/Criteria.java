package dev.gnomon.trend;

/**
 * What a shift must show to be called a change point. The defaults come from a calibration that the
 * page {@code docs/change-points.md} describes.
 *
 * @param threshold largest p, in (0, 0.001]. It is so small because the place is chosen by looking:
 *     among some thousand places, and with runs that resemble their neighbours, a p of 0.001
 *     happens in nearly every history
 * @param window most runs on either side of a place that are compared, from the smallest segment to
 *     256; a shift is judged by what is near, so that an old episode cannot hide a new one
 * @param minimumSegment runs for which a new level must stay, from 3 to {@code window}; a level
 *     that is back earlier makes a spike
 * @param localEffect smallest shift, in standard deviations of the runs compared
 * @param spreadEffect smallest shift, in standard deviations of all that the history does around
 *     its levels, spikes included: what people's eyes measure a shift against
 * @param plainEffect shift, in standard deviations of the runs compared, from which {@code
 *     spreadEffect} is not asked for: one enormous spike must not hide a plain step
 * @param confidence level of the intervals, in (0, 1)
 */
public record Criteria(
    double threshold,
    int window,
    int minimumSegment,
    double localEffect,
    double spreadEffect,
    double plainEffect,
    double confidence) {
  private static final double LARGEST_THRESHOLD = 1e-3;
  private static final int SMALLEST_SEGMENT = 3;
  private static final int LARGEST_WINDOW = 256;

  private static final Criteria DEFAULTS = new Criteria(1e-6, 50, 4, 1.0, 1.2, 4.0, 0.95);

  public Criteria {
    check(threshold > 0 && threshold <= LARGEST_THRESHOLD, "threshold", threshold);
    check(window <= LARGEST_WINDOW, "window", window);
    check(
        minimumSegment >= SMALLEST_SEGMENT && minimumSegment <= window,
        "smallest segment",
        minimumSegment);
    check(localEffect > 0, "effect against the runs near", localEffect);
    check(spreadEffect > 0, "effect against the whole spread", spreadEffect);
    check(plainEffect >= localEffect, "plain effect", plainEffect);
    check(confidence > 0 && confidence < 1, "confidence", confidence);
  }

  /** The criteria as calibrated. */
  public static Criteria defaults() {
    return DEFAULTS;
  }

  /** The same with another largest p. */
  public Criteria withThreshold(double value) {
    return new Criteria(
        value, window, minimumSegment, localEffect, spreadEffect, plainEffect, confidence);
  }

  /** The same with another reach on either side. */
  public Criteria withWindow(int value) {
    return new Criteria(
        threshold, value, minimumSegment, localEffect, spreadEffect, plainEffect, confidence);
  }

  /** The same with another number of runs for which a level must stay. */
  public Criteria withMinimumSegment(int value) {
    return new Criteria(
        threshold, window, value, localEffect, spreadEffect, plainEffect, confidence);
  }

  /** The same with another smallest shift against the spread of the whole history. */
  public Criteria withSpreadEffect(double value) {
    return new Criteria(
        threshold, window, minimumSegment, localEffect, value, plainEffect, confidence);
  }

  /** The same with intervals of another confidence. */
  public Criteria withConfidence(double value) {
    return new Criteria(
        threshold, window, minimumSegment, localEffect, spreadEffect, plainEffect, value);
  }

  /** Most runs that a spike lasts; also how far the clipping looks to either side. */
  int spikeLength() {
    return minimumSegment - 1;
  }

  private static void check(boolean good, String what, double value) {
    if (!good) {
      throw new IllegalArgumentException(
          "change points with " + what + " " + value + ", which is out of its range");
    }
  }
}
