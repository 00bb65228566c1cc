package dev.gnomon.maven.canary;

/**
 * How much work makes a benchmark slower by a given share.
 *
 * @param tokens what {@code Blackhole.consumeCPU} is asked for before each call, at least 1
 * @param slowdown the relative slowdown that this should come to; more than was wanted where one
 *     token is more than that
 */
public record CanarySize(long tokens, double slowdown) {

  /**
   * The size of a canary.
   *
   * @param nsPerOp time of an operation in ns, above 0
   * @param wanted wanted relative slowdown, above 0: 0.1 is ten percent
   * @param nsPerToken about what a token takes in ns, above 0
   * @throws IllegalArgumentException if one of them is not above 0
   */
  public static CanarySize of(double nsPerOp, double wanted, double nsPerToken) {
    if (!(nsPerOp > 0) || !(wanted > 0) || !(nsPerToken > 0)) {
      throw new IllegalArgumentException(
          "a canary of %s for %s ns/op at %s ns a token, expected numbers above 0"
              .formatted(wanted, nsPerOp, nsPerToken));
    }
    long tokens = Math.max(1, Math.round(wanted * nsPerOp / nsPerToken));
    return new CanarySize(tokens, tokens * nsPerToken / nsPerOp);
  }
}
