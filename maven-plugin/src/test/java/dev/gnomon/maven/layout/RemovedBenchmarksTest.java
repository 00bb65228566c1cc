package dev.gnomon.maven.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemovedBenchmarksTest {
  @TempDir Path directory;

  private TestModule module(String name, boolean processor, String... methods) throws IOException {
    TestModule module = new TestModule(directory.resolve(name));
    StringBuilder body = new StringBuilder();
    for (String method : methods) {
      body.append("  @Benchmark public int %s() { return 1; }%n".formatted(method));
    }
    return methods.length == 0
        ? module
        : module.compile(
            module.testClasses(),
            processor,
            "a.Sum",
            "package a;\nimport org.openjdk.jmh.annotations.*;\npublic class Sum {\n"
                + body
                + "}\n");
  }

  private static List<String> removed(TestModule before, TestModule now) {
    return RemovedBenchmarks.between(before.paths(TestModule.JMH), now.paths(TestModule.JMH));
  }

  @Test
  void byTheListsOfBothSidesEachBenchmarkIsTold() throws IOException {
    TestModule before = module("before", true, "plus", "minus");

    assertThat(removed(before, module("same", true, "minus", "plus"))).isEmpty();
    assertThat(removed(before, module("less", true, "plus"))).containsExactly("a.Sum.minus");
    assertThat(removed(before, module("none", true)))
        .containsExactlyInAnyOrder("a.Sum.plus", "a.Sum.minus");
  }

  @Test
  void withoutAListAClassIsGoneWithAllOfItsBenchmarks() throws IOException {
    TestModule before = module("before", false, "plus", "minus");

    assertThat(removed(before, module("less", false, "plus"))).isEmpty();
    assertThat(removed(before, module("listed", true, "plus"))).isEmpty();
    assertThat(removed(before, module("none", false))).containsExactly("a.Sum");
  }

  @Test
  void aListThatIsNoMoreMadeTellsNothing() throws IOException {
    TestModule before = module("before", true, "plus", "minus");

    assertThat(removed(before, module("unlisted", false, "plus"))).isEmpty();
  }
}
