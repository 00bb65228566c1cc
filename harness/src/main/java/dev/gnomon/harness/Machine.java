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
  private final Sensors sensors;

  Machine(Path root) {
    stat = ProcFile.open(root.resolve("proc/stat"));
    cpuPressure = ProcFile.open(root.resolve("proc/pressure/cpu"));
    memoryPressure = ProcFile.open(root.resolve("proc/pressure/memory"));
    sensors = new Sensors(root);
    Path groups = root.resolve("sys/fs/cgroup");
    throttlingV2 = open(groups, ControlGroup.of(root, ""));
    throttlingV1 = throttlingV2 == null ? open(groups, ControlGroup.of(root, "cpu")) : null;
  }

  private static ProcFile open(Path groups, ControlGroup group) {
    Path mount = groups.resolve(group.mount());
    ProcFile own = ProcFile.open(mount.resolve(group.path()).resolve("cpu.stat"));
    // Inside a container the path of the host is of no use, and the group is the root itself.
    return own != null ? own : ProcFile.open(mount.resolve("cpu.stat"));
  }

  /**
   * Where this process's control group lies.
   *
   * @param mount directory of its hierarchy; empty for the unified one
   * @param path its directory below that
   */
  private record ControlGroup(String mount, String path) {
    /** The group of a controller; where it has none, the root of what that would be. */
    static ControlGroup of(Path root, String controller) {
      for (String line : lines(root.resolve("proc/self/cgroup"))) {
        String[] parts = line.split(":", 3);
        // Whole names: cpuset is another controller than cpu.
        if (parts.length == 3
            && parts[2].startsWith("/")
            && List.of(parts[1].split(",")).contains(controller)) {
          return new ControlGroup(parts[1], parts[2].substring(1));
        }
      }
      return new ControlGroup(controller, "");
    }
  }

  void read(Map<String, Long> counters) {
    readStat(counters);
    counters.put("cpuPressure", scaled(cpuPressure, TOTAL, 1_000));
    counters.put("memoryPressure", scaled(memoryPressure, TOTAL, 1_000));
    counters.put("hot", sensors.throttles());
    counters.put(
        "throttled",
        throttlingV2 != null
            ? scaled(throttlingV2, THROTTLED_V2, 1_000)
            : scaled(throttlingV1, THROTTLED_V1, 1));
  }

  /** Present frequency in kHz, which is no counter; unknown on most virtual machines. */
  long frequency() {
    return sensors.frequency();
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
