package dev.gnomon.harness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gnomon.environment.Fact;
import dev.gnomon.measure.HostCommand;
import dev.gnomon.measure.Measured;
import dev.gnomon.measure.process.Measurement;
import dev.gnomon.model.Failure;
import dev.gnomon.model.Fork;
import dev.gnomon.model.Series;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Measures a suite that was compiled with an older JMH, by that JMH. */
class OlderJmhTest {
  private static final String SUITE =
      """
      package suite;

      import org.openjdk.jmh.annotations.*;

      @State(Scope.Benchmark)
      public class Old {
        @Param("4") public int length;

        @Benchmark @BenchmarkMode(Mode.AverageTime)
        public int[] average() { return new int[length]; }

        @Benchmark @BenchmarkMode(Mode.Throughput) @Threads(2)
        public int[] throughput() { return new int[length]; }

        @Benchmark @BenchmarkMode(Mode.SampleTime)
        public int[] sampled() { return new int[length]; }

        @Benchmark @BenchmarkMode(Mode.SingleShotTime)
        public int[] single() { return new int[length]; }

        @Benchmark @BenchmarkMode(Mode.AverageTime)
        public int throwsUp() { throw new IllegalStateException("on purpose"); }
      }
      """;

  private static final Path OLDER = Path.of("target", "older-jmh").toAbsolutePath();

  @TempDir Path workspace;

  @ParameterizedTest
  @ValueSource(strings = {"1.17.5", "1.21"})
  void anOlderJmhIsDrivenAsTheNewestIs(String version) throws Exception {
    List<Path> jmh =
        List.of(
            OLDER.resolve("jmh-core-" + version + ".jar"),
            jar("jopt-simple"),
            jar("commons-math3"));
    Path classes = compile(jmh, OLDER.resolve("jmh-generator-annprocess-" + version + ".jar"));

    Measured measured =
        new Measurement(host(classes, jmh)).measure(Suites.request("Old", 1), new Recorder());

    assertThat(measured.facts()).contains(Fact.strict("jmh.version", version));
    assertThat(measured.series()).hasSize(5);
    for (Series series : measured.series()) {
      if (series.id().benchmark().endsWith("throwsUp")) {
        assertThat(series.failure().orElseThrow().kind()).isEqualTo(Failure.Kind.THREW);
      } else {
        check(series);
      }
    }
  }

  private static void check(Series series) {
    assertThat(series.failure()).isEmpty();
    assertThat(series.id().params()).containsEntry("length", "4");
    Fork fork = series.forks().get(0);
    assertThat(fork.warmup()).hasSize(1);
    assertThat(fork.iterations())
        .hasSize(2)
        .allSatisfy(i -> assertThat(i.nsPerOp()).isPositive())
        .allSatisfy(i -> assertThat(i.workers().delayMeasured()).isTrue());
    assertThat(fork.secondary().keySet()).noneMatch(name -> name.contains("gnomon"));
    assertThat(fork.secondary().get("gc.alloc.rate.norm").value()).isGreaterThanOrEqualTo(32);
  }

  private static Path jar(String name) throws IOException {
    try (Stream<Path> jars = Files.list(OLDER)) {
      return jars.filter(jar -> jar.getFileName().toString().startsWith(name))
          .findFirst()
          .orElseThrow();
    }
  }

  /** By a javac of its own: within this JVM its processor would meet the JMH of the tests. */
  private Path compile(List<Path> jmh, Path processor) throws Exception {
    Path source = workspace.resolve("Old.java");
    Files.writeString(source, SUITE);
    Path classes = Files.createDirectory(workspace.resolve("classes"));
    List<Path> processors = new ArrayList<>(jmh);
    processors.add(processor);
    Process javac =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "javac").toString(),
                "-d",
                classes.toString(),
                "-cp",
                joined(jmh),
                "-processorpath",
                joined(processors),
                source.toString())
            .inheritIO()
            .start();
    assertThat(javac.waitFor()).isZero();
    return classes;
  }

  private static String joined(List<Path> paths) {
    return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  /** The harness and the profiler of the tests, but the JMH of the suite. */
  private HostCommand host(Path classes, List<Path> jmh) {
    HostCommand own = Suites.host(workspace);
    List<Path> classPath = new ArrayList<>(List.of(classes));
    classPath.addAll(jmh);
    own.classPath().stream()
        .filter(p -> p.endsWith(Path.of("target", "classes")) || p.toString().contains("async"))
        .filter(p -> !p.toString().contains("analyzer"))
        .forEach(classPath::add);
    return new HostCommand(own.java(), classPath, workspace, workspace, List.of());
  }
}
