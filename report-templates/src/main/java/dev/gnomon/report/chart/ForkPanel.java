package dev.gnomon.report.chart;

import java.util.List;

/**
 * One side of a comparison as it is drawn.
 *
 * @param title what stands above it
 * @param columns its forks, earliest first
 * @param candidate whether it is the side under judgement
 * @param center its typical value; NaN where there is none
 */
public record ForkPanel(String title, List<ForkColumn> columns, boolean candidate, double center) {
  public ForkPanel {
    columns = List.copyOf(columns);
  }
}
