package dev.gnomon.attribution;

import dev.gnomon.profile.Frame;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/** Keeps the heaviest nodes of a call tree; a kept node's callers are kept too. */
final class Pruning {
  private static final int DEEPEST = 64;

  private record Candidate(ForkTree node, int depth, double weight) {}

  private final FrameTests tests;
  private final Set<ForkTree> kept = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<FlameNode> nodes = new ArrayList<>();

  private Pruning(FrameTests tests) {
    this.tests = tests;
  }

  static List<FlameNode> of(ForkTree root, FrameTests tests, int most) {
    Pruning pruning = new Pruning(tests);
    pruning.choose(root, most);
    pruning.write(root, 0);
    return pruning.nodes;
  }

  /** No node outweighs its caller, so taking the heaviest next never leaves a gap. */
  private void choose(ForkTree root, int most) {
    double least = 0.001 * weight(root);
    PriorityQueue<Candidate> next =
        new PriorityQueue<>(Comparator.comparingDouble(c -> -c.weight()));
    offer(root, 0, least, next);
    while (!next.isEmpty() && kept.size() < most) {
      Candidate candidate = next.remove();
      kept.add(candidate.node());
      if (candidate.depth() + 1 < DEEPEST) {
        offer(candidate.node(), candidate.depth() + 1, least, next);
      }
    }
  }

  private void offer(ForkTree node, int depth, double least, PriorityQueue<Candidate> next) {
    for (ForkTree child : node.children().values()) {
      double weight = weight(child);
      if (weight >= least) {
        next.add(new Candidate(child, depth, weight));
      }
    }
  }

  private double weight(ForkTree node) {
    double[] costs = node.inclusive();
    return Math.max(tests.baseline(costs).mean(), tests.candidate(costs).mean());
  }

  private void write(ForkTree node, int depth) {
    for (Map.Entry<Frame, ForkTree> child : node.children().entrySet()) {
      if (kept.contains(child.getValue())) {
        double[] costs = child.getValue().inclusive();
        nodes.add(
            new FlameNode(
                depth,
                child.getKey(),
                tests.baseline(costs).mean(),
                tests.candidate(costs).mean()));
        write(child.getValue(), depth + 1);
      }
    }
  }
}
