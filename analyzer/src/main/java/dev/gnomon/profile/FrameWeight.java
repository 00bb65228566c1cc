package dev.gnomon.profile;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * What one frame weighs in a profile.
 *
 * @param frame which
 * @param self weight of the stacks that end in it
 * @param total weight of the stacks that hold it, however often
 */
public record FrameWeight(Frame frame, long self, long total) {
  /** Frames of a profile that are worth telling. */
  public static final int MOST = 50;

  /**
   * The heaviest frames above what JMH's runner put below, by their total; at most {@value #MOST}.
   */
  public static List<FrameWeight> heaviest(Profile profile) {
    Map<Frame, Long> self = new HashMap<>();
    Map<Frame, Long> total = new HashMap<>();
    profile
        .samples()
        .forEach(
            (stack, weight) -> {
              List<Frame> frames = FrameNames.withoutRunner(stack.frames());
              self.merge(frames.get(frames.size() - 1), weight, Profile::add);
              new HashSet<>(frames).forEach(frame -> total.merge(frame, weight, Profile::add));
            });
    return total.entrySet().stream()
        .sorted(
            Map.Entry.<Frame, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST)
        .map(
            entry ->
                new FrameWeight(
                    entry.getKey(), self.getOrDefault(entry.getKey(), 0L), entry.getValue()))
        .toList();
  }
}
