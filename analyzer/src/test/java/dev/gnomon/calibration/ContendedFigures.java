package dev.gnomon.calibration;

import dev.gnomon.compare.Location;
import dev.gnomon.compare.TimeBasis;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The value of a fork where other processes compete, beside JMH's own score. */
final class ContendedFigures {
  private static final int CPUS = 2;
  private static final int MANY = 20;
  private static final int FEW = 10;
  private static final double SLOW_TENTH = 1.5;

  /** One worker thread that does nothing but compute, or walk through memory. */
  private static final Set<String> COMPUTING =
      Set.of("concat", "hashLookup", "math", "sort", "pointerChase");

  private final Map<String, List<ContendedFork>> forks;
  private final Random random;
  private final Figures figures;
  private final PrintStream out;

  ContendedFigures(List<ForkFile.Line> lines, long seed, PrintStream out, Figures figures) {
    this.figures = figures;
    this.forks =
        lines.stream()
            .map(ContendedFork::of)
            .sorted(Comparator.comparing(ContendedFork::round))
            .collect(
                Collectors.groupingBy(
                    f -> f.condition() + "." + f.benchmark(), TreeMap::new, Collectors.toList()));
    this.random = new Random(seed);
    this.out = out;
  }

  void all() {
    out.println();
    out.println(
        "Forks under contention: between-fork spread; false alarms / called slower at +3 / +5 / +10 %"
            + " / when a tenth of the iterations takes half as long again; "
            + MANY
            + " pairs, then "
            + FEW);
    forks.forEach((name, sample) -> benchmark(name, sample));
  }

  private void benchmark(String name, List<ContendedFork> sample) {
    TimeBasis basis = ContendedFork.basis(sample, CPUS);
    out.printf("%n%s (%s)%n", name, basis.doubt().map(d -> d.text()).orElse("uncontended time"));
    double[] score = row("JMH's score", sample, ContendedFork::score);
    for (Location location : Location.values()) {
      if (location != Location.CHOSEN) {
        row(location.name(), sample, fork -> fork.value(location, basis));
      }
    }
    double[] own =
        row(Location.CHOSEN + " (chosen)", sample, fork -> fork.value(Location.CHOSEN, basis));
    figures(name, sample.get(0), own, score);
  }

  private void figures(String name, ContendedFork fork, double[] own, double[] score) {
    String prefix = "contended." + name + ".";
    figures.atMost(prefix + "falseAlarm", own[1], 0.015);
    boolean busy = fork.condition().equals("busy2");
    if (COMPUTING.contains(fork.benchmark()) && busy) {
      figures.atLeast(prefix + "power3", own[2], 0.80);
      figures.atLeast(prefix + "power5", own[3], 0.99);
      figures.atLeast(prefix + "power5.10pairs", own[8], 0.90);
    } else if (fork.benchmark().equals("parkShort")) {
      figures.atLeast(prefix + "power5", own[3], 0.99);
    } else if (COMPUTING.contains(fork.benchmark())) {
      figures.atLeast(prefix + "power5", own[3], Math.floor(100 * score[3]) / 100);
    } else {
      figures.atMost(prefix + "spread", own[0], score[0]);
    }
    figures.reference(prefix + "jmhScore.falseAlarm", score[1]);
    figures.reference(prefix + "jmhScore.power3", score[2]);
    figures.reference(prefix + "jmhScore.power5", score[3]);
  }

  /** Spread, then five shares with many pairs, then five with few. */
  private double[] row(
      String label, List<ContendedFork> sample, ToDoubleFunction<ContendedFork> value) {
    PairPower power = new PairPower(sample, random);
    double[] row = new double[11];
    row[0] = power.spread(value);
    int next = 1;
    for (int pairs : new int[] {MANY, FEW}) {
      for (double factor : new double[] {1, 1.03, 1.05, 1.10}) {
        row[next++] = power.called(pairs, value, f -> factor * value.applyAsDouble(f));
      }
      row[next++] =
          power.called(pairs, value, f -> value.applyAsDouble(f.withSlowTenth(SLOW_TENTH)));
    }
    StringBuilder line = new StringBuilder();
    for (int i = 1; i < row.length; i++) {
      line.append(i == 6 ? "   |" : "").append(String.format(Locale.ROOT, " %5.1f", 100 * row[i]));
    }
    out.printf(Locale.ROOT, "  %-24s spread %5.1f %%   |%s%n", label, 100 * row[0], line);
    return row;
  }
}
