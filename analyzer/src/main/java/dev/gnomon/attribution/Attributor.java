package dev.gnomon.attribution;

import dev.gnomon.attribution.Attribution.Cause;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.profile.Frame;
import dev.gnomon.stats.Estimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says which frames explain a change. Pure: the same profiles give the same attribution. */
public final class Attributor {
  private static final double LEVEL = 0.05;

  /**
   * Cost that moved is a shift where the whole changed by less than this part of it: the same work
   * in another method is compiled anew, and seldom costs quite the same there.
   */
  private static final double BALANCED = 0.5;

  /** False discovery rate of a frame that is blamed for no other reason. */
  private static final double CLEAR = 0.02;

  /** Of the whole change, what a frame has to explain to be blamed without a descent. */
  private static final double PART = 0.5;

  private final BenchmarkId id;
  private final ProfiledSides sides;
  private final TimeShift shift;
  private final ForkTree tree;
  private final FrameTests tests;
  private final List<FrameChange> frames;

  private Attributor(
      BenchmarkId id, ProfiledSides sides, TimeShift shift, Set<String> touched, ForkTree tree) {
    this.id = id;
    this.sides = sides;
    this.shift = shift;
    this.tree = tree;
    this.tests = new FrameTests(tree.inclusive(), sides.baseline().size(), touched);
    this.frames = tests.of(ForkTree.frames(sides));
  }

  /**
   * Explains the change of one benchmark.
   *
   * @param id which
   * @param sides its profiles; two forks a side at the least, five for a good answer
   * @param shift how the parts of its time changed; {@link TimeShift#UNKNOWN} where that is unknown
   * @param touched names of classes, {@code a.b.C}, whose source differs between the sides
   * @return {@link Cause#TOO_LITTLE} where a side has fewer than two forks or no sample
   */
  public static Attribution of(
      BenchmarkId id, ProfiledSides sides, TimeShift shift, Set<String> touched) {
    int forks = Math.min(sides.baseline().size(), sides.candidate().size());
    if (forks < 2) {
      return Attribution.without(id, sides.weight(), Cause.TOO_LITTLE, shift, forks);
    }
    ForkTree tree = ForkTree.of(sides);
    for (double cost : tree.inclusive()) {
      if (!(cost > 0)) {
        return Attribution.without(id, sides.weight(), Cause.TOO_LITTLE, shift, forks);
      }
    }
    return new Attributor(id, sides, shift, touched, tree).attribute(forks);
  }

  private Attribution attribute(int forks) {
    Estimate whole = tests.logRatio(tree.inclusive());
    boolean changed = whole.pTwoSided() < LEVEL;
    Optional<FrameChange> grown = strongest(1);
    Optional<FrameChange> shrunk = strongest(-1);
    if (shifted(grown, shrunk)) {
      return result(Cause.COST_SHIFT, grown, shrunk, List.of(), forks);
    }
    Optional<Cause> off = offCpu(changed);
    if (off.isPresent()) {
      return result(off.get(), Optional.empty(), Optional.empty(), List.of(), forks);
    }
    if (changed && Uniformity.holds(tree, tests)) {
      return result(Cause.UNIFORM, Optional.empty(), Optional.empty(), List.of(), forks);
    }
    List<Frame> path = changed ? Descent.of(tree, tests) : List.of();
    Optional<FrameChange> carrier = Descent.blamed(sites(path), tests).flatMap(this::significant);
    if (carrier.isPresent()) {
      return result(Cause.CODE, carrier, Optional.empty(), path, forks);
    }
    Optional<FrameChange> clear = (whole.value() > 0 ? grown : shrunk).filter(this::clear);
    if (clear.isPresent()) {
      return result(Cause.CODE, clear, Optional.empty(), List.of(), forks);
    }
    Cause cause = changed ? Cause.SPREAD : Cause.NO_CHANGE;
    return result(cause, Optional.empty(), Optional.empty(), path, forks);
  }

  /** The path without the class that was allocated or locked, which is no code to blame. */
  private List<Frame> sites(List<Frame> path) {
    if (!sides.weight().endsInClass()) {
      return path;
    }
    Set<Frame> ends = ownChange().keySet();
    return path.stream().filter(frame -> !ends.contains(frame)).toList();
  }

  /** A small change hides in the noise of the whole, where it does not in that of its frame. */
  private boolean clear(FrameChange change) {
    double whole = tests.difference(tree.inclusive()).value();
    return change.q() < CLEAR && Math.abs(change.delta()) >= PART * Math.abs(whole);
  }

  private Optional<FrameChange> significant(Frame frame) {
    return frames.stream().filter(c -> c.frame().equals(frame) && c.significant()).findFirst();
  }

  /** The frame that changed most in one direction; of callers and callees the innermost. */
  private Optional<FrameChange> strongest(int sign) {
    Map<Frame, Double> own = ownChange();
    return frames.stream()
        .filter(c -> c.significant() && sign * c.delta() > 0)
        .filter(c -> sign * own.getOrDefault(c.frame(), 0.0) > 0)
        .max(Comparator.comparingDouble(c -> sign * own.getOrDefault(c.frame(), 0.0)));
  }

  /** Change of what ended in each frame itself. */
  private Map<Frame, Double> ownChange() {
    Map<Frame, Double> own = new HashMap<>();
    List<ForkTree> open = new ArrayList<>(List.of(tree));
    while (!open.isEmpty()) {
      ForkTree node = open.remove(open.size() - 1);
      node.children()
          .forEach(
              (frame, child) -> {
                if (Arrays.stream(child.self()).anyMatch(cost -> cost > 0)) {
                  own.merge(frame, tests.difference(child.self()).value(), Double::sum);
                }
                open.add(child);
              });
    }
    return own;
  }

  private boolean shifted(Optional<FrameChange> grown, Optional<FrameChange> shrunk) {
    if (grown.isEmpty() || shrunk.isEmpty()) {
      return false;
    }
    double moved = Math.min(grown.get().delta(), -shrunk.get().delta());
    return Math.abs(tests.difference(tree.inclusive()).value()) < BALANCED * moved;
  }

  /** Where most of the time that was gained or lost was not spent running the benchmark. */
  private Optional<Cause> offCpu(boolean changed) {
    if (sides.weight() != Weight.CPU || !Double.isFinite(shift.wall()) || shift.wall() == 0) {
      return Optional.empty();
    }
    double running = changed ? tests.difference(tree.inclusive()).value() / shift.wall() : 0;
    if (running >= 0.5) {
      return Optional.empty();
    }
    Map<Cause, Double> parts = new EnumMap<>(Cause.class);
    parts.put(Cause.BLOCKED, part(shift.blocked()));
    parts.put(Cause.GC, part(shift.gc()));
    parts.put(Cause.JIT, part(shift.jit()));
    return parts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .filter(e -> e.getValue() >= 0.3 && e.getValue() > running)
        .map(Map.Entry::getKey);
  }

  private double part(double of) {
    return Double.isFinite(of) ? of / shift.wall() : 0;
  }

  private Attribution result(
      Cause cause,
      Optional<FrameChange> blamed,
      Optional<FrameChange> relieved,
      List<Frame> path,
      int forks) {
    double[] whole = tree.inclusive();
    return new Attribution(
        id,
        sides.weight(),
        cause,
        blamed,
        relieved,
        path,
        tests.baseline(whole).mean(),
        tests.candidate(whole).mean(),
        tests.interval(whole),
        shift,
        frames.stream().limit(Attribution.MOST_FRAMES).toList(),
        Pruning.of(tree, tests, Attribution.MOST_NODES),
        forks,
        "");
  }
}
