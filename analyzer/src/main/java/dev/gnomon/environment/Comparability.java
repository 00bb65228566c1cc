package dev.gnomon.environment;

import java.util.List;

/**
 * Whether two runs may be compared, and where their places differ.
 *
 * @param strict differences that forbid a comparison, sorted by name
 * @param soft differences that only warn, sorted by name
 */
public record Comparability(List<Difference> strict, List<Difference> soft) {
  public Comparability {
    strict = List.copyOf(strict);
    soft = List.copyOf(soft);
  }

  /** Compares two environments; a strict fact that one side lacks is a strict difference. */
  public static Comparability between(Environment candidate, Environment baseline) {
    throw new UnsupportedOperationException("not there yet: " + candidate + baseline);
  }

  /** Whether a comparison is allowed. */
  public boolean comparable() {
    return strict.isEmpty();
  }

  /** All strict differences in one line: {@code cpu.model was X, is Y; jvm.major was 17, is 25}. */
  public String strictSentence() {
    return String.join("; ", strict.stream().map(Difference::sentence).toList());
  }
}
