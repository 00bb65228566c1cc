package dev.gnomon.environment.probe;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** How many CPUs this process may use: its affinity, and the quota of its control groups. */
final class UsableCpus {
  private final Platform platform;

  UsableCpus(Platform platform) {
    this.platform = platform;
  }

  /** A number with at most two decimals: {@code 2}, {@code 1.5}. */
  String text() {
    double usable = Math.min(allowed(), quota().orElse(Double.POSITIVE_INFINITY));
    return BigDecimal.valueOf(usable)
        .setScale(2, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }

  /** CPUs of the machine that are switched on. */
  int online() {
    return platform
        .read("/sys/devices/system/cpu/online")
        .map(UsableCpus::count)
        .filter(count -> count > 0)
        .orElse(Math.max(platform.processors(), allowed()));
  }

  /** CPUs that this process may run on, whatever its quota. */
  int allowed() {
    return platform
        .line("/proc/self/status", "Cpus_allowed_list")
        .map(UsableCpus::count)
        .filter(count -> count > 0)
        .orElse(platform.processors());
  }

  /** Entries of a list such as {@code 0-3,8}; 0 where it is none. */
  private static int count(String list) {
    try {
      return Stream.of(list.split(",")).mapToInt(UsableCpus::size).sum();
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static int size(String range) {
    int dash = range.indexOf('-');
    int first = Integer.parseInt(range.substring(0, dash < 0 ? range.length() : dash).strip());
    int last = dash < 0 ? first : Integer.parseInt(range.substring(dash + 1).strip());
    return 1 + last - first;
  }

  /** CPUs that the quota of this process's control groups is worth; empty where there is none. */
  OptionalDouble quota() {
    return platform.read("/proc/self/cgroup").stream()
        .flatMap(String::lines)
        .map(line -> line.split(":", 3))
        .filter(parts -> parts.length == 3)
        .flatMapToDouble(parts -> quotas(parts[1], parts[2]).stream().mapToDouble(q -> q))
        .min();
  }

  private Optional<Double> quotas(String controllers, String path) {
    boolean unified = controllers.isEmpty();
    if (!unified && !Stream.of(controllers.split(",")).anyMatch("cpu"::equals)) {
      return Optional.empty();
    }
    String mount = unified ? "/sys/fs/cgroup" : "/sys/fs/cgroup/" + controllers;
    Stream.Builder<Double> found = Stream.builder();
    for (String at = path; ; at = at.substring(0, Math.max(0, at.lastIndexOf('/')))) {
      String directory = mount + (at.equals("/") ? "" : at);
      (unified ? unified(directory) : legacy(directory)).ifPresent(found);
      if (at.isEmpty()) {
        return found.build().min(Double::compare);
      }
    }
  }

  private Optional<Double> unified(String directory) {
    return platform
        .read(directory + "/cpu.max")
        .map(text -> text.split(" "))
        .filter(parts -> parts.length == 2)
        .flatMap(parts -> ratio(parts[0], parts[1]));
  }

  private Optional<Double> legacy(String directory) {
    return platform
        .read(directory + "/cpu.cfs_quota_us")
        .flatMap(
            quota ->
                platform
                    .read(directory + "/cpu.cfs_period_us")
                    .flatMap(period -> ratio(quota, period)));
  }

  /** No quota is written as {@code max} or -1. */
  private static Optional<Double> ratio(String quota, String period) {
    try {
      double cpus = Double.parseDouble(quota) / Double.parseDouble(period);
      return cpus > 0 && Double.isFinite(cpus) ? Optional.of(cpus) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
