package dev.gnomon.harness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Reads what the kernel tells of the whole machine and of this process's control group. */
final class Machine {
  // The kernel counts in ticks of 10 ms towards user space, whatever its own clock.
  private static final long TICK_NS = 10_000_000;

  private final Path stat;
  private final Path cpuPressure;
  private final Path memoryPressure;
  private final Path throttling;
  private final String throttlingKey;
  private final long throttlingUnit;

  Machine(Path root) {
    stat = root.resolve("proc/stat");
    cpuPressure = root.resolve("proc/pressure/cpu");
    memoryPressure = root.resolve("proc/pressure/memory");
    Path groups = root.resolve("sys/fs/cgroup");
    Path second = groups.resolve(groupPath(root, "0::").substring(1)).resolve("cpu.stat");
    Path secondAtRoot = groups.resolve("cpu.stat");
    Path first = groups.resolve("cpu,cpuacct").resolve(groupPath(root, "cpu").substring(1));
    if (Files.isReadable(second) || Files.isReadable(secondAtRoot)) {
      throttling = Files.isReadable(second) ? second : secondAtRoot;
      throttlingKey = "throttled_usec ";
      throttlingUnit = 1_000;
    } else {
      throttling = first.resolve("cpu.stat");
      throttlingKey = "throttled_time ";
      throttlingUnit = 1;
    }
  }

  void read(Map<String, Long> counters) {
    String[] cpu = words(stat);
    boolean known = cpu.length >= 9 && cpu[0].equals("cpu");
    long busy = 0;
    // user nice system (idle iowait) irq softirq; steal stands behind them.
    for (int i : new int[] {1, 2, 3, 6, 7}) {
      busy += known ? Long.parseLong(cpu[i]) * TICK_NS : 0;
    }
    counters.put("busy", known ? busy : Reading.UNKNOWN);
    counters.put("steal", known ? Long.parseLong(cpu[8]) * TICK_NS : Reading.UNKNOWN);
    counters.put("cpuPressure", pressure(cpuPressure));
    counters.put("memoryPressure", pressure(memoryPressure));
    counters.put("throttled", figure(throttling, throttlingKey, throttlingUnit));
  }

  static long involuntarySwitches(Path status) {
    return Math.max(0, figure(status, "nonvoluntary_ctxt_switches:", 1));
  }

  private static long pressure(Path file) {
    String first = line(file);
    int total = first.indexOf("total=");
    return total < 0 ? Reading.UNKNOWN : Long.parseLong(first.substring(total + 6).strip()) * 1_000;
  }

  private static long figure(Path file, String key, long unit) {
    for (String line : lines(file)) {
      if (line.startsWith(key)) {
        return Long.parseLong(line.substring(key.length()).strip()) * unit;
      }
    }
    return Reading.UNKNOWN;
  }

  private static String groupPath(Path root, String controller) {
    for (String line : lines(root.resolve("proc/self/cgroup"))) {
      int path = line.lastIndexOf(":/");
      if (path > 0 && (line.startsWith(controller) || line.contains(":" + controller))) {
        return line.substring(path + 1);
      }
    }
    return "/";
  }

  static String[] words(Path file) {
    String line = line(file).strip();
    return line.isEmpty() ? new String[0] : line.split("\\s+");
  }

  /** The first line, empty where there is none to read. */
  static String line(Path file) {
    List<String> lines = lines(file);
    return lines.isEmpty() ? "" : lines.get(0);
  }

  private static List<String> lines(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
