package dev.gnomon.measure.process;

import dev.gnomon.environment.Fact;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** JVM flags that forks take from environment variables, without any option of a build. */
final class InheritedFlags {
  /** Variables that a JVM or its launcher reads. */
  private static final List<String> VARIABLES =
      List.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS");

  private InheritedFlags() {}

  /**
   * The strict fact {@code jvm.environment}: all such flags but system properties, which are often
   * paths of one machine.
   *
   * @return empty where there are none, as on most machines
   */
  static Optional<Fact> of(Map<String, String> environment) {
    String flags =
        VARIABLES.stream()
            .flatMap(name -> flags(environment.getOrDefault(name, "")))
            .filter(flag -> !flag.startsWith("-D"))
            .collect(Collectors.joining(" "));
    return flags.isEmpty() ? Optional.empty() : Optional.of(Fact.strict("jvm.environment", flags));
  }

  private static Stream<String> flags(String text) {
    return Arrays.stream(text.strip().split("\\s+")).filter(flag -> !flag.isEmpty());
  }
}
