package dev.gnomon.attribution;

/** What the samples of a profile weigh. */
public enum Weight {
  /** Nanoseconds on a CPU. */
  CPU("ns/op"),
  /** Allocated bytes. */
  ALLOCATION("B/op");

  private final String unit;

  Weight(String unit) {
    this.unit = unit;
  }

  /** Unit of what a frame costs. */
  public String unit() {
    return unit;
  }
}
