package dev.gnomon.report.chart;

import dev.gnomon.profile.Frame;
import dev.gnomon.profile.Profile;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The frames in which a profile spent its time, whoever called them. */
public final class HotFrames {

  /**
   * One frame.
   *
   * @param frame which
   * @param self share of the samples that ended in it, from 0 to 1
   */
  public record Hot(Frame frame, double self) {}

  private HotFrames() {}

  /** The hottest frames, hottest first. */
  public static List<Hot> of(Profile profile, int most) {
    Map<Frame, Long> self = new HashMap<>();
    profile
        .samples()
        .forEach(
            (stack, count) ->
                self.merge(stack.frames().get(stack.frames().size() - 1), count, Long::sum));
    double total = profile.total();
    return self.entrySet().stream()
        .sorted(
            Comparator.<Map.Entry<Frame, Long>>comparingLong(e -> -e.getValue())
                .thenComparing(Map.Entry::getKey))
        .limit(most)
        .map(e -> new Hot(e.getKey(), e.getValue() / total))
        .toList();
  }
}
