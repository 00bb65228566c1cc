package dev.gnomon.trend;

import dev.gnomon.calibration.Figures;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/** What a long history and an append cost on this machine; told, never asserted. */
final class SpeedTrial {
  private static final int RUNS = 10_000;
  private static final int LEVEL = 300;
  private static final int REPEATS = 15;
  private static final int APPENDS = 2_000;
  private static final double NANOS = 1e6;

  void run(PrintStream out, Figures figures) {
    double[] history = history(new Random(1));
    double[] whole = new double[REPEATS];
    for (int i = 0; i < REPEATS; i++) {
      long start = System.nanoTime();
      ChangePointDetector.withDefaults().detect(history);
      whole[i] = (System.nanoTime() - start) / NANOS;
    }
    double[] appends = appends(history);
    Arrays.sort(whole);
    Arrays.sort(appends);
    double median = Medians.quantile(whole, 0.5);
    double typical = Medians.quantile(appends, 0.5);
    double slow = Medians.quantile(appends, 0.99);
    out.printf(Locale.ROOT, "%-52s %6.1f ms%n", RUNS + " runs at once, median", median);
    out.printf(Locale.ROOT, "%-52s %6.2f ms%n", "append one run and ask, median", typical);
    out.printf(Locale.ROOT, "%-52s %6.2f ms%n", "append one run and ask, 99th of 100", slow);
    figures.atMost("change points: ms for 10,000 runs, median", median, 200);
    figures.atMost("change points: ms to append, median", typical, 5);
    figures.reference("change points: ms to append, 99th percentile", slow);
  }

  private static double[] appends(double[] history) {
    ChangePointTracker tracker = ChangePointDetector.withDefaults().track();
    double[] millis = new double[APPENDS];
    for (int i = 0; i < APPENDS; i++) {
      long start = System.nanoTime();
      tracker = tracker.append(history[i]);
      tracker.points();
      millis[i] = (System.nanoTime() - start) / NANOS;
    }
    return millis;
  }

  /** A new level every 300 runs, 3 % of noise. */
  private static double[] history(Random random) {
    double[] history = new double[RUNS];
    double level = 0;
    for (int i = 0; i < RUNS; i++) {
      level = i % LEVEL == 0 ? 0.1 * random.nextGaussian() : level;
      history[i] = Math.exp(level + 0.03 * random.nextGaussian());
    }
    return history;
  }
}
