package dev.gnomon.environment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A short name for everything that must be equal before two runs may be compared. */
public final class Fingerprint {
  private static final int DIGITS = 12;

  private Fingerprint() {}

  /** Twelve hexadecimal digits over the strict facts; soft facts do not enter. */
  public static String of(Environment environment) {
    MessageDigest digest = sha256();
    environment.facts().stream()
        .filter(Fact::strict)
        .forEach(
            fact -> {
              update(digest, fact.name());
              update(digest, fact.value());
            });
    return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
  }

  /** Length before content, so that no two lists of facts run together to the same bytes. */
  private static void update(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_16BE);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
