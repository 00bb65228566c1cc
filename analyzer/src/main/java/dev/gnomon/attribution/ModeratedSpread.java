package dev.gnomon.attribution;

import dev.gnomon.stats.Estimate;
import dev.gnomon.stats.Sample;
import java.util.List;

/**
 * The spread between forks, frame by frame, moderated by what all frames have in common. Few forks
 * tell little of the spread of one frame; but samples are counted, so the variance of the log of a
 * frame's cost falls with its share of the samples, and the other frames tell what to expect.
 * Moderated t as in Smyth, doi 10.2202/1544-6115.1027, with a fixed weight of the prior.
 *
 * @param unit variance of the log of a cost that is the whole
 * @param weight degrees of freedom that the expectation counts for, 0 for none
 */
record ModeratedSpread(double unit, double weight) {
  /** As much as seven forks of a side tell by themselves. */
  private static final double MOST_WEIGHT = 6;

  /** With fewer frames there is nothing in common. */
  private static final int FEWEST = 4;

  /**
   * The forks of both sides in one frame.
   *
   * @param baseline logs of the baseline's costs
   * @param candidate logs of the candidate's
   * @param share of the whole, above 0
   */
  record Observed(Sample baseline, Sample candidate, double share) {
    double degrees() {
      return baseline.size() + candidate.size() - 2.0;
    }

    /** Pooled variance of both sides. */
    double variance() {
      return ((baseline.size() - 1) * baseline.variance()
              + (candidate.size() - 1) * candidate.variance())
          / degrees();
    }
  }

  /** What these frames have in common. */
  static ModeratedSpread of(List<Observed> frames) {
    if (frames.size() < FEWEST || frames.get(0).degrees() < 2) {
      return new ModeratedSpread(0, 0);
    }
    Sample units =
        Sample.of(frames.stream().map(frame -> frame.variance() * frame.share()).toList());
    return new ModeratedSpread(units.median(), MOST_WEIGHT);
  }

  /** The same difference, with an error that rests on the frame and on the expectation. */
  Estimate moderated(Estimate difference, Observed frame) {
    if (weight == 0 || !(frame.share() > 0)) {
      return difference;
    }
    double degrees = frame.degrees();
    double expected = unit / frame.share();
    double variance = (weight * expected + degrees * frame.variance()) / (weight + degrees);
    double error =
        Math.sqrt(variance * (1.0 / frame.baseline().size() + 1.0 / frame.candidate().size()));
    return new Estimate(difference.value(), error, weight + degrees);
  }
}
