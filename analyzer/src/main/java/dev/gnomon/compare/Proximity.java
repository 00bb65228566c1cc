package dev.gnomon.compare;

import dev.gnomon.environment.Environment;
import java.util.Optional;

/** How near two runs were to each other: what may at least be expected to differ between them. */
public enum Proximity {
  /** One machine, not restarted between. */
  SAME_BOOT("machine.boot", 0),
  /** One machine, restarted between. */
  SAME_HOST("machine.host", 0.005),
  /** Machines with the same strict facts. */
  SAME_TYPE("", 0.015);

  private final String fact;
  private final double runSpread;

  Proximity(String fact, double runSpread) {
    this.fact = fact;
    this.runSpread = runSpread;
  }

  /** Standard deviation between runs of one code, on the log scale, that is assumed at least. */
  public double runSpread() {
    return runSpread;
  }

  /** How near two places are; facts that are not known count as different. */
  public static Proximity of(Environment candidate, Environment baseline) {
    for (Proximity nearer : new Proximity[] {SAME_BOOT, SAME_HOST}) {
      Optional<String> here = candidate.value(nearer.fact);
      if (here.isPresent() && here.equals(baseline.value(nearer.fact))) {
        return nearer;
      }
    }
    return SAME_TYPE;
  }
}
