package dev.gnomon.report.view;

import java.util.List;

/**
 * Where it ran.
 *
 * @param compared whether there are two sides
 * @param differences facts that differ, strict ones first
 * @param same facts that are equal or stand alone
 * @param noise how disturbed it was, empty where that is not known
 */
public record PlaceView(
    boolean compared, List<DifferenceView> differences, List<FactView> same, List<PlotView> noise) {
  public PlaceView {
    differences = List.copyOf(differences);
    same = List.copyOf(same);
    noise = List.copyOf(noise);
  }
}
