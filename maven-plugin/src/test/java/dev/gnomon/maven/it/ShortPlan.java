package dev.gnomon.maven.it;

import java.util.ArrayList;
import java.util.List;

/** Arguments of a measurement that takes no longer than its JVMs need to start. */
final class ShortPlan {
  private ShortPlan() {}

  static String[] with(int forks, String goal, String... more) {
    List<String> arguments = new ArrayList<>(List.of(goal));
    arguments.add("-Dperf.plan=annotated");
    arguments.add("-Dperf.forks=" + forks);
    arguments.add("-Dperf.jmhArgs=-wi 1 -w 20ms -i 2 -r 20ms");
    arguments.addAll(List.of(more));
    return arguments.toArray(String[]::new);
  }
}
