package dev.gnomon.maven.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.gnomon.maven.layout.Found.Benchmarks;
import dev.gnomon.maven.layout.Found.Nothing;
import dev.gnomon.maven.layout.GeneratorArtifacts.GeneratorMissingException;
import dev.gnomon.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarkFinderTest {
  private static final String SUM =
      """
      package a;
      import org.openjdk.jmh.annotations.*;
      public class Sum {
        @State(Scope.Thread) public static class Input { int x = 1; }
        @Benchmark public int plus(Input in) { return in.x + 1; }
        public static class Nested { @Benchmark public int one() { return 1; } }
      }
      """;
  private static final String PLAIN = "package a; public class Plain { Object o = String.class; }";

  @TempDir Path base;
  private TestModule module;

  @BeforeEach
  void emptyModule() {
    module = new TestModule(base);
  }

  private static Benchmarks benchmarks(Found found) {
    return assertThat(found).asInstanceOf(type(Benchmarks.class)).actual();
  }

  private static Nothing nothing(Found found) {
    return assertThat(found).asInstanceOf(type(Nothing.class)).actual();
  }

  @Test
  void whatTheProcessorListedInTheTestOutputIsUsedAsItIs() throws IOException {
    module.compile(module.testClasses(), true, "a.Sum", SUM);

    Benchmarks found = benchmarks(module.find());

    assertThat(found.classPath()).isEqualTo(module.paths(TestModule.JMH).testPath());
    assertThat(found.excludes()).isEmpty();
    assertThat(found.notes()).isEmpty();
    assertThat(module.generated()).doesNotExist();
  }

  @Test
  void benchmarksInTheMainOutputRunWithoutTestLibraries() throws IOException {
    module.compile(module.mainClasses(), true, "a.Sum", SUM);
    module.compile(module.testClasses(), true, "a.Plain", PLAIN);

    assertThat(benchmarks(module.find()).classPath())
        .isEqualTo(module.paths(TestModule.JMH).runtimePath());
  }

  @Test
  void withoutTheProcessorTheListIsGeneratedBesideTheOutput() throws IOException {
    module.compile(module.testClasses(), false, "a.Sum", SUM);

    Benchmarks found = benchmarks(module.find());

    Path generated = found.classPath().get(0);
    assertThat(generated).startsWith(module.generated());
    assertThat(BenchmarkList.in(generated).orElseThrow().entries())
        .extracting(BenchmarkList.Entry::benchmark)
        .containsExactlyInAnyOrder("a.Sum.plus", "a.Sum.Nested.one");
    assertThat(generated.resolve("a/jmh_generated/Sum_plus_jmhTest.class")).exists();
    assertThat(module.testClasses().resolve("META-INF")).doesNotExist();
    assertThat(found.notes())
        .containsExactly(
            "JMH's list lacked 2 of the benchmark classes; the code that runs them was generated.");
  }

  @Test
  void aListThatLacksOneClassIsCompletedByGeneration() throws IOException {
    module.compile(module.testClasses(), true, "a.Sum", SUM);
    module.compile(
        module.testClasses(),
        false,
        "b.Late",
        SUM.replace("package a", "package b").replace("class Sum", "class Late"));

    Benchmarks found = benchmarks(module.find());

    assertThat(BenchmarkList.in(found.classPath().get(0)).orElseThrow().entries())
        .extracting(BenchmarkList.Entry::benchmark)
        .contains("b.Late.plus", "a.Sum.plus");
    assertThat(found.excludes()).isEmpty();
  }

  @Test
  void aBenchmarkInheritedFromAnAbstractClassIsFound() throws IOException {
    module.compile(
        module.testClasses(),
        false,
        "a.Base",
        """
        package a;
        public abstract class Base {
          @org.openjdk.jmh.annotations.Benchmark public int run() { return 1; }
        }
        """);
    module.compile(
        module.testClasses(), false, "a.Child", "package a; public class Child extends Base {}");

    assertThat(
            BenchmarkList.in(benchmarks(module.find()).classPath().get(0)).orElseThrow().entries())
        .extracting(BenchmarkList.Entry::benchmark)
        .containsExactly("a.Child.run");
  }

  @Test
  void aListedBenchmarkWhoseClassIsGoneIsLeftOutByName() throws IOException {
    module.compile(module.testClasses(), true, "a.Sum", SUM);
    module.compile(module.testClasses(), true, "a.Gone", SUM.replace("class Sum", "class Gone"));
    Files.delete(module.testClasses().resolve("a/Gone.class"));

    Benchmarks found = benchmarks(module.find());

    assertThat(found.excludes()).contains("^" + Pattern.quote("a.Gone.plus") + "$");
    assertThat(found.excludes()).noneMatch(e -> e.contains("a.Sum"));
    assertThat(found.notes().get(0))
        .startsWith("Left out, listed but no longer compiled: a.Gone.plus");
  }

  @Test
  void benchmarksThatADependencyListsAreLeftOut() throws IOException {
    TestModule library = new TestModule(Files.createDirectory(base.resolve("library")));
    library.compile(
        library.mainClasses(),
        true,
        "lib.Foreign",
        SUM.replace("package a", "package lib").replace("class Sum", "class Foreign"));
    module.compile(module.testClasses(), true, "a.Sum", SUM);

    Benchmarks found =
        benchmarks(
            module.find(with(library.mainClasses()), LayoutOptions.USUAL, TestModule::generator));

    assertThat(found.excludes())
        .containsExactlyInAnyOrder(
            "^" + Pattern.quote("lib.Foreign.plus") + "$",
            "^" + Pattern.quote("lib.Foreign.Nested.one") + "$");
    assertThat(found.notes())
        .containsExactly(
            "Left out, 2 benchmarks of a dependency; measure them in their own module.");
  }

  private static List<Path> with(Path library) {
    List<Path> path = new ArrayList<>(TestModule.JMH);
    path.add(library);
    return path;
  }

  @Test
  void withoutJmhTheLinesToAddAreSaid() throws IOException {
    module.compile(module.testClasses(), false, "a.Plain", PLAIN);

    Nothing nothing = nothing(module.find(List.of(), LayoutOptions.USUAL, TestModule::generator));

    assertThat(nothing.code()).isEqualTo("no-jmh");
    assertThat(nothing.message())
        .startsWith("No JMH on the class path of core: expected org.openjdk.jmh:jmh-core")
        .contains("<artifactId>jmh-core</artifactId>", "-Dperf.jar=benchmarks.jar");
  }

  @Test
  void anEmptySuiteIsSaidWithWhereItWasLookedFor() throws IOException {
    module.compile(module.testClasses(), false, "a.Plain", PLAIN);

    Nothing nothing = nothing(module.find());

    assertThat(nothing.code()).isEqualTo("no-benchmarks");
    assertThat(nothing.message())
        .isEqualTo(
            "No JMH benchmarks in core: Looked for @Benchmark in 1 classes of"
                + " target/test-classes and target/classes, found none. Put benchmarks under"
                + " src/test/java, or name another place with <classes> or -Dperf.classes, or a"
                + " prebuilt jar with -Dperf.jar.");
  }

  @Test
  void withoutAnyClassTheLikelyCauseIsSaid() {
    assertThat(nothing(module.find()).message())
        .contains("hold no classes at all. Is -Dmaven.test.skip set?");
  }

  @Test
  void aGeneratorThatCannotBeHadIsSaidWithTheLinesToAdd() throws IOException {
    module.compile(module.testClasses(), false, "a.Sum", SUM);

    assertThatThrownBy(
            () ->
                module.find(
                    TestModule.JMH,
                    LayoutOptions.USUAL,
                    version -> {
                      throw new GeneratorMissingException(
                          "generator " + version + ": offline", null);
                    }))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.code()).isEqualTo("benchmark-list-missing"))
        .hasMessageStartingWith(
            "The benchmarks of core were compiled without JMH's annotation processor, and the code"
                + " that runs them could not be generated: generator 1.37: offline\n")
        .hasMessageContaining("<artifactId>jmh-generator-annprocess</artifactId>")
        .hasMessageContaining("<version>1.37</version>");
  }

  @Test
  void whatJmhRefusesToGenerateIsSaidInItsOwnWords() throws IOException {
    module.compile(
        module.testClasses(),
        false,
        "Unnamed",
        "public class Unnamed { @org.openjdk.jmh.annotations.Benchmark public void m() {} }");

    assertThatThrownBy(() -> module.find())
        .isInstanceOf(ProblemException.class)
        .hasMessage(
            """
            JMH refuses the benchmarks of core:
            Benchmark class should have package other than default.
               [Unnamed]
            Mend them as it says; where a class is missing, add its library to the module's \
            dependencies.""");
  }

  @Test
  void namedClassesAreUsedInPlaceOfTheUsualOutputs() throws IOException {
    Path elsewhere = base.resolve("target/perf-classes");
    module.compile(elsewhere, true, "a.Sum", SUM);

    Benchmarks found =
        benchmarks(
            module.find(
                TestModule.JMH,
                new LayoutOptions(Optional.empty(), Optional.of(elsewhere)),
                TestModule::generator));

    assertThat(found.classPath()).startsWith(elsewhere);
    assertThat(found.excludes()).isEmpty();
  }

  @Test
  void aNamedJarThatIsNotThereIsAProblem() {
    Path jar = base.resolve("benchmarks.jar");

    assertThatThrownBy(
            () ->
                module.find(
                    List.of(),
                    new LayoutOptions(Optional.of(jar), Optional.empty()),
                    TestModule::generator))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.code()).isEqualTo("benchmarks-jar-not-found"))
        .hasMessage(
            "perf.jar is %s, which is not there. Build it first, or correct -Dperf.jar or <jar>."
                .formatted(jar));
  }

  @Test
  void aNamedJarWithoutBenchmarksIsAProblem() {
    Path jar = TestModule.JMH.get(0);

    assertThatThrownBy(
            () ->
                module.find(
                    List.of(),
                    new LayoutOptions(Optional.of(jar), Optional.empty()),
                    TestModule::generator))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("which has no META-INF/BenchmarkList");
  }

  @Test
  void aClassFileThatIsNoneIsAProblem() throws IOException {
    Path broken = module.testClasses().resolve("a/Broken.class");
    Files.createDirectories(broken.getParent());
    Files.writeString(broken, "no class");

    assertThatThrownBy(() -> module.find())
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.code()).isEqualTo("classes-unreadable"))
        .hasMessageContaining("Broken.class: not a class file");
  }
}
