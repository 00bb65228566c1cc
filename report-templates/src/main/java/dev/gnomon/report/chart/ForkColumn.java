package dev.gnomon.report.chart;

import java.util.List;

/**
 * One fork as it is drawn.
 *
 * @param label what the fork is called: {@code fork 3}, {@code run 2 fork 1}
 * @param value its value
 * @param warmup values of its warm-up iterations in order, may be empty
 * @param iterations values of its measured iterations in order, may be empty
 */
public record ForkColumn(String label, double value, List<Double> warmup, List<Double> iterations) {
  public ForkColumn {
    warmup = List.copyOf(warmup);
    iterations = List.copyOf(iterations);
  }
}
