package dev.gnomon.evaluation;

import java.util.List;

/**
 * How one verdict was reached, in words for someone who knows no statistics.
 *
 * @param title which benchmark and metric
 * @param lines one step a line
 */
public record Explanation(String title, List<String> lines) {
  public Explanation {
    lines = List.copyOf(lines);
  }
}
