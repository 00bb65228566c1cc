package dev.gnomon.environment.probe;

import dev.gnomon.doctor.MachineState.Load;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How busy the machine is, by the kernel's own averages. */
final class Busyness {
  private static final Pattern SOME = Pattern.compile("some avg10=([0-9.]{1,9}) ");
  private static final Pattern FIRST = Pattern.compile("([0-9.]{1,12}) ");
  private static final Pattern DIGITS = Pattern.compile("([0-9]{1,15})( kB)?");
  private static final List<String> CACHE = List.of("inactive_file ", "total_inactive_file ");
  private static final long KIB = 1024;
  private static final String GROUP = "/sys/fs/cgroup";

  private final Platform platform;

  Busyness(Platform platform) {
    this.platform = platform;
  }

  Load load() {
    Optional<Long> limit = bytes("/memory.max", "/memory/memory.limit_in_bytes");
    return new Load(
        real("/proc/loadavg", FIRST),
        real("/proc/pressure/cpu", SOME),
        real("/proc/pressure/memory", SOME),
        // Without a limit the first kind of groups tells a number beyond any memory.
        smaller(memory("MemTotal"), limit),
        smaller(memory("MemAvailable"), limit.flatMap(this::left)));
  }

  /** What the group has left of its limit, its cache of files counted as left. */
  private Optional<Long> left(long limit) {
    long cache =
        Stream.of("/memory.stat", "/memory/memory.stat")
            .flatMap(file -> platform.read(GROUP + file).stream())
            .flatMap(String::lines)
            .filter(line -> CACHE.stream().anyMatch(line::startsWith))
            .flatMap(line -> number(line.substring(line.indexOf(' ') + 1)).stream())
            .findFirst()
            .orElse(0L);
    return bytes("/memory.current", "/memory/memory.usage_in_bytes")
        .map(used -> Math.max(0, limit - used + cache));
  }

  private Optional<Double> real(String file, Pattern pattern) {
    return platform
        .read(file)
        .map(pattern::matcher)
        .filter(Matcher::lookingAt)
        .flatMap(
            matcher -> {
              try {
                return Optional.of(Double.parseDouble(matcher.group(1)));
              } catch (NumberFormatException e) {
                return Optional.empty();
              }
            });
  }

  private Optional<Long> memory(String name) {
    return platform.line("/proc/meminfo", name).flatMap(Busyness::number).map(kib -> kib * KIB);
  }

  /** Of this process's group where the mount shows no others, as in a container. */
  private Optional<Long> bytes(String unified, String legacy) {
    return Stream.of(unified, legacy)
        .flatMap(file -> platform.read(GROUP + file).stream())
        .flatMap(text -> number(text).stream())
        .findFirst();
  }

  private static Optional<Long> number(String text) {
    Matcher matcher = DIGITS.matcher(text);
    return matcher.matches() ? Optional.of(Long.parseLong(matcher.group(1))) : Optional.empty();
  }

  private static Optional<Long> smaller(Optional<Long> a, Optional<Long> b) {
    return Stream.of(a, b).flatMap(Optional::stream).min(Long::compare);
  }
}
