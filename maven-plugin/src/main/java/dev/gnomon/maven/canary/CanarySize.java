package dev.gnomon.maven.canary;

/**
 * How much work slows a benchmark by a wanted part.
 *
 * @param tokens for {@code Blackhole.consumeCPU}, at least 1
 * @param wanted relative slowdown that was asked for, 0.05 for 5 %
 * @param reached relative slowdown to expect of these tokens, never below the wanted one
 */
public record CanarySize(long tokens, double wanted, double reached) {

  /**
   * Chooses the least number of tokens that slows by at least the wanted part.
   *
   * <p>A token costs a few tenths of a nanosecond to some nanoseconds, and a call of a few tokens
   * costs more for each than one of a thousand, so that the slowdown of an operation of a few
   * nanoseconds is a lower bound. Where even one token is more than what was wanted, one is
   * planted, and {@link #coarse()} says so.
   *
   * @param nanosPerOperation time of the benchmark, in ns/op, above 0
   * @param wanted relative slowdown, above 0
   * @param nanosPerToken a thousandth of what {@code consumeCPU(1000)} takes here, in ns, above 0
   * @throws IllegalArgumentException if one of them is not finite or not above 0
   */
  public static CanarySize of(double nanosPerOperation, double wanted, double nanosPerToken) {
    requirePositive("nanosPerOperation", nanosPerOperation);
    requirePositive("wanted", wanted);
    requirePositive("nanosPerToken", nanosPerToken);
    // The small allowance keeps rounding errors of the division from costing a whole token.
    double exact = nanosPerOperation * wanted / nanosPerToken;
    long tokens = Math.max(1, (long) Math.ceil(exact * (1 - 1e-12)));
    return new CanarySize(tokens, wanted, tokens * nanosPerToken / nanosPerOperation);
  }

  /** Whether the operation is so fast that one token slows it by more than what was wanted. */
  public boolean coarse() {
    return tokens == 1 && reached > wanted * (1 + 1e-9);
  }

  private static void requirePositive(String name, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(name + " must be finite and above 0, was " + value);
    }
  }
}
