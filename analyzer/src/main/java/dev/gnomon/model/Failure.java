package dev.gnomon.model;

import java.util.List;
import java.util.Objects;

/**
 * Why a fork gave no result.
 *
 * @param kind what happened
 * @param reason one sentence, untrusted text
 * @param lastLines the last lines that the fork printed, oldest first, untrusted text
 */
public record Failure(Kind kind, String reason, List<String> lastLines) {

  /** What can end a fork early. */
  public enum Kind {
    /** The benchmark or its setup threw an exception. */
    THREW,
    /** The benchmark ended its JVM by {@code System.exit} or {@code halt}. */
    EXITED,
    /** The fork ran past its time limit and was killed. */
    TIMED_OUT,
    /** The fork ran out of memory. */
    OUT_OF_MEMORY,
    /** The fork's JVM died of something else: a signal, a crash, flags that it refused. */
    CRASHED,
    /** The fork ended normally without the results that it owed. */
    NO_RESULT
  }

  public Failure {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(reason, "reason");
    lastLines = List.copyOf(lastLines);
  }
}
