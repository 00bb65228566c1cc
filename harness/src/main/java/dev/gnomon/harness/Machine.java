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
  private static final byte[] TOTAL = ascii("total=");
  private static final byte[] THROTTLED_V2 = ascii("throttled_usec ");
  private static final byte[] THROTTLED_V1 = ascii("throttled_time ");

  private final ProcFile stat;
  private final ProcFile cpuPressure;
  private final ProcFile memoryPressure;
  private final ProcFile throttlingV2;
  private final ProcFile throttlingV1;

  Machine(Path root) {
    stat = ProcFile.open(root.resolve("proc/stat"));
    cpuPressure = ProcFile.open(root.resolve("proc/pressure/cpu"));
    memoryPressure = ProcFile.open(root.resolve("proc/pressure/memory"));
    Path groups = root.resolve("sys/fs/cgroup");
    Path unified = groups.resolve(groupPath(root, "0::")).resolve("cpu.stat");
    // Inside a container the path of the host is of no use, and the group is the root itself.
    Path second = Files.isReadable(unified) ? unified : groups.resolve("cpu.stat");
    throttlingV2 = ProcFile.open(second);
    Path first = groups.resolve("cpu,cpuacct").resolve(groupPath(root, "cpu")).resolve("cpu.stat");
    throttlingV1 = throttlingV2 == null ? ProcFile.open(first) : null;
  }

  void read(Map<String, Long> counters) {
    readStat(counters);
    counters.put("cpuPressure", scaled(cpuPressure, TOTAL, 1_000));
    counters.put("memoryPressure", scaled(memoryPressure, TOTAL, 1_000));
    counters.put(
        "throttled",
        throttlingV2 != null
            ? scaled(throttlingV2, THROTTLED_V2, 1_000)
            : scaled(throttlingV1, THROTTLED_V1, 1));
  }

  /** The first line: user nice system idle iowait irq softirq steal. */
  private void readStat(Map<String, Long> counters) {
    long busy = Reading.UNKNOWN;
    long steal = Reading.UNKNOWN;
    if (stat != null && stat.refresh()) {
      busy = stat.nextNumber() + stat.nextNumber() + stat.nextNumber();
      stat.nextNumber();
      stat.nextNumber();
      busy = (busy + stat.nextNumber() + stat.nextNumber()) * TICK_NS;
      steal = stat.nextNumber() * TICK_NS;
    }
    counters.put("busy", busy);
    counters.put("steal", steal < 0 ? Reading.UNKNOWN : steal);
  }

  private static long scaled(ProcFile file, byte[] key, long unit) {
    if (file == null || !file.refresh()) {
      return Reading.UNKNOWN;
    }
    long number = file.numberAfter(key);
    return number == Reading.UNKNOWN ? number : number * unit;
  }

  /** Path of this process's control group, relative to the root of the groups. */
  private static String groupPath(Path root, String controller) {
    for (String line : lines(root.resolve("proc/self/cgroup"))) {
      int path = line.lastIndexOf(":/");
      if (path > 0 && (line.startsWith(controller) || line.contains(":" + controller))) {
        return line.substring(path + 2);
      }
    }
    return "";
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return List.of();
    }
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
