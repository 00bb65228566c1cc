package dev.gnomon.attribution;

import dev.gnomon.model.BenchmarkId;
import dev.gnomon.profile.Frame;
import dev.gnomon.stats.ConfidenceInterval;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the profiles say about one benchmark's change.
 *
 * @param id which benchmark
 * @param weight what was sampled
 * @param cause what kind of explanation was found
 * @param blamed the frame that carries the change, for {@link Cause#CODE}; the frame that grew, for
 *     {@link Cause#COST_SHIFT}
 * @param relieved the frame that shrank, for {@link Cause#COST_SHIFT}
 * @param path frames from the outermost to the deepest that still carries most of the change
 * @param baseline cost of an operation under the stub, mean over the forks
 * @param candidate the same of the candidate
 * @param interval of candidate − baseline, at 95 %
 * @param shift how the parts of the time changed
 * @param frames largest change first, at most {@value #MOST_FRAMES}
 * @param tree both call trees as one, pruned to {@value #MOST_NODES} nodes
 * @param forks profiled forks of the side that has fewer
 * @param sampling how both sides were sampled, {@code perf_events every 1 ms}; for {@link
 *     Cause#INCOMPARABLE} how each was; empty where unknown
 */
public record Attribution(
    BenchmarkId id,
    Weight weight,
    Cause cause,
    Optional<FrameChange> blamed,
    Optional<FrameChange> relieved,
    List<Frame> path,
    double baseline,
    double candidate,
    ConfidenceInterval interval,
    TimeShift shift,
    List<FrameChange> frames,
    List<FlameNode> tree,
    int forks,
    String sampling) {
  /** Frames that are kept. */
  public static final int MOST_FRAMES = 20;

  /** Nodes of the tree that are kept. */
  public static final int MOST_NODES = 600;

  /** Kinds of explanation. */
  public enum Cause {
    /** One frame carries the change. */
    CODE,
    /** The work changed in several places, none of which carries most of it. */
    SPREAD,
    /** Most of what one frame costs more, another costs less. */
    COST_SHIFT,
    /** Everything costs more by about the same factor: the machine rather than the code. */
    UNIFORM,
    /** Time off the CPU: locks, parking, input and output. */
    BLOCKED,
    /** Time of the garbage collector's threads. */
    GC,
    /** Time of the compiler's threads. */
    JIT,
    /** The profiles show no change. */
    NO_CHANGE,
    /** Fewer than two profiled forks on a side, or no samples. */
    TOO_LITTLE,
    /** The sides were sampled by different engines or at different intervals. */
    INCOMPARABLE
  }

  public Attribution {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(weight, "weight");
    Objects.requireNonNull(cause, "cause");
    Objects.requireNonNull(blamed, "blamed");
    Objects.requireNonNull(relieved, "relieved");
    path = List.copyOf(path);
    Objects.requireNonNull(interval, "interval");
    Objects.requireNonNull(shift, "shift");
    frames = List.copyOf(frames);
    tree = List.copyOf(tree);
    Objects.requireNonNull(sampling, "sampling");
    if (frames.size() > MOST_FRAMES || tree.size() > MOST_NODES) {
      throw new IllegalArgumentException(
          "%d frames and %d nodes, expected at most %d and %d"
              .formatted(frames.size(), tree.size(), MOST_FRAMES, MOST_NODES));
    }
    if (cause == Cause.CODE && blamed.isEmpty()) {
      throw new IllegalArgumentException("code is to blame, but no frame is named");
    }
  }

  /**
   * Two sides that cannot be compared.
   *
   * @param sampling how each side was sampled
   */
  public static Attribution incomparable(
      BenchmarkId id, Weight weight, TimeShift shift, String sampling) {
    return without(id, weight, Cause.INCOMPARABLE, shift, 0).sampled(sampling);
  }

  /** A cause that no frame explains, and no figure. */
  static Attribution without(
      BenchmarkId id, Weight weight, Cause cause, TimeShift shift, int forks) {
    return new Attribution(
        id,
        weight,
        cause,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        0,
        0,
        new ConfidenceInterval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 0.95),
        shift,
        List.of(),
        List.of(),
        forks,
        "");
  }

  /** The same explanation with how its profiles were taken. */
  public Attribution sampled(String how) {
    return new Attribution(
        id, weight, cause, blamed, relieved, path, baseline, candidate, interval, shift, frames,
        tree, forks, how);
  }

  /** Candidate − baseline per operation. */
  public double delta() {
    return candidate - baseline;
  }
}
