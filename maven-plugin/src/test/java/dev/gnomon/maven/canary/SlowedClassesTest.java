package dev.gnomon.maven.canary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gnomon.maven.Compiled;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlowedClassesTest {
  @TempDir Path temp;

  private Path stub;
  private Path classes;

  @BeforeEach
  void compile() {
    stub =
        Compiled.into(
            temp.resolve("stub"),
            Map.of(
                "org.openjdk.jmh.infra.Blackhole",
                """
                package org.openjdk.jmh.infra;
                public class Blackhole {
                  public static long tokens, calls;
                  public static void consumeCPU(long n) { tokens += n; calls++; }
                }
                """));
    classes =
        Compiled.into(
            temp.resolve("suite"),
            Map.of(
                "it.Basis",
                """
                package it;
                import org.openjdk.jmh.annotations.Benchmark;
                public abstract class Basis {
                  @Benchmark public void inherited() {}
                  @Benchmark public int overridden() { return 1; }
                  public static class Nested { @Benchmark public long nested() { return 9L; } }
                }
                """,
                "it.Other",
                "package it; public class Other extends Basis {}",
                "it.Third",
                "package it; public class Third extends Basis {}",
                "it.Grouped",
                """
                package it;
                import org.openjdk.jmh.annotations.*;
                public class Grouped {
                  @Benchmark @Group("both") public void reads() {}
                  @Group("both") @Benchmark public void writes() {}
                  @Benchmark @Group public void unnamed() {}
                }
                """,
                "it.Batched",
                """
                package it;
                import org.openjdk.jmh.annotations.*;
                @OperationsPerInvocation(10)
                public class Batched {
                  @Benchmark public void ten() {}
                  @Benchmark @OperationsPerInvocation(1000) public void thousand() {}
                }
                """,
                "it.Batch",
                "package it; public class Batch extends Batched {}",
                "it.Suite",
                """
                package it;
                import org.openjdk.jmh.annotations.Benchmark;
                public class Suite extends Basis {
                  static int count;
                  int left = 3;
                  @Benchmark public void nothing() {}
                  @Benchmark public double arguments(long a, String b, double c) { return a + c; }
                  @Benchmark public static void fixed() { count++; }
                  @Benchmark public int over() { return 1; }
                  @Benchmark public int over(int a) { return a; }
                  public int over(String plain) { return 2; }
                  @Benchmark public void loop() { while (left > 0) { left--; } }
                  @Benchmark public int caught() {
                    try { return Integer.parseInt("x"); } catch (NumberFormatException e) { return -1; }
                  }
                  @Override public int overridden() { return super.overridden() + 1; }
                  public int plain() { return 7; }
                }
                """));
  }

  @Test
  void eachKindOfMethodBeginsWithTheCall() throws Exception {
    assertThat(called("it.Suite", "nothing")).isNull();
    assertThat(called("it.Suite", "fixed")).isNull();
    assertThat(called("it.Suite", "caught")).isEqualTo(-1);
    assertThat(called("it.Suite", "arguments", 1L, "b", 2.0)).isEqualTo(3.0);
    assertThat(called("it.Basis.Nested", "nested")).isEqualTo(9L);
  }

  @Test
  void aLoopAtTheStartDoesNotRepeatTheCall() throws Exception {
    assertThat(called("it.Suite", "loop")).isNull();
  }

  @Test
  void allOverloadsThatAreBenchmarksAreSlowed() throws Exception {
    assertThat(called("it.Suite", "over")).isEqualTo(1);
    assertThat(called("it.Suite", "over", 5)).isEqualTo(5);
    assertThat(invoked(slowed("it.Suite.over", 42), "it.Suite", "over", "x"))
        .isEqualTo(new Call(2, 0, 0));
  }

  @Test
  void anInheritedBenchmarkIsSlowedWhereItIsDeclared() throws Exception {
    Path directory = slowed("it.Suite.inherited", 42);
    assertThat(directory.resolve("it/Basis.class")).exists();
    assertThat(directory.resolve("it/Suite.class")).doesNotExist();
    assertThat(invoked(directory, "it.Suite", "inherited")).isEqualTo(new Call(null, 42, 1));
  }

  @Test
  void anOverriddenBenchmarkIsSlowedOnce() throws Exception {
    assertThat(called("it.Suite", "overridden")).isEqualTo(2);
  }

  @Test
  void theRestOfTheClassStays() throws Exception {
    assertThat(invoked(slowed("it.Suite.nothing", 42), "it.Suite", "plain"))
        .isEqualTo(new Call(7, 0, 0));
  }

  @Test
  void severalBenchmarksOfOneClassKeepTheirOwnTokens() throws Exception {
    Path directory =
        new SlowedClasses(List.of(classes))
            .write(Map.of("it.Suite.nothing", 5L, "it.Suite.loop", 1L), temp.resolve("several"));
    assertThat(invoked(directory, "it.Suite", "nothing")).isEqualTo(new Call(null, 5, 1));
    assertThat(invoked(directory, "it.Suite", "loop")).isEqualTo(new Call(null, 1, 1));
  }

  @Test
  void aGroupIsSlowedInEachOfItsMethods() throws Exception {
    for (String method : List.of("reads", "writes")) {
      assertThat(invoked(slowed("it.Grouped.both", 42), "it.Grouped", method))
          .isEqualTo(new Call(null, 42, 1));
    }
    assertThat(invoked(slowed("it.Grouped.both", 42), "it.Grouped", "unnamed"))
        .isEqualTo(new Call(null, 0, 0));
    assertThat(invoked(slowed("it.Grouped.group", 42), "it.Grouped", "unnamed"))
        .isEqualTo(new Call(null, 42, 1));
    assertThatThrownBy(() -> slowed("it.Grouped.reads", 42))
        .isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void aCallOfManyOperationsIsSlowedForEachOfThem() throws Exception {
    assertThat(invoked(slowed("it.Batched.ten", 42), "it.Batched", "ten"))
        .isEqualTo(new Call(null, 420, 1));
    assertThat(invoked(slowed("it.Batched.thousand", 42), "it.Batched", "thousand"))
        .isEqualTo(new Call(null, 42_000, 1));
    assertThat(invoked(slowed("it.Batch.ten", 42), "it.Batch", "ten"))
        .isEqualTo(new Call(null, 420, 1));
  }

  @Test
  void anInheritedBenchmarkIsSlowedByTheMostThatAnyOfItsClassesNeeds() throws Exception {
    Path directory =
        new SlowedClasses(List.of(classes))
            .write(
                new TreeMap<>(
                    Map.of(
                        "it.Other.inherited",
                        7L,
                        "it.Suite.inherited",
                        9L,
                        "it.Third.inherited",
                        8L)),
                temp.resolve("shared"));
    assertThat(invoked(directory, "it.Suite", "inherited")).isEqualTo(new Call(null, 9, 1));
    assertThat(invoked(directory, "it.Other", "inherited")).isEqualTo(new Call(null, 9, 1));
  }

  @Test
  void classesOfAJarAreFound() throws Exception {
    Path jar = temp.resolve("suite.jar");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (String name : List.of("it/Suite.class", "it/Basis.class")) {
        out.putNextEntry(new ZipEntry(name));
        out.write(Files.readAllBytes(classes.resolve(name)));
      }
    }
    Path directory =
        new SlowedClasses(List.of(temp.resolve("absent.jar"), jar))
            .write(Map.of("it.Suite.inherited", 42L), temp.resolve("of-jar"));
    assertThat(invoked(directory, "it.Suite", "inherited")).isEqualTo(new Call(null, 42, 1));
  }

  @Test
  void whatIsNoBenchmarkIsRefusedAndNothingWritten() {
    for (String none : List.of("it.Suite.plain", "it.Suite.none", "it.None.run", "x", "../x.y")) {
      assertThatThrownBy(() -> slowed(none, 42))
          .isInstanceOf(NoSuchElementException.class)
          .hasMessageContaining(none);
    }
    assertThatThrownBy(() -> slowed("it.Suite.nothing", 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(temp.resolve("slowed")).doesNotExist();
  }

  private record Call(Object result, long tokens, long calls) {}

  /** The result of a slowed benchmark that made exactly the one call. */
  private Object called(String type, String method, Object... arguments) throws Exception {
    Path directory = slowed(type + "." + method, 1L << 40);
    Call call = invoked(directory, type.replace(".Nested", "$Nested"), method, arguments);
    assertThat(call.tokens()).isEqualTo(1L << 40);
    assertThat(call.calls()).isEqualTo(1);
    return call.result();
  }

  private Path slowed(String benchmark, long tokens) throws Exception {
    return new SlowedClasses(List.of(classes))
        .write(Map.of(benchmark, tokens), temp.resolve("slowed"));
  }

  /** Loads the slowed class before the original, as java would, which verifies its bytecode. */
  private Call invoked(Path directory, String type, String name, Object... arguments)
      throws Exception {
    URL[] path = {directory.toUri().toURL(), classes.toUri().toURL(), stub.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(path, ClassLoader.getPlatformClassLoader())) {
      Class<?> found = Class.forName(type, true, loader);
      Object suite = found.getDeclaredConstructor().newInstance();
      for (var method : found.getMethods()) {
        if (method.getName().equals(name) && fits(method.getParameterTypes(), arguments)) {
          Object result = method.invoke(suite, arguments);
          Class<?> blackhole = loader.loadClass("org.openjdk.jmh.infra.Blackhole");
          return new Call(
              result,
              blackhole.getField("tokens").getLong(null),
              blackhole.getField("calls").getLong(null));
        }
      }
    }
    throw new AssertionError(type + " has no " + name);
  }

  private static boolean fits(Class<?>[] types, Object[] arguments) {
    return types.length == arguments.length
        && (types.length != 1 || (types[0] == int.class) == (arguments[0] instanceof Integer));
  }
}
