package dev.gnomon.harness;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a fork is to sample. The host hands it over as system properties, which the fork reads.
 *
 * @param event {@code cpu}, {@code wall}, {@code alloc}, {@code lock}
 * @param interval how often: ns, or bytes of allocation
 * @param output file for the collapsed stacks; how they were taken is told beside it
 * @param library path of async-profiler's library, empty where there is none
 * @param noLibrary why there is none
 * @param refused attempts that fail as where the kernel forbids them
 */
record ProfileOrder(
    String event,
    long interval,
    Path output,
    String library,
    String noLibrary,
    Set<String> refused) {
  static final String CPU = "cpu";

  /** The interval at which a profile costs nothing measurable. */
  static final long USUAL_NS = 10_000_000;

  /**
   * For tests: simulates a machine that refuses. A list, parted by commas, of events as
   * async-profiler calls them, of {@code library} and {@code jfr}.
   */
  static final String REFUSE = "gnomon.profile.refuse";

  private static final String EVENT = "gnomon.profile.event";
  private static final String INTERVAL = "gnomon.profile.interval";
  private static final String OUTPUT = "gnomon.profile.output";
  private static final String LIBRARY = "gnomon.profile.library";
  private static final String NO_LIBRARY = "gnomon.profile.library.missing";

  ProfileOrder {
    refused = Set.copyOf(refused);
  }

  /** The flags by which a fork learns what a command wants sampled. */
  static List<String> flags(Frame command) {
    String event = command.text("event");
    long interval = command.number("interval");
    List<String> flags = new ArrayList<>();
    flags.add(flag(OUTPUT, command.text("profile")));
    flags.add(flag(EVENT, event.isEmpty() ? CPU : event));
    flags.add(flag(INTERVAL, String.valueOf(interval > 0 ? interval : USUAL_NS)));
    try {
      flags.add(flag(LIBRARY, NativeLibrary.in(command.text("libraries"))));
    } catch (IOException e) {
      flags.add(flag(NO_LIBRARY, OneLine.reason(e.getMessage())));
    }
    return flags;
  }

  private static String flag(String name, String value) {
    return "-D" + name + "=" + value;
  }

  /** What the flags of this JVM say. */
  static ProfileOrder ofThisFork() {
    return new ProfileOrder(
        System.getProperty(EVENT, CPU),
        Long.getLong(INTERVAL, USUAL_NS),
        Path.of(System.getProperty(OUTPUT, "")),
        System.getProperty(LIBRARY, ""),
        System.getProperty(NO_LIBRARY, "there is none"),
        Arrays.stream(System.getProperty(REFUSE, "").split(",", -1)).collect(Collectors.toSet()));
  }
}
