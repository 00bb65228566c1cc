package dev.gnomon.maven.canary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gnomon.maven.Sources;
import dev.gnomon.problem.ProblemException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlowedClassesTest {
  /** A stand-in for JMH that counts. */
  private static final Map<String, String> JMH =
      Map.of(
          "org/openjdk/jmh/annotations/Benchmark.java",
          "package org.openjdk.jmh.annotations; public @interface Benchmark {}",
          "org/openjdk/jmh/infra/Blackhole.java",
          "package org.openjdk.jmh.infra; public class Blackhole { public static long calls; public static long tokens; public static void consumeCPU(long t) { calls++; tokens += t; } }");

  private static final Map<String, String> SUITE =
      Map.of(
          "p/Parent.java",
          """
          package p;
          import org.openjdk.jmh.annotations.Benchmark;
          public class Parent {
            @Benchmark public int inherited(int a) { return a + 1; }
          }
          """,
          "p/Bench.java",
          """
          package p;
          import org.openjdk.jmh.annotations.Benchmark;
          public class Bench extends Parent {
            int left = 5;
            @Benchmark public void nothing() {}
            @Benchmark public int loops() { while (left > 0) { left--; } return left; }
            public int loops(int plain) { return plain; }
          }
          """);

  @TempDir Path temporary;
  private Path jmh;
  private Path suite;

  @BeforeEach
  void compile() {
    jmh = Sources.compile(temporary.resolve("jmh"), JMH, List.of());
    suite = Sources.compile(temporary.resolve("suite"), SUITE, List.of(jmh));
  }

  private URLClassLoader slowed(Map<String, Long> tokens) throws Exception {
    Path target = temporary.resolve("slowed");
    SlowedClasses.write(List.of(suite, jmh), new TreeMap<>(tokens), target);
    return new URLClassLoader(
        new URL[] {target.toUri().toURL(), suite.toUri().toURL(), jmh.toUri().toURL()}, null);
  }

  private static long counted(ClassLoader loader, String field) throws Exception {
    return loader.loadClass("org.openjdk.jmh.infra.Blackhole").getField(field).getLong(null);
  }

  private static Object call(ClassLoader loader, String method, Object... arguments)
      throws Exception {
    Class<?>[] types = new Class<?>[arguments.length];
    java.util.Arrays.fill(types, int.class);
    Class<?> type = loader.loadClass("p.Bench");
    Method found = type.getMethod(method, types);
    return found.invoke(type.getConstructor().newInstance(), arguments);
  }

  @Test
  void eachCallConsumesOnceBeforeAnythingElse() throws Exception {
    try (URLClassLoader loader = slowed(Map.of("p.Bench.nothing", 7L, "p.Bench.loops", 100_000L))) {
      call(loader, "nothing");
      assertThat(counted(loader, "tokens")).isEqualTo(7);
      assertThat(call(loader, "loops")).isEqualTo(0);
      assertThat(counted(loader, "tokens")).isEqualTo(100_007);
      assertThat(counted(loader, "calls")).isEqualTo(2);
    }
  }

  @Test
  void aMethodThatIsNoBenchmarkStaysAsItIs() throws Exception {
    try (URLClassLoader loader = slowed(Map.of("p.Bench.loops", 7L))) {
      assertThat(call(loader, "loops", 3)).isEqualTo(3);
      assertThat(counted(loader, "calls")).isZero();
    }
  }

  @Test
  void anInheritedBenchmarkIsSlowedWhereItIsDeclared() throws Exception {
    try (URLClassLoader loader = slowed(Map.of("p.Bench.inherited", 9L))) {
      assertThat(call(loader, "inherited", 1)).isEqualTo(2);
      assertThat(counted(loader, "tokens")).isEqualTo(9);
    }
  }

  @Test
  void whatIsNotThereIsAProblem() {
    SortedMap<String, Long> missing = new TreeMap<>(Map.of("p.Bench.absent", 1L));

    assertThatThrownBy(
            () -> SlowedClasses.write(List.of(suite), missing, temporary.resolve("slowed")))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("p.Bench.absent cannot be slowed down");
  }

  @Test
  void theSizeIsWhatTheSlowdownNeedsAndAtLeastOneToken() {
    assertThat(CanarySize.of(1_000, 0.10, 2).tokens()).isEqualTo(50);
    assertThat(CanarySize.of(1_000, 0.10, 2).slowdown()).isCloseTo(0.10, within(1e-12));
    assertThat(CanarySize.of(4, 0.10, 2).tokens()).isEqualTo(1);
    assertThat(CanarySize.of(4, 0.10, 2).slowdown()).isCloseTo(0.5, within(1e-12));
    assertThatThrownBy(() -> CanarySize.of(0, 0.1, 2)).isInstanceOf(IllegalArgumentException.class);
  }
}
