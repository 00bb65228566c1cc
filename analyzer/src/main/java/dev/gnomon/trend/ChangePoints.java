package dev.gnomon.trend;

import dev.gnomon.stats.Caveat;
import java.util.List;

/**
 * What a detector says about a history.
 *
 * @param all changes and spikes, by ascending index
 * @param caveats doubts that ride on the whole answer: values left out, history too short
 */
public record ChangePoints(List<ChangePoint> all, List<Caveat> caveats) {
  public ChangePoints {
    all = List.copyOf(all);
    caveats = List.copyOf(caveats);
  }

  /** Only the places where a new level stayed. */
  public List<ChangePoint> changes() {
    return of(ChangePoint.Kind.CHANGE);
  }

  /** Only the places whose level was soon back. */
  public List<ChangePoint> spikes() {
    return of(ChangePoint.Kind.SPIKE);
  }

  private List<ChangePoint> of(ChangePoint.Kind kind) {
    return all.stream().filter(point -> point.kind() == kind).toList();
  }
}
