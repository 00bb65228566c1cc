package dev.gnomon.profile;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * How often each stack was sampled.
 *
 * @param samples counts above 0 by stack, or weights such as nanoseconds or bytes
 * @param skipped lines that were no stack, or too many; they are in no count
 */
public record Profile(Map<Stack, Long> samples, long skipped) {

  /** No sample at all. */
  public static final Profile EMPTY = new Profile(Map.of(), 0);

  public Profile {
    samples = Collections.unmodifiableMap(new HashMap<>(samples));
  }

  /** All samples together. */
  public long total() {
    return samples.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Both together, as of several forks. */
  public Profile plus(Profile other) {
    Map<Stack, Long> sum = new HashMap<>(samples);
    other.samples.forEach((stack, count) -> sum.merge(stack, count, Profile::add));
    return new Profile(sum, skipped + other.skipped);
  }

  /** Counts of a hostile file must not wrap around. */
  static long add(long a, long b) {
    return Math.min(Long.MAX_VALUE / (1 << 20), a + b);
  }
}
