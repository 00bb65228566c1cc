package dev.gnomon.profile;

import dev.gnomon.profile.Frame.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a profile small enough to be kept with its run. What JMH's runner put below a benchmark is
 * cut off; the lightest stacks are told as one, so that the total stays what it was.
 */
public final class Condensing {
  /** Stacks of a fork that are kept; one of three seconds at 10 ms has 300 samples. */
  public static final int MOST_STACKS = 500;

  /** Frames of a stack that are kept, the outermost first. */
  public static final int MOST_FRAMES = 128;

  private static final Frame REST = new Frame("(rarer stacks)", Kind.NATIVE);

  private Condensing() {}

  /** The same profile with at most {@value #MOST_STACKS} stacks, and one for the rest. */
  public static Profile of(Profile profile) {
    Map<Stack, Long> cut = new HashMap<>();
    profile.samples().forEach((stack, weight) -> cut.merge(cut(stack), weight, Profile::add));
    if (cut.size() <= MOST_STACKS) {
      return new Profile(cut, profile.skipped());
    }
    List<Map.Entry<Stack, Long>> heaviest =
        cut.entrySet().stream()
            .sorted(
                Map.Entry.<Stack, Long>comparingByValue()
                    .reversed()
                    .thenComparing(entry -> entry.getKey().frames().toString()))
            .toList();
    Map<Stack, Long> kept = new HashMap<>();
    for (int i = 0; i < heaviest.size(); i++) {
      Stack stack = heaviest.get(i).getKey();
      kept.merge(i < MOST_STACKS ? stack : rest(stack), heaviest.get(i).getValue(), Profile::add);
    }
    return new Profile(kept, profile.skipped());
  }

  private static Stack cut(Stack stack) {
    List<Frame> frames = FrameNames.withoutRunner(stack.frames());
    return new Stack(frames.subList(0, Math.min(MOST_FRAMES, frames.size())));
  }

  /** Below the benchmark's stub, where the benchmark's cost is counted. */
  private static Stack rest(Stack stack) {
    return stack.frames().stream()
        .filter(frame -> frame.name().contains(FrameNames.STUB))
        .findFirst()
        .map(stub -> new Stack(List.of(stub, REST)))
        .orElseGet(() -> new Stack(List.of(REST)));
  }
}
