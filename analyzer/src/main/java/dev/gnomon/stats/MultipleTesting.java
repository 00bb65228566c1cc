package dev.gnomon.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Adjusts p values for being many. NaN is refused; the order of the input is kept. */
public final class MultipleTesting {
  private MultipleTesting() {}

  /**
   * Adjusts so that rejecting what is below α makes even one false rejection with probability α at
   * most, whatever the dependence. Holm, Scandinavian Journal of Statistics 6 (1979) 65–70,
   * https://www.jstor.org/stable/4615733.
   */
  public static double[] holm(double... p) {
    Integer[] order = ascending(p);
    double[] adjusted = new double[p.length];
    double most = 0;
    for (int i = 0; i < p.length; i++) {
      most = Math.max(most, Math.min(1, (p.length - i) * p[order[i]]));
      adjusted[order[i]] = most;
    }
    return adjusted;
  }

  /**
   * Adjusts so that among what is rejected below q a share of q at most is false. Benjamini and
   * Hochberg, doi 10.1111/j.2517-6161.1995.tb02031.x.
   */
  public static double[] benjaminiHochberg(double... p) {
    Integer[] order = ascending(p);
    double[] adjusted = new double[p.length];
    double least = 1;
    for (int i = p.length - 1; i >= 0; i--) {
      least = Math.min(least, p[order[i]] * p.length / (i + 1));
      adjusted[order[i]] = least;
    }
    return adjusted;
  }

  private static Integer[] ascending(double[] p) {
    for (double value : p) {
      if (!(value >= 0 && value <= 1)) {
        throw new IllegalArgumentException("p value " + value + ", expected 0 to 1");
      }
    }
    Integer[] order = IntStream.range(0, p.length).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingDouble(i -> p[i]));
    return order;
  }
}
