package dev.gnomon.history;

import java.util.Objects;

/**
 * Where a series starts anew within its place: the benchmark itself or its plan changed, so what
 * lies before is not compared with what lies after.
 *
 * @param position position in the series of the first value that is not comparable with those
 *     before
 * @param reason one sentence
 */
public record Boundary(int position, String reason) {
  public Boundary {
    Objects.requireNonNull(reason, "reason");
  }
}
