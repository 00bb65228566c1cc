package dev.gnomon.profile.jfr;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jfr.EventType;
import jdk.jfr.consumer.RecordedEvent;

/** How often time was sampled, as far as the settings in a recording tell. */
final class JfrInterval {
  private static final Set<String> SAMPLES = Set.of("jdk.ExecutionSample", "jdk.CPUTimeSample");
  private static final Set<String> PERIODS = Set.of("period", "throttle");
  private static final Pattern PERIOD = Pattern.compile("([0-9]{1,12}) ?(ns|us|ms|s)");

  private final Set<Long> samplers = new HashSet<>();
  private final Map<Long, Long> periods = new HashMap<>();
  private long ns;

  void add(RecordedEvent event) {
    EventType type = event.getEventType();
    if (SAMPLES.contains(type.getName())) {
      samplers.add(type.getId());
    }
    boolean setting = type.getName().equals("jdk.ActiveSetting");
    if (setting && event.hasField("name") && event.hasField("value") && event.hasField("id")) {
      set(event);
    }
  }

  private void set(RecordedEvent event) {
    String name = event.getString("name");
    String value = event.getString("value");
    if (name == null || value == null) {
      return;
    }
    // async-profiler tells plain nanoseconds, the JVM a number with its unit.
    if (name.equals("interval") && value.matches("[0-9]{1,15}")) {
      ns = Long.parseLong(value);
      return;
    }
    Matcher period = PERIOD.matcher(value);
    if (PERIODS.contains(name) && period.matches()) {
      long every = Long.parseLong(period.group(1)) * factor(period.group(2));
      periods.put(event.getLong("id"), every);
    }
  }

  private static long factor(String unit) {
    return switch (unit) {
      case "s" -> 1_000_000_000L;
      case "ms" -> 1_000_000L;
      case "us" -> 1_000L;
      default -> 1L;
    };
  }

  /** Nanoseconds, 0 where nothing told them. */
  long ns() {
    return ns > 0
        ? ns
        : samplers.stream()
            .mapToLong(id -> periods.getOrDefault(id, 0L))
            .filter(every -> every > 0)
            .findFirst()
            .orElse(0);
  }
}
