package dev.gnomon.maven.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gnomon.maven.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameCodeTest {
  private static final String BENCHMARK = "p.Bench.run";

  /** Everything that a benchmark may come to run, in one small project. */
  private static final Map<String, String> PROJECT =
      Map.of(
          "p/Bench.java",
              """
              package p;
              // A comment.
              @Marked("plain")
              public class Bench extends Base {
                private static final int SIZE = 7;
                private Shape shape = new Square();
                static class State { int value = 3; }
                enum Kind { ONE, TWO }
                public int run() {
                  java.util.function.IntUnaryOperator twice = x -> x * 2;
                  State state = new State();
                  return Helper.help(twice.applyAsInt(SIZE)) + shape.area() + state.value
                      + Kind.ONE.ordinal() + base();
                }
              }
              """,
          "p/Base.java", "package p; class Base { int base() { return 5; } }",
          "p/Helper.java",
              "package p; class Helper { static int help(int x) { return Deep.er(x); } }",
          "p/Deep.java", "package p; class Deep { static int er(int x) { return x + 11; } }",
          "p/Shape.java", "package p; interface Shape { int area(); }",
          "p/Square.java",
              "package p; class Square implements Shape { public int area() { return 4; } }",
          "p/Circle.java",
              "package p; class Circle implements Shape { public int area() { return 6; } }",
          "p/Marked.java", "package p; @interface Marked { String value(); }",
          "p/Unrelated.java", "package p; class Unrelated { int other() { return 13; } }",
          "p/Named.java", "package p; class Named { int found() { return 17; } }");

  @TempDir Path temporary;
  private int compiled;

  private Path compile(Map<String, String> sources) {
    return Sources.compile(temporary.resolve("c" + compiled++), sources, List.of());
  }

  private Path changed(String file, String from, String to) {
    Map<String, String> sources = new TreeMap<>(PROJECT);
    assertThat(sources.get(file)).contains(from);
    sources.put(file, sources.get(file).replace(from, to));
    return compile(sources);
  }

  private Path added(String file, String text) {
    Map<String, String> sources = new TreeMap<>(PROJECT);
    sources.put(file, text);
    return compile(sources);
  }

  private static Optional<String> same(Path baseline, Path candidate) {
    return same(List.of(baseline), List.of(candidate));
  }

  private static Optional<String> same(List<Path> baseline, List<Path> candidate) {
    return new SameCode(baseline, candidate).sameFor(BENCHMARK);
  }

  @Test
  void twoCompilationsOfOneSourceAreTheSame() {
    assertThat(same(compile(PROJECT), compile(PROJECT)))
        .contains(
            "same code on both sides: 10 classes, 0 resources and 0 dependencies within its reach");
  }

  @Test
  void commentsAndLinesDoNotCount() {
    Path moved = changed("p/Bench.java", "// A comment.", "// Another.\n\n\n// And one more.");

    assertThat(same(compile(PROJECT), moved)).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "p/Bench.java, SIZE = 7, SIZE = 8",
    "p/Bench.java, x * 2, x * 3",
    "p/Bench.java, value = 3, value = 4",
    "p/Bench.java, 'ONE, TWO', 'ONE, TWO, THREE'",
    "p/Bench.java, plain, fancy",
    "p/Base.java, return 5, return 6",
    "p/Helper.java, Deep.er(x), Deep.er(x + 1)",
    "p/Deep.java, 11, 12",
    "p/Square.java, 4, 5",
    "p/Circle.java, 6, 7"
  })
  void whateverTheBenchmarkCanRunCounts(String file, String from, String to) {
    Path before = compile(PROJECT);

    assertThat(same(before, changed(file, from, to))).isEmpty();
    assertThat(same(changed(file, from, to), before)).isEmpty();
  }

  @Test
  void whatItCannotRunDoesNot() {
    assertThat(same(compile(PROJECT), changed("p/Unrelated.java", "13", "14"))).isPresent();
  }

  @Test
  void aNewImplementorOfWhatItCallsCounts() {
    Path more =
        added(
            "p/Star.java",
            "package p; class Star implements Shape { public int area() { return 8; } }");

    assertThat(same(compile(PROJECT), more)).isEmpty();
  }

  @Test
  void aClassThatIsNamedInATextCounts() {
    Map<String, String> sources = new TreeMap<>(PROJECT);
    sources.put(
        "p/Deep.java",
        "package p; class Deep { static int er(int x) { return x + \"p.Named\".length(); } }");
    Path before = compile(sources);
    sources.put("p/Named.java", PROJECT.get("p/Named.java").replace("17", "18"));

    assertThat(same(before, compile(sources))).isEmpty();
  }

  @Test
  void whoeverLoadsClassesByNameReachesEverything() {
    Map<String, String> sources = new TreeMap<>(PROJECT);
    sources.put(
        "p/Deep.java",
        "package p; class Deep { static int er(int x) { try { return Class.forName(\"p.\" + x).hashCode(); } catch (ClassNotFoundException e) { return 0; } } }");
    Path before = compile(sources);
    sources.put("p/Unrelated.java", PROJECT.get("p/Unrelated.java").replace("13", "14"));

    assertThat(same(before, compile(sources))).isEmpty();
    assertThat(same(before, before)).isPresent();
  }

  @Test
  void resourcesCountAndSoDoClassesThatTheyName() throws IOException {
    Path before = compile(PROJECT);
    Path after = compile(PROJECT);
    Path unlike = changed("p/Named.java", "17", "18");
    for (Path side : List.of(before, after, unlike)) {
      Files.createDirectories(side.resolve("META-INF/services"));
      Files.writeString(side.resolve("META-INF/services/p.Found"), "p.Named\n");
    }

    assertThat(same(before, after)).isPresent();
    assertThat(same(before, unlike)).isEmpty();
    Files.writeString(after.resolve("words.txt"), "one");
    assertThat(same(before, after)).isEmpty();
    Files.writeString(before.resolve("words.txt"), "two");
    assertThat(same(before, after)).isEmpty();
    Files.writeString(before.resolve("words.txt"), "one");
    assertThat(same(before, after)).isPresent();
  }

  @Test
  void whatEveryBuildWritesAnewDoesNotCount() throws IOException {
    Path before = compile(PROJECT);
    Path after = compile(PROJECT);
    Files.createDirectories(after.resolve("META-INF"));
    Files.writeString(after.resolve("META-INF/BenchmarkList"), "JMH S 6");
    Files.writeString(after.resolve("META-INF/MANIFEST.MF"), "Built-At: now");

    assertThat(same(before, after)).isPresent();
  }

  @Test
  void dependenciesCountByContentAndOrder() throws IOException {
    Path own = compile(PROJECT);
    Path one = Files.writeString(temporary.resolve("one.jar"), "1");
    Path copy = Files.writeString(temporary.resolve("copy.jar"), "1");
    Path two = Files.writeString(temporary.resolve("two.jar"), "2");

    assertThat(same(List.of(own, one, two), List.of(own, copy, two))).isPresent();
    assertThat(same(List.of(own, one), List.of(own, two))).isEmpty();
    assertThat(same(List.of(own, one), List.of(own))).isEmpty();
    assertThat(same(List.of(own, one, two), List.of(own, two, one))).isEmpty();
  }

  @Test
  void theFirstClassOfANameIsTheOneThatRuns() {
    Path own = compile(PROJECT);
    Path shadowing = changed("p/Deep.java", "11", "12");

    assertThat(same(List.of(own, shadowing), List.of(own))).isPresent();
    assertThat(same(List.of(shadowing, own), List.of(own))).isEmpty();
  }

  @Test
  void whatCannotBeReadIsNotKnownToBeTheSame() throws IOException {
    Path before = compile(PROJECT);
    Path after = compile(PROJECT);
    Files.write(after.resolve("p/Deep.class"), new byte[] {1, 2, 3});

    assertThat(same(before, after)).isEmpty();
    assertThat(same(after, after)).isEmpty();
  }

  @Test
  void aBenchmarkThatIsNotThereIsNotTheSame() {
    Path own = compile(PROJECT);

    assertThat(new SameCode(List.of(own), List.of(own)).sameFor("p.Missing.run")).isEmpty();
    assertThat(new SameCode(List.of(own), List.of(own)).sameFor("run")).isEmpty();
    assertThat(new SameCode(List.of(), List.of(own)).sameFor(BENCHMARK)).isEmpty();
  }
}
