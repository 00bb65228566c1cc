package dev.gnomon.archive;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Any text as one part of a path that is safe on every file system. Common names stay as they are
 * ({@code :} becomes {@code +}). What could climb, clash on a disk that ignores case, be a device
 * of Windows or be too long is made harmless and gets a hash of the original, so that two names
 * never share a part.
 */
final class PathPart {
  private static final int LONGEST = 80;
  private static final int DIGITS = 10;
  private static final Pattern PLAIN = Pattern.compile("[a-z0-9_][a-z0-9._:-]*");
  private static final Pattern DEVICE =
      Pattern.compile("(con|prn|aux|nul|com[0-9]|lpt[0-9])([.:].*)?");

  private PathPart() {}

  static String of(String name) {
    boolean plain =
        name.length() <= LONGEST
            && PLAIN.matcher(name).matches()
            && !name.endsWith(".")
            && !name.endsWith(":")
            && !DEVICE.matcher(name).matches();
    return plain ? name.replace(':', '+') : harmless(name);
  }

  private static String harmless(String name) {
    String readable =
        name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]+", "_").replaceAll("^-+", "_");
    String start = readable.substring(0, Math.min(LONGEST / 2, readable.length()));
    String hash = Sha256.hex(name.getBytes(StandardCharsets.UTF_16BE)).substring(0, DIGITS);
    return start + "~" + hash;
  }
}
