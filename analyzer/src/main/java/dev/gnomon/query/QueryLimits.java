package dev.gnomon.query;

import java.time.Duration;

/**
 * What one question may cost.
 *
 * @param rows rows of the answer, at least 1
 * @param time how long it may take
 * @param megabytes memory that the database may use
 */
public record QueryLimits(int rows, Duration time, int megabytes) {
  /** A thousand rows, half a minute, half a gigabyte. */
  public static final QueryLimits USUAL = new QueryLimits(1000, Duration.ofSeconds(30), 512);

  public QueryLimits {
    if (rows < 1 || time.isNegative() || time.isZero() || megabytes < 1) {
      throw new IllegalArgumentException(
          "a question of %d rows, %s and %d MB, expected more than nothing of each"
              .formatted(rows, time, megabytes));
    }
  }
}
