package dev.gnomon.attribution;

import java.util.List;
import java.util.Objects;

/**
 * The comparable profiles of both sides of one benchmark: same event, engine, interval and JDK.
 *
 * @param weight what the samples weigh
 * @param baseline one entry a fork, possibly none
 * @param candidate one entry a fork, possibly none
 */
public record ProfiledSides(
    Weight weight, List<ProfiledFork> baseline, List<ProfiledFork> candidate) {
  public ProfiledSides {
    Objects.requireNonNull(weight, "weight");
    baseline = List.copyOf(baseline);
    candidate = List.copyOf(candidate);
  }
}
