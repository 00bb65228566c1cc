package dev.gnomon.attribution;

import dev.gnomon.profile.Frame;
import dev.gnomon.profile.FrameNames;
import dev.gnomon.profile.Stack;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The union of all forks' call trees below the benchmark's stub: in each node what every fork spent
 * there, per operation. The baseline's forks come first.
 */
final class ForkTree {
  private final Map<Frame, ForkTree> children = new TreeMap<>();
  private final double[] inclusive;
  private final double[] self;

  private ForkTree(int forks) {
    this.inclusive = new double[forks];
    this.self = new double[forks];
  }

  static ForkTree of(ProfiledSides sides) {
    List<ProfiledFork> forks = new ArrayList<>(sides.baseline());
    forks.addAll(sides.candidate());
    ForkTree root = new ForkTree(forks.size());
    for (int i = 0; i < forks.size(); i++) {
      root.add(forks.get(i), i);
    }
    return root;
  }

  /** What each fork spent in each frame, whoever called it; recursion counts once. */
  static Map<Frame, double[]> frames(ProfiledSides sides) {
    List<ProfiledFork> forks = new ArrayList<>(sides.baseline());
    forks.addAll(sides.candidate());
    Map<Frame, double[]> sums = new HashMap<>();
    for (int i = 0; i < forks.size(); i++) {
      ProfiledFork fork = forks.get(i);
      for (Map.Entry<Stack, Long> entry : fork.profile().samples().entrySet()) {
        for (Frame frame : new HashSet<>(aboveStub(entry.getKey().frames()))) {
          sums.computeIfAbsent(frame, f -> new double[forks.size()])[i] +=
              entry.getValue() / fork.operations();
        }
      }
    }
    return sums;
  }

  private void add(ProfiledFork fork, int index) {
    for (Map.Entry<Stack, Long> entry : fork.profile().samples().entrySet()) {
      if (stub(entry.getKey().frames()) >= 0) {
        add(aboveStub(entry.getKey().frames()), index, entry.getValue() / fork.operations());
      }
    }
  }

  private void add(List<Frame> frames, int index, double cost) {
    ForkTree node = this;
    node.inclusive[index] += cost;
    for (Frame frame : frames) {
      node = node.children.computeIfAbsent(frame, f -> new ForkTree(inclusive.length));
      node.inclusive[index] += cost;
    }
    node.self[index] += cost;
  }

  private static int stub(List<Frame> frames) {
    for (int i = 0; i < frames.size(); i++) {
      if (frames.get(i).name().contains(FrameNames.STUB)) {
        return i;
      }
    }
    return -1;
  }

  /** The user's frames above the stub; JMH's own, such as a blackhole's, are dropped. */
  private static List<Frame> aboveStub(List<Frame> frames) {
    int stub = stub(frames);
    return stub < 0
        ? List.of()
        : frames.subList(stub + 1, frames.size()).stream().filter(f -> !jmh(f.name())).toList();
  }

  private static boolean jmh(String name) {
    return name.startsWith("org.openjdk.jmh.")
        || name.contains(".jmh_generated.")
        || name.contains("_jmhType");
  }

  /** What was called from here, by name. */
  Map<Frame, ForkTree> children() {
    return children;
  }

  /** Cost here and above, of every fork; not to be changed. */
  double[] inclusive() {
    return inclusive;
  }

  /** Cost of what ended here, of every fork; not to be changed. */
  double[] self() {
    return self;
  }
}
