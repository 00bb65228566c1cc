package dev.gnomon.calibration;

import dev.gnomon.compare.Change;
import dev.gnomon.compare.Changes;
import dev.gnomon.compare.ForkValues;
import dev.gnomon.compare.Tolerance;
import dev.gnomon.gate.Confirmation;
import dev.gnomon.gate.Confirmed;
import dev.gnomon.gate.GatePolicy;
import dev.gnomon.gate.Judgement.Effect;
import dev.gnomon.gate.Pairs;
import dev.gnomon.gate.Rule;
import dev.gnomon.gate.Screening;
import dev.gnomon.gate.Verdict;
import dev.gnomon.gate.Verdicts;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Metric;
import dev.gnomon.model.Mode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The gate's own functions applied to one draw, or to a build of many. */
final class Trial {
  static final double ALPHA = 0.05;
  static final double THRESHOLD = 0.03;
  static final Rule RULE = new Rule("*", "time", THRESHOLD, 0, Effect.FAILS, Effect.WARNS, "");
  private static final int LAST_LOOK = Arrays.stream(Confirmation.looks()).max().orElseThrow();

  private Trial() {}

  static Change change(Draw draw) {
    return Changes.between(
        new ForkValues(List.of(draw.baselineValues()), draw.candidateValues(), List.of()),
        Metric.TIME.direction(),
        0,
        new Tolerance(THRESHOLD, 0, ALPHA));
  }

  /** The verdict from stored forks alone, no other benchmark beside it. */
  static Verdict screen(Change change) {
    return Verdicts.statistical(
        change,
        Math.log1p(THRESHOLD),
        change.evidence().pWorse(),
        change.evidence().pBetter(),
        new GatePolicy(List.of(RULE), ALPHA, Effect.FAILS, Effect.FAILS).levelPerDirection());
  }

  /** The verdicts of a build: screen all, confirm what is flagged on fresh pairs. */
  static BuildResult build(List<Draw> draws, Random random) {
    List<Pairs> flagged = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    Verdict[] verdicts = new Verdict[draws.size()];
    for (int i = 0; i < verdicts.length; i++) {
      Change change = change(draws.get(i));
      verdicts[i] = screen(change);
      if (Screening.suspicious(change, Math.log1p(THRESHOLD))) {
        flagged.add(freshPairs(draws.get(i), random, i));
        places.add(i);
      } else if (verdicts[i] == Verdict.REGRESSED) {
        throw new AssertionError("a regression that the screen did not flag");
      }
    }
    List<Confirmed> confirmed = Confirmation.decide(flagged, ALPHA);
    int pairs = 0;
    for (int i = 0; i < confirmed.size(); i++) {
      pairs += confirmed.get(i).looked();
      verdicts[places.get(i)] =
          switch (confirmed.get(i).state()) {
            case REGRESSED -> Verdict.REGRESSED;
            case IMPROVED -> Verdict.IMPROVED;
            case UNCHANGED -> Verdict.UNCHANGED;
            case UNDECIDED, CONTINUE -> Verdict.INCONCLUSIVE;
          };
    }
    return new BuildResult(List.of(verdicts), pairs);
  }

  /**
   * What a build came to.
   *
   * @param verdicts one for each draw
   * @param pairs pairs of fresh forks that confirmation took, all benchmarks together
   */
  record BuildResult(List<Verdict> verdicts, int pairs) {}

  private static Pairs freshPairs(Draw draw, Random random, int number) {
    Population population = draw.population();
    Draw fresh =
        new Draw(
            population,
            population.drawn(random, LAST_LOOK),
            population.drawn(random, LAST_LOOK),
            draw.factor());
    BenchmarkId id = BenchmarkId.of("b" + number, Map.of(), Mode.AVERAGE_TIME, 1);
    return new Pairs(id, Metric.TIME, RULE, fresh.baselineValues(), fresh.candidateValues());
  }
}
