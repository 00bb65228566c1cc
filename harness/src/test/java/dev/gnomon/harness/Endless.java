package dev.gnomon.harness;

import dev.gnomon.measure.process.Measurement;
import java.nio.file.Path;
import java.time.Duration;

/** Measures a benchmark that never ends, in a JVM that a test may kill. */
final class Endless {
  private Endless() {}

  public static void main(String[] args) {
    new Measurement(Suites.host(Path.of(args[0])))
        .measure(
            Suites.request("BadBenchmark.hangs", 1).withForkTimeout(Duration.ofMinutes(10)),
            new Recorder());
  }
}
