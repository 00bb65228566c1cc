package dev.gnomon.report.trend;

import dev.gnomon.history.Event;
import dev.gnomon.history.History;
import dev.gnomon.history.RunMark;
import dev.gnomon.model.BenchmarkId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Locale;

/**
 * File names that are safe on every disk whatever a benchmark is called, and stay the same from one
 * site to the next: a readable part of letters, digits and dashes, and a hash of the whole name.
 */
final class PageNames {
  private static final int READABLE = 60;
  private static final int DIGITS = 12;

  private PageNames() {}

  /** Name of a benchmark's page, without its directory and ending. */
  static String of(BenchmarkId id) {
    String[] parts = {id.benchmark(), id.params().toString(), id.mode().label(), "" + id.threads()};
    return readable(id.shortName()) + hash(parts);
  }

  /** Name of a change's page; the change keeps it while more runs are added. */
  static String of(Event event, History history) {
    RunMark run = history.runs().get(event.run());
    return LocalDate.ofInstant(run.startedAt(), ZoneOffset.UTC)
        + "-"
        + hash(key(event, history)).substring(0, DIGITS);
  }

  /** What makes a change the same in every site of one module. */
  static String[] key(Event event, History history) {
    RunMark run = history.runs().get(event.run());
    return new String[] {
      history.project(),
      history.module(),
      history.branch(),
      history.places().get(event.place()).fingerprint(),
      run.startedAt().toString(),
      run.revision().commit()
    };
  }

  private static String readable(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String start = plain.substring(0, Math.min(READABLE, plain.length())).replaceAll("^-+|-+$", "");
    return start.isEmpty() ? "" : start + "-";
  }

  /** Hexadecimal digits over all parts; a length before each, so that none run together. */
  static String hash(String... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_16BE);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
