package dev.gnomon.attribution;

import dev.gnomon.profile.Frame;
import dev.gnomon.stats.ConfidenceInterval;
import dev.gnomon.stats.Estimate;
import dev.gnomon.stats.MultipleTesting;
import dev.gnomon.stats.Sample;
import dev.gnomon.stats.Welch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tests every frame of weight: a one-sided t test on the logs of the forks' costs, once for growth
 * and once for shrinking, with variances that all frames moderate. Each family is adjusted by
 * Benjamini and Hochberg, and doubled for being two.
 */
final class FrameTests {
  /** Frames below this share of the whole are too thinly sampled. */
  static final double LEAST_SHARE = 0.03;

  /** Of the whole, added to every cost: a frame that a side lacks has no log. */
  private static final double FLOOR = 0.001;

  private static final double LEVEL = 0.95;

  private final int baselines;
  private final double baseline;
  private final double candidate;
  private final Set<String> touched;

  /**
   * Tests for two sides.
   *
   * @param whole cost of an operation in every fork, the baseline's first
   * @param baselines how many are the baseline's
   * @param touched names of classes whose source changed
   */
  FrameTests(double[] whole, int baselines, Set<String> touched) {
    this.baselines = baselines;
    this.baseline = baseline(whole).mean();
    this.candidate = candidate(whole).mean();
    this.touched = Set.copyOf(touched);
  }

  Sample baseline(double[] costs) {
    return Sample.of(Arrays.copyOfRange(costs, 0, baselines));
  }

  Sample candidate(double[] costs) {
    return Sample.of(Arrays.copyOfRange(costs, baselines, costs.length));
  }

  /** Candidate − baseline in the unit of the costs. */
  Estimate difference(double[] costs) {
    return Welch.difference(candidate(costs), baseline(costs));
  }

  /** The same of the logs. */
  Estimate logRatio(double[] costs) {
    double floor = FLOOR * Math.max(baseline, candidate);
    return Welch.difference(
        candidate(costs).map(x -> Math.log(x + floor)),
        baseline(costs).map(x -> Math.log(x + floor)));
  }

  ConfidenceInterval interval(double[] costs) {
    return difference(costs).interval(LEVEL);
  }

  boolean heavy(double[] costs) {
    return baseline(costs).mean() >= LEAST_SHARE * baseline
        || candidate(costs).mean() >= LEAST_SHARE * candidate;
  }

  /** The frames that are heavy enough, largest change first, then by name. */
  List<FrameChange> of(Map<Frame, double[]> frames) {
    List<Map.Entry<Frame, double[]>> heavy =
        frames.entrySet().stream()
            .filter(e -> heavy(e.getValue()))
            .sorted(Map.Entry.comparingByKey())
            .toList();
    ModeratedSpread spread = ModeratedSpread.of(heavy.stream().map(this::spread).toList());
    double[] grown = new double[heavy.size()];
    double[] shrunk = new double[heavy.size()];
    for (int i = 0; i < grown.length; i++) {
      double[] costs = heavy.get(i).getValue();
      Estimate ratio = spread.moderated(logRatio(costs), spread(heavy.get(i)));
      grown[i] = ratio.pAbove(0);
      shrunk[i] = ratio.pBelow(0);
    }
    double[] more = MultipleTesting.benjaminiHochberg(grown);
    double[] less = MultipleTesting.benjaminiHochberg(shrunk);
    List<FrameChange> changes = new ArrayList<>();
    for (int i = 0; i < heavy.size(); i++) {
      changes.add(change(heavy.get(i).getKey(), heavy.get(i).getValue(), more[i], less[i]));
    }
    changes.sort(
        Comparator.comparingDouble((FrameChange c) -> -Math.abs(c.delta()))
            .thenComparing(FrameChange::frame));
    return changes;
  }

  /** How far the forks of a side differ in one frame. */
  private ModeratedSpread.Observed spread(Map.Entry<Frame, double[]> frame) {
    double[] costs = frame.getValue();
    double floor = FLOOR * Math.max(baseline, candidate);
    Sample before = baseline(costs).map(x -> Math.log(x + floor));
    Sample after = candidate(costs).map(x -> Math.log(x + floor));
    double share = 0.5 * (baseline(costs).mean() / baseline + candidate(costs).mean() / candidate);
    return new ModeratedSpread.Observed(before, after, share);
  }

  private FrameChange change(Frame frame, double[] costs, double more, double less) {
    double from = baseline(costs).mean();
    double to = candidate(costs).mean();
    double whole = candidate - baseline;
    return new FrameChange(
        frame,
        from,
        to,
        interval(costs),
        Math.min(1, 2 * (to >= from ? more : less)),
        whole == 0 ? 0 : (to - from) / whole,
        touched(frame));
  }

  /** Whether a frame belongs to a class that changed, or to one nested in it. */
  boolean touched(Frame frame) {
    int method = frame.name().lastIndexOf('.');
    String type = method < 0 ? "" : frame.name().substring(0, method);
    int nested = type.indexOf('$');
    return touched.contains(type) || (nested > 0 && touched.contains(type.substring(0, nested)));
  }
}
