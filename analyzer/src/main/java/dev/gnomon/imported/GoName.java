package dev.gnomon.imported;

import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Mode;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A name in Go's benchmark format: {@code BenchmarkDecode/text=digits/level=1-8}. */
final class GoName {
  static final String PREFIX = "Benchmark";

  private static final Pattern PROCS = Pattern.compile("(.+)-([1-9][0-9]{0,4})", Pattern.DOTALL);

  private GoName() {}

  /**
   * The benchmark of that name: parts with {@code =} are parameters, and the number at the end is
   * the number of processors, which is kept as threads.
   *
   * @param text the name, with or without the number
   * @param packageName what stands before a function; a name with a dot has its own
   */
  static BenchmarkId parse(String text, String packageName) {
    Matcher procs = PROCS.matcher(text);
    boolean numbered = procs.matches();
    return parse(
        numbered ? procs.group(1) : text,
        packageName,
        numbered ? Integer.parseInt(procs.group(2)) : 1);
  }

  /** The same, where the number of processors is known. */
  static BenchmarkId parse(String text, String packageName, int procs) {
    String[] parts = text.split("/", -1);
    String function = parts[0].startsWith(PREFIX) ? parts[0].substring(PREFIX.length()) : parts[0];
    StringBuilder name = new StringBuilder(function.isBlank() ? PREFIX : function);
    if (!packageName.isEmpty() && name.indexOf(".") < 0) {
      name.insert(0, packageName + ".");
    }
    Map<String, String> params = new TreeMap<>();
    Mode mode = Mode.AVERAGE_TIME;
    for (String part : Arrays.asList(parts).subList(1, parts.length)) {
      int equals = part.indexOf('=');
      String key = equals < 1 ? "" : part.substring(0, equals);
      String value = part.substring(equals + 1);
      if (key.equals("mode") && isMode(value)) {
        mode = Mode.ofLabel(value);
      } else if (key.isEmpty() || params.putIfAbsent(key, value) != null) {
        name.append('/').append(part);
      }
    }
    return BenchmarkId.of(name.toString(), params, mode, procs);
  }

  private static boolean isMode(String label) {
    return Arrays.stream(Mode.values()).anyMatch(mode -> mode.label().equals(label));
  }
}
