package dev.gnomon.report.chart;

import dev.gnomon.profile.Frame;
import dev.gnomon.profile.FrameNames;
import dev.gnomon.profile.Profile;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Stacks merged from their outermost frames on. */
final class CallTree {
  private final Map<Frame, CallTree> children = new TreeMap<>();
  private long total;
  private long self;

  private CallTree() {}

  /** The tree of a profile, without what JMH's runner puts below each benchmark. */
  static CallTree of(Profile profile) {
    CallTree root = new CallTree();
    profile
        .samples()
        .forEach((stack, count) -> root.add(FrameNames.withoutRunner(stack.frames()), count));
    return root;
  }

  private void add(List<Frame> frames, long count) {
    CallTree node = this;
    node.total += count;
    for (Frame frame : frames) {
      node = node.children.computeIfAbsent(frame, f -> new CallTree());
      node.total += count;
    }
    node.self += count;
  }

  /** Samples here and above. */
  long total() {
    return total;
  }

  /** Samples that ended here. */
  long self() {
    return self;
  }

  /** What was called from here, by name, so that equal profiles look equal. */
  Map<Frame, CallTree> children() {
    return children;
  }

  /** The largest part first. */
  List<Map.Entry<Frame, CallTree>> largestFirst() {
    return children.entrySet().stream()
        .sorted(
            Comparator.<Map.Entry<Frame, CallTree>>comparingLong(e -> -e.getValue().total)
                .thenComparing(Map.Entry::getKey))
        .toList();
  }
}
