package dev.gnomon.compare;

import dev.gnomon.stats.Sample;

/** Ways to make one value of a fork's iterations. */
public enum Location {
  MEAN {
    @Override
    public double of(Sample iterations) {
      return iterations.mean();
    }
  },
  MEDIAN {
    @Override
    public double of(Sample iterations) {
      return iterations.median();
    }
  };

  /** The one that the gate uses; {@code docs/adr/0020-value-of-a-fork.md} has the figures. */
  public static final Location CHOSEN = MEDIAN;

  /** The location of a fork's steady iterations, in their unit. */
  public abstract double of(Sample iterations);
}
