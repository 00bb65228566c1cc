package dev.gnomon.attribution;

/**
 * How the parts of an operation's time changed, candidate − baseline in ns/op. NaN stands for what
 * was not measured.
 *
 * @param wall the whole
 * @param blocked neither running nor waiting for a CPU: locks, parking, input and output
 * @param gc garbage collection
 * @param jit compilation
 */
public record TimeShift(double wall, double blocked, double gc, double jit) {
  /** Nothing is known. */
  public static final TimeShift UNKNOWN =
      new TimeShift(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
}
