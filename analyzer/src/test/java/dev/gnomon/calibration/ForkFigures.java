package dev.gnomon.calibration;

import dev.gnomon.compare.Change;
import dev.gnomon.gate.Verdict;
import dev.gnomon.stats.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/** The gate on forks of identical code, and on the same forks with one side made slower. */
final class ForkFigures {
  private static final int ROUNDS = 40;
  private static final int BUILDS = 400;
  private static final int FORKS = 5;
  private static final double SLOWER = 1.05;

  private final List<Population> populations;
  private final Random random;
  private final Figures figures;

  ForkFigures(List<Population> populations, long seed, Figures figures) {
    this.figures = figures;
    this.populations = populations;
    this.random = new Random(seed);
  }

  void all() {
    falseAlarms();
    builds();
    coverage();
    power();
  }

  private void falseAlarms() {
    Share screened = new Share();
    Share confirmed = new Share();
    Tally others = new Tally();
    double forks = 0;
    for (int round = 0; round < ROUNDS; round++) {
      for (Population population : populations) {
        Draw draw = split(population, FORKS, 1);
        screened.add(Trial.screen(Trial.change(draw)) == Verdict.REGRESSED);
        Trial.BuildResult result = Trial.build(List.of(draw), random);
        confirmed.add(result.verdicts().get(0) == Verdict.REGRESSED);
        forks += FORKS + result.pairs();
        others.add(List.of(draw));
      }
    }
    figures.atMost("falseAlarm.screen", screened.value(), 0.01);
    figures.atMost("falseAlarm.screenAndConfirm", confirmed.value(), 0.0015);
    figures.reference("candidateForks.average", forks / screened.trials());
    others.into(figures, "falseAlarm");
  }

  private void builds() {
    for (int size : new int[] {20, 100, 297}) {
      int suite = Math.min(size, populations.size());
      Share failed = new Share();
      Tally others = new Tally();
      for (int build = 0; build < BUILDS; build++) {
        List<Draw> draws = new ArrayList<>();
        for (int i : new Suite(populations.size(), suite).members(random)) {
          draws.add(split(populations.get(i), FORKS, 1));
        }
        failed.add(Trial.build(draws, random).verdicts().contains(Verdict.REGRESSED));
        if (build < BUILDS / 10) {
          others.add(draws);
        }
      }
      figures.atMost("falseAlarm.build" + size, failed.value(), 0.05);
      others.into(figures, "falseAlarm.build" + size);
    }
  }

  private void coverage() {
    for (int n : new int[] {3, 5, 10}) {
      Share covered = new Share();
      for (int round = 0; round < ROUNDS; round++) {
        for (Population population : populations) {
          Change change = Trial.change(split(population, n, 1));
          Estimate estimate =
              new Estimate(
                  change.logRatio(),
                  change.evidence().standardError(),
                  change.evidence().degreesOfFreedom());
          var interval = estimate.interval(0.95);
          covered.add(interval.lower() <= 0 && interval.upper() >= 0);
        }
      }
      figures.between("coverage95.forks" + n, covered.value(), 0.94, 0.98);
    }
  }

  private void power() {
    power("below1", p -> p.spread() < 0.01, 0.99);
    power("1to2", p -> p.spread() >= 0.01 && p.spread() < 0.02, 0.95);
    power("2to5", p -> p.spread() >= 0.02 && p.spread() < 0.05, 0.70);
    power("above5", p -> p.spread() >= 0.05, 0.15);
    Share unchanged = new Share();
    Share screenedUnchanged = new Share();
    for (int round = 0; round < ROUNDS; round++) {
      for (Population population : populations) {
        Draw draw = split(population, FORKS, SLOWER);
        screenedUnchanged.add(Trial.screen(Trial.change(draw)) == Verdict.UNCHANGED);
        unchanged.add(Trial.build(List.of(draw), random).verdicts().contains(Verdict.UNCHANGED));
      }
    }
    figures.atMost("slower5CalledUnchanged", unchanged.value(), 0.02);
    figures.reference("slower5CalledUnchanged.screen", screenedUnchanged.value());
  }

  private void power(String noise, Predicate<Population> members, double target) {
    Share found = new Share();
    Share screened = new Share();
    Tally others = new Tally();
    List<Population> chosen = populations.stream().filter(members).toList();
    for (int round = 0; round < ROUNDS; round++) {
      for (Population population : chosen) {
        Draw draw = split(population, FORKS, SLOWER);
        screened.add(Trial.screen(Trial.change(draw)) == Verdict.REGRESSED);
        found.add(Trial.build(List.of(draw), random).verdicts().contains(Verdict.REGRESSED));
        others.add(List.of(draw));
      }
    }
    String name = "power5.spread" + noise;
    figures.atLeast(name, found.value(), target);
    figures.reference(name + ".screen", screened.value());
    others.into(figures, name);
  }

  /** Disjoint halves where the forks suffice, else independent draws. */
  private Draw split(Population population, int forks, double factor) {
    if (2 * forks > population.values().size()) {
      return new Draw(
          population, population.drawn(random, forks), population.drawn(random, forks), factor);
    }
    List<Integer> order = population.dealt(random);
    return new Draw(population, order.subList(0, forks), order.subList(forks, 2 * forks), factor);
  }
}
