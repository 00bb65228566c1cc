package dev.gnomon.imported;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Times as other tools write them. */
final class Moments {
  private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");
  private static final int DIGITS_OF_SECONDS = 11;

  private Moments() {}

  /**
   * Reads {@code 2026-11-23T06:25:00+01:00}, {@code 2026-11-23 06:25:00} and {@code 2026-11-23},
   * which are in UTC, and seconds or milliseconds since 1970.
   *
   * @return the time in the years 1970 to 9999; empty for anything else
   */
  static Optional<Instant> read(String text) {
    String plain = text.strip();
    try {
      return within(plain.matches("[0-9]{1,15}") ? counted(plain) : dated(plain));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** A time of so many milliseconds since 1970. */
  static Optional<Instant> ofMillis(long millis) {
    return within(Instant.ofEpochMilli(millis));
  }

  private static Optional<Instant> within(Instant instant) {
    return instant.isBefore(Instant.EPOCH) || !instant.isBefore(END)
        ? Optional.empty()
        : Optional.of(instant);
  }

  private static Instant counted(String digits) {
    long count = Long.parseLong(digits);
    return digits.length() <= DIGITS_OF_SECONDS
        ? Instant.ofEpochSecond(count)
        : Instant.ofEpochMilli(count);
  }

  private static Instant dated(String text) {
    if (text.length() <= "2026-11-23".length()) {
      return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
    String iso = text.replaceFirst("^(\\S+) +", "$1T");
    boolean zoned = iso.matches(".*(Z|[+-][0-9]{2}(:?[0-9]{2})?)$");
    return zoned
        ? OffsetDateTime.parse(iso.replaceFirst("([+-][0-9]{2})$", "$1:00")).toInstant()
        : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
  }
}
