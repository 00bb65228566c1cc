package dev.gnomon.harness;

import dev.gnomon.harness.suite.EndlessBenchmark;
import dev.gnomon.measure.process.Measurement;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Measures a benchmark that never ends, in a JVM that a test may kill. */
final class Endless {
  private Endless() {}

  public static void main(String[] args) {
    String announced = "-D" + EndlessBenchmark.ANNOUNCED + "=" + args[1];
    new Measurement(Suites.host(Path.of(args[0]), List.of(announced)))
        .measure(
            Suites.request("EndlessBenchmark", 1).withForkTimeout(Duration.ofMinutes(10)),
            new Recorder());
  }
}
