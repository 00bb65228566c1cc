package dev.gnomon.gate;

import java.util.List;

/**
 * What the build asks for.
 *
 * @param rules in order, the first that matches a benchmark and metric judges it; the last one must
 *     match every benchmark's time
 * @param alpha probability that a build without any regression is failed, all benchmarks together
 * @param onMissing what a benchmark that the baseline has and this run lacks or failed does
 * @param onNoBaseline what the absence of any baseline does
 */
public record GatePolicy(
    List<Rule> rules, double alpha, Judgement.Effect onMissing, Judgement.Effect onNoBaseline) {
  public GatePolicy {
    rules = List.copyOf(rules);
    if (!(alpha > 0 && alpha < 1)) {
      throw new IllegalArgumentException(
          "perf.alpha is " + alpha + ", expected a probability such as 0.05");
    }
  }
}
