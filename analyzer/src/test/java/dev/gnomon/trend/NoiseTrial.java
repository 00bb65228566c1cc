package dev.gnomon.trend;

import dev.gnomon.calibration.Figures;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Random;

/** How often a change is named in histories of 400 runs that have none. */
final class NoiseTrial {
  private static final int HISTORIES = 2000;
  private static final int RUNS = 400;
  private static final int SETTLING = 100;
  private static final double SPREAD = 0.03;

  void run(PrintStream out, Figures figures) {
    out.printf(
        Locale.ROOT,
        "%d histories of %d runs without any change, seed %d; share with a change named%n",
        HISTORIES,
        RUNS,
        HISTORIES);
    double independent = share(0);
    double slight = share(0.3);
    double strong = share(0.6);
    out.printf(Locale.ROOT, "%-52s %6.2f %%%n", "independent runs", 100 * independent);
    out.printf(Locale.ROOT, "%-52s %6.2f %%%n", "neighbours correlated 0.3", 100 * slight);
    out.printf(Locale.ROOT, "%-52s %6.2f %%%n", "neighbours correlated 0.6", 100 * strong);
    figures.atMost("change points: false on independent noise", independent, 0.01);
    figures.atMost("change points: false on noise correlated 0.3", slight, 0.05);
    figures.reference("change points: false on noise correlated 0.6", strong);
  }

  private static double share(double correlation) {
    Random random = new Random(HISTORIES);
    int named = 0;
    for (int i = 0; i < HISTORIES; i++) {
      double[] history = noise(random, correlation);
      if (!ChangePointDetector.withDefaults().detect(history).changes().isEmpty()) {
        named++;
      }
    }
    return (double) named / HISTORIES;
  }

  /** Log-normal noise of 3 % in which each run keeps a part of the deviation before it. */
  static double[] noise(Random random, double correlation) {
    double[] history = new double[RUNS];
    double deviation = 0;
    for (int i = -SETTLING; i < RUNS; i++) {
      deviation = correlation * deviation + random.nextGaussian();
      if (i >= 0) {
        history[i] = Math.exp(SPREAD * deviation);
      }
    }
    return history;
  }
}
