package dev.gnomon.gate;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A worsening that somebody took responsibility for, as it stands in the reviewed file.
 *
 * @param benchmark glob over {@code class.method}, as in a rule
 * @param metric metric name, {@code time} or {@code gc.alloc.rate.norm}
 * @param upTo largest relative worsening that is accepted: 0.2 is twenty percent; above 0
 * @param reason why, for whoever reads it next year; not blank
 * @param author who accepted it; not blank
 * @param acceptedOn the day it was accepted
 * @param expiresOn the last day it holds; not before {@code acceptedOn}
 */
public record Acceptance(
    String benchmark,
    String metric,
    double upTo,
    String reason,
    String author,
    LocalDate acceptedOn,
    LocalDate expiresOn) {
  public Acceptance {
    require(!benchmark.isBlank(), "benchmark", benchmark, "a pattern such as a.b.Bench.method");
    require(!metric.isBlank(), "metric", metric, "a metric name such as time");
    require(upTo > 0 && upTo < 1000, "upTo", upTo, "a fraction above 0 such as 0.2");
    require(!reason.isBlank(), "reason", reason, "why the change is accepted");
    require(!author.isBlank(), "author", author, "who accepts it");
    Objects.requireNonNull(acceptedOn, "acceptedOn");
    require(!expiresOn.isBefore(acceptedOn), "expiresOn", expiresOn, "a day from " + acceptedOn);
  }

  private static void require(boolean holds, String field, Object found, String expected) {
    if (!holds) {
      throw new IllegalArgumentException(
          "an acceptance has %s \"%s\", expected %s".formatted(field, found, expected));
    }
  }

  /** Whether it still holds on a day; its last day is included. */
  public boolean holdsOn(LocalDate day) {
    return !day.isAfter(expiresOn);
  }
}
