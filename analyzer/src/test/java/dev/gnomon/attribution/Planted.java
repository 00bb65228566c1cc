package dev.gnomon.attribution;

import dev.gnomon.profile.Frame;
import dev.gnomon.profile.Profile;
import dev.gnomon.profile.Stack;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Forks whose samples are drawn from call trees of known cost. */
final class Planted {
  private static final double OPERATIONS = 1_000;

  /** Nanoseconds an operation by path, {@code a.A.m;a.B.n}. */
  private final Map<String, Double> costs;

  private final Random random;
  private final double samples;

  Planted(Map<String, Double> costs, double samples, Random random) {
    this.costs = Map.copyOf(costs);
    this.samples = samples;
    this.random = random;
  }

  /** Forks of which each is as fast as a machine that varies by {@code spread} lets it be. */
  List<ProfiledFork> forks(int count, double spread) {
    List<ProfiledFork> forks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      forks.add(fork(Math.exp(spread * random.nextGaussian())));
    }
    return forks;
  }

  private ProfiledFork fork(double speed) {
    double whole = costs.values().stream().mapToDouble(Double::doubleValue).sum();
    double each = whole * OPERATIONS / samples;
    Map<Stack, Long> drawn = new HashMap<>();
    for (String path : costs.keySet().stream().sorted().toList()) {
      long count = poisson(costs.get(path) * speed * OPERATIONS / each);
      if (count > 0) {
        drawn.put(stack(path), Math.round(count * each));
      }
    }
    return new ProfiledFork(new Profile(drawn, 0), OPERATIONS);
  }

  private static Stack stack(String path) {
    List<Frame> frames = new ArrayList<>();
    frames.add(java("java.lang.Thread.run"));
    frames.add(java("a.jmh_generated.Bench_m_jmhTest.m_avgt_jmhStub"));
    for (String name : path.split(";", -1)) {
      frames.add(java(name));
    }
    return new Stack(frames);
  }

  static Frame java(String name) {
    return new Frame(name, Frame.Kind.JAVA);
  }

  private long poisson(double mean) {
    return Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
  }
}
