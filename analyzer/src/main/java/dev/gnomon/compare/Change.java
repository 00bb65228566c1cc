package dev.gnomon.compare;

import dev.gnomon.stats.Caveat;
import dev.gnomon.stats.ConfidenceInterval;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * How one metric of one benchmark changed. All log ratios are signed so that positive means worse.
 *
 * @param baseline the stored side
 * @param candidate the side under judgement
 * @param logRatio estimated log cost ratio candidate / baseline, positive is worse
 * @param interval interval of {@code logRatio}, at the level that equivalence is judged by
 * @param evidence how sure the change is, and what it would take to be surer
 * @param caveats doubts
 */
public record Change(
    Side baseline,
    Side candidate,
    double logRatio,
    ConfidenceInterval interval,
    Evidence evidence,
    List<Caveat> caveats) {
  public Change {
    Objects.requireNonNull(baseline, "baseline");
    Objects.requireNonNull(candidate, "candidate");
    Objects.requireNonNull(interval, "interval");
    Objects.requireNonNull(evidence, "evidence");
    caveats = List.copyOf(caveats);
  }

  /** Relative change of the cost: 0.05 is five percent worse. */
  public double relative() {
    return Math.expm1(logRatio);
  }

  /** The same change with one more doubt. */
  public Change with(Caveat caveat) {
    List<Caveat> all = new ArrayList<>(caveats);
    all.add(caveat);
    return new Change(baseline, candidate, logRatio, interval, evidence, all);
  }
}
