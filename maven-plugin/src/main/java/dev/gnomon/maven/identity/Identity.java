package dev.gnomon.maven.identity;

import java.util.Optional;

/**
 * What is known of one benchmark's code on two sides.
 *
 * @param benchmark its class and method
 * @param kind whether it needs to be measured
 * @param reason why, as the end of a sentence, on one line and fit for a terminal
 * @param benchmarkDiffers whether its own class differs, one nested in it or one that it extends
 * @param baseHash sha-256 of all that it reaches on the base; empty where that is not known
 * @param candidateHash the same of the candidate
 */
public record Identity(
    String benchmark,
    Kind kind,
    String reason,
    boolean benchmarkDiffers,
    Optional<String> baseHash,
    Optional<String> candidateHash) {

  /** The three answers. */
  public enum Kind {
    /** Everything that it can reach is the same. */
    SAME,
    /** Something that it can reach differs, or might be reached and differs. */
    DIFFERENT,
    /** Not known to be the same: something can't be read, or lies outside the class path. */
    UNKNOWN
  }

  /** Whether there is nothing to measure: both sides would run the same code. */
  public boolean same() {
    return kind == Kind.SAME;
  }
}
