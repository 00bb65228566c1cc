package dev.gnomon.gate;

import java.util.List;

/**
 * What the build asks for.
 *
 * @param rules in order, the first that matches a benchmark and metric judges it; the last one must
 *     match every benchmark's time
 * @param alpha probability that a build without any regression is failed, all benchmarks together
 * @param onMissing what a benchmark that the baseline has and this run lacks or failed does
 * @param onNoBaseline what the absence of any baseline does: FAILS means that the gate could not
 *     judge, the others let the run pass and say so
 * @param onPartial what a run that was cut short does
 * @param onUnconfirmed what a regression against stored runs does before fresh forks of both sides
 *     confirmed it: FAILS reports it as a regression, the others as a suspect
 */
public record GatePolicy(
    List<Rule> rules,
    double alpha,
    Judgement.Effect onMissing,
    Judgement.Effect onNoBaseline,
    Judgement.Effect onPartial,
    Judgement.Effect onUnconfirmed) {

  /** A policy under which a partial run fails and a stored comparison may fail the build. */
  public GatePolicy(
      List<Rule> rules, double alpha, Judgement.Effect onMissing, Judgement.Effect onNoBaseline) {
    this(rules, alpha, onMissing, onNoBaseline, Judgement.Effect.FAILS, Judgement.Effect.FAILS);
  }

  public GatePolicy {
    rules = List.copyOf(rules);
    if (!(alpha > 0 && alpha < 1)) {
      throw new IllegalArgumentException(
          "perf.alpha is " + alpha + ", expected a probability such as 0.05");
    }
  }

  /** The same policy with another probability that chance alone fails a build. */
  public GatePolicy withAlpha(double other) {
    return new GatePolicy(rules, other, onMissing, onNoBaseline, onPartial, onUnconfirmed);
  }

  /**
   * The level at which a stored comparison calls a change in one direction: half of α, since it
   * looks in both, and since a stored baseline is never quite as good as a fresh one.
   */
  public double levelPerDirection() {
    return alpha / 2;
  }
}
