package dev.gnomon.attribution;

import dev.gnomon.profile.Frame;
import dev.gnomon.stats.ConfidenceInterval;
import java.util.Objects;

/**
 * How the cost of one frame, with all it calls, changed.
 *
 * @param frame which
 * @param baseline mean over the forks, in the unit of the weight
 * @param candidate mean over the forks
 * @param interval of candidate − baseline, at 95 %; infinite where a side has one fork
 * @param q false discovery rate at which the frame counts as changed, from 0 to 1; 1 where it was
 *     too small to be tested
 * @param share of the whole change that this frame explains; 0 where the whole did not change
 * @param touched whether the source of its class changed between the sides
 */
public record FrameChange(
    Frame frame,
    double baseline,
    double candidate,
    ConfidenceInterval interval,
    double q,
    double share,
    boolean touched) {
  /** Among the frames called changed, this share may be so by chance. */
  public static final double FALSE_DISCOVERIES = 0.10;

  public FrameChange {
    Objects.requireNonNull(frame, "frame");
    Objects.requireNonNull(interval, "interval");
    if (!(q >= 0 && q <= 1) || !Double.isFinite(share) || !(baseline >= 0) || !(candidate >= 0)) {
      throw new IllegalArgumentException(
          "frame at %s and %s with q %s and share %s, expected costs of 0 or more, a q from 0 to 1 and a finite share"
              .formatted(baseline, candidate, q, share));
    }
  }

  /** Candidate − baseline. */
  public double delta() {
    return candidate - baseline;
  }

  /** Whether it is taken to have changed. */
  public boolean significant() {
    return q < FALSE_DISCOVERIES;
  }
}
