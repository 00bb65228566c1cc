package dev.gnomon.maven.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gnomon.maven.Compiled;
import dev.gnomon.maven.identity.Identity.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SameCodeTest {
  private static final String BENCHMARK = "it.Suite.run";

  @TempDir Path temp;

  private final Map<String, String> sources = new HashMap<>();

  @BeforeEach
  void aSuiteThatReachesAFewClasses() {
    sources.put(
        "it.Suite",
        """
        package it;
        import org.openjdk.jmh.annotations.*;
        @Fork(2)
        public class Suite extends Basis {
          @State(Scope.Benchmark) public static class Data { @Param({"1", "2"}) public int size; }
          @Benchmark public int run(Data data) { return Work.shape(data.size).area() + Colour.RED.weight; }
        }
        """);
    sources.put("it.Basis", "package it; public class Basis { int basis() { return 1; } }");
    sources.put(
        "it.Work",
        """
        package it;
        import java.util.function.IntUnaryOperator;
        public class Work {
          private static final int SCALE = 3;
          static Shape shape(int size) {
            IntUnaryOperator times = x -> x * 2;
            return new Square(times.applyAsInt(size) * SCALE);
          }
        }
        """);
    sources.put("it.Shape", "package it; public interface Shape { int area(); }");
    sources.put(
        "it.Square",
        "package it; public record Square(int side) implements Shape {"
            + " public int area() { return side * side; } }");
    sources.put(
        "it.Colour",
        "package it; public enum Colour { RED(1), BLUE(2); final int weight;"
            + " Colour(int weight) { this.weight = weight; } }");
    sources.put("it.Apart", "package it; public class Apart { int apart() { return 1; } }");
  }

  @Test
  void twoBuildsOfOneSourceInTwoDirectoriesAreTheSame() {
    Identity found = changed(Map.of());
    assertThat(found.reason())
        .isEqualTo("its 7 reachable classes, 0 resources and 0 dependencies are the same");
    assertThat(found.kind()).isEqualTo(Kind.SAME);
    assertThat(found.baseHash()).isPresent().isEqualTo(found.candidateHash());
    assertThat(found.benchmarkDiffers()).isFalse();
  }

  @Test
  void commentsAndLinesDoNotCount() {
    assertSame(
        edited("it.Work", "  static Shape", "\n\n  /** Shapes. */\n  // more\n  static Shape"));
  }

  @Test
  void aPrivateConstantCounts() {
    Identity found = edited("it.Work", "SCALE = 3", "SCALE = 4");
    assertDiffers(found, "class it.Work differs");
    assertThat(found.benchmarkDiffers()).isFalse();
  }

  @Test
  void theBodyOfALambdaCounts() {
    assertDiffers(edited("it.Work", "x * 2", "x + 2"), "class it.Work differs");
  }

  @Test
  void theClassesThatDifferAreKnown() {
    Map<String, String> other = new HashMap<>(sources);
    other.replace("it.Work", sources.get("it.Work").replace("x * 2", "x + 2"));
    other.put("it.New", "package it; class New { static class Nested {} }");
    SameCode code =
        SameCode.between(
            List.of(build("base", sources)), List.of(build("candidate", other)), OtherFiles.SAME);

    assertThat(code.differing()).containsOnly("it.Work", "it.New", "it.New$Nested");
  }

  @Test
  void aClassThatOnlyAnInterfaceLeadsToCounts() {
    assertDiffers(edited("it.Square", "side * side", "side + side"), "class it.Square differs");
  }

  @Test
  void aNewImplementationOfAnInterfaceCounts() {
    String round = "package it; class Round implements Shape { public int area() { return 3; } }";
    assertDiffers(changed(Map.of("it.Round", round)), "class it.Round differs");
  }

  @Test
  void aSuperclassIsTheBenchmarksOwn() {
    Identity found = edited("it.Basis", "return 1", "return 2");
    assertDiffers(found, "class it.Basis differs");
    assertThat(found.benchmarkDiffers()).isTrue();
  }

  @Test
  void aStateIsTheBenchmarksOwn() {
    Identity found = edited("it.Suite", "public int size;", "public int size = 5;");
    assertDiffers(found, "class it.Suite$Data differs");
    assertThat(found.benchmarkDiffers()).isTrue();
  }

  @Test
  void anEnumCounts() {
    assertDiffers(edited("it.Colour", "RED(1)", "RED(3)"), "class it.Colour differs");
  }

  @Test
  void valuesOfAnnotationsCount() {
    assertDiffers(
        edited("it.Suite", "\"1\", \"2\"", "\"1\", \"3\""), "class it.Suite$Data differs");
    assertDiffers(edited("it.Suite", "@Fork(2)", "@Fork(3)"), "class it.Suite differs");
  }

  @Test
  void aClassThatIsNotReachedDoesNotCount() {
    assertSame(edited("it.Apart", "return 1", "return 2"));
  }

  @Test
  void codeThatFindsClassesByNameReachesAll() {
    sources.put(
        "it.Basis",
        "package it; public class Basis { Class<?> find(String n) throws Exception {"
            + " return Class.forName(n); } }");
    assertDiffers(
        edited("it.Apart", "return 1", "return 2"),
        "class it.Apart differs (every class counts: it.Basis finds classes by name)");
  }

  @Test
  void aNameInATextIsFollowed() {
    sources.put("it.Basis", "package it; public class Basis { String n = \"it.Apart\"; }");
    assertDiffers(edited("it.Apart", "return 1", "return 2"), "class it.Apart differs");
  }

  @Test
  void aServiceThatAResourceNamesIsReached() throws IOException {
    Path base = build("base", sources);
    sources.put("it.Apart", sources.get("it.Apart").replace("return 1", "return 2"));
    Path candidate = build("candidate", sources);
    for (Path side : List.of(base, candidate)) {
      write(side, "META-INF/services/java.lang.Runnable", "# ours\nit.Apart\n");
    }
    assertDiffers(between(List.of(base), List.of(candidate)), "class it.Apart differs");
  }

  @Test
  void aResourceCounts() throws IOException {
    Path base = build("base", sources);
    Path candidate = build("candidate", sources);
    write(base, "it/data.txt", "1");
    write(candidate, "it/data.txt", "2");
    assertDiffers(between(List.of(base), List.of(candidate)), "file it/data.txt differs");
  }

  @Test
  void whatBuildsWriteAnewDoesNotCount() throws IOException {
    Path base = build("base", sources);
    Path candidate = build("candidate", sources);
    String stamp = "META-INF/maven/g/a/pom.properties";
    write(base, stamp, "#Mon\nversion=1\n");
    write(candidate, stamp, "#Tue\nversion=1\n");
    write(candidate, "META-INF/BenchmarkList", "JMH ...");
    write(candidate, "it/jmh_generated/Suite_run_jmhTest.class", "no class");
    assertSame(between(List.of(base), List.of(candidate)));
  }

  @Test
  void dependenciesCountByContentAndOrder() throws IOException {
    Path side = build("base", sources);
    Path a = write(temp, "a.jar", "a");
    Path b = write(temp, "b.jar", "b");
    Path newer = write(temp, "newer/a.jar", "a2");
    assertSame(between(List.of(side, a, b), List.of(side, a, b)));
    assertDiffers(
        between(List.of(side, a, b), List.of(side, newer, b)), "dependency a.jar differs");
    assertDiffers(
        between(List.of(side, a, b), List.of(side, b, a)), "the order of the dependencies differs");
    assertThat(between(List.of(side, a), List.of(a, side)).kind()).isEqualTo(Kind.DIFFERENT);
  }

  @Test
  void whatAManifestNamesIsOnTheClassPathToo() throws IOException {
    Path side = build("base", sources);
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    Path far = write(temp, "elsewhere/far.jar", "1");
    manifest
        .getMainAttributes()
        .put(Attributes.Name.CLASS_PATH, "lib%20s/near.jar " + far.toUri() + " http://it/no.jar");
    List<Path> sides = List.of(temp.resolve("one/all.jar"), temp.resolve("two/all.jar"));
    for (Path jar : sides) {
      write(jar.getParent(), "lib s/near.jar", "1");
      try (OutputStream out = Files.newOutputStream(jar)) {
        new JarOutputStream(out, manifest).close();
      }
    }
    Files.copy(sides.get(0), sides.get(1), StandardCopyOption.REPLACE_EXISTING);
    List<Path> base = List.of(side, sides.get(0));
    List<Path> candidate = List.of(side, sides.get(1));
    assertThat(between(base, candidate).reason()).contains("3 dependencies");
    write(temp, "two/lib s/near.jar", "2");
    assertDiffers(between(base, candidate), "dependency near.jar differs");
  }

  @Test
  void aBenchmarkInAJarIsTheSameOnlyWithAllElse() throws IOException {
    Path jar = write(temp, "benchmarks.jar", "1");
    assertSame(between(List.of(jar), List.of(jar)));
    assertThat(
            SameCode.between(List.of(jar), List.of(jar), OtherFiles.MAY_DIFFER)
                .of(BENCHMARK)
                .kind())
        .isEqualTo(Kind.UNKNOWN);
    Path other = write(temp, "newer/benchmarks.jar", "2");
    assertThat(between(List.of(jar), List.of(other)).kind()).isEqualTo(Kind.DIFFERENT);
  }

  @Test
  void directoriesThatAreLinkedInCountAndACycleOfLinksIsMeasured() throws IOException {
    Path base = build("base", sources);
    Path candidate = build("candidate", sources);
    Files.createSymbolicLink(base.resolve("linked"), write(temp, "l1/data.txt", "1").getParent());
    Files.createSymbolicLink(
        candidate.resolve("linked"), write(temp, "l2/data.txt", "2").getParent());
    assertDiffers(between(List.of(base), List.of(candidate)), "file linked/data.txt differs");
    Files.createSymbolicLink(base.resolve("cycle"), base);
    assertThat(between(List.of(base), List.of(base)).kind()).isEqualTo(Kind.UNKNOWN);
  }

  @Test
  void namesOfFilesAreShownOnOneVisibleLine() throws IOException {
    Path base = build("base", sources);
    Path candidate = build("candidate", sources);
    write(candidate, "bad\n\u001b[31m", "");
    assertThat(between(List.of(base), List.of(candidate)).reason())
        .startsWith("file bad\\n\\u001b[31m");
  }

  @Test
  void aBenchmarkOfOneSideIsDifferent() {
    Path base = build("base", Map.of("it.Apart", sources.get("it.Apart")));
    assertDiffers(
        between(List.of(base), List.of(build("candidate", sources))),
        "its class is only in the candidate");
  }

  @Test
  void anUnreadableClassIsMeasured() throws IOException {
    Path base = build("base", sources);
    Path candidate = build("candidate", sources);
    byte[] tooNew = Files.readAllBytes(base.resolve("it/Apart.class"));
    tooNew[7] = (byte) 200;
    Files.write(base.resolve("it/Apart.class"), tooNew);
    Files.write(candidate.resolve("it/Apart.class"), tooNew);
    assertUnknown(base, candidate);
    Files.writeString(candidate.resolve("it/Apart.class"), "no class at all");
    Files.delete(base.resolve("it/Apart.class"));
    assertUnknown(base, candidate);
  }

  @Test
  void namesThatOnlyOtherLanguagesAllowAreFollowed() throws IOException {
    sources.put("it.Basis", "package it; public class Basis { Object o = new a__helper(); }");
    sources.put("it.a__helper", "package it; class a__helper { int of() { return 1; } }");
    Path base = build("base", sources);
    sources.put("it.a__helper", "package it; class a__helper { int of() { return 2; } }");
    Path candidate = build("candidate", sources);
    renameToTheNameWithABlank(base);
    renameToTheNameWithABlank(candidate);
    assertDiffers(between(List.of(base), List.of(candidate)), "class it.a  helper differs");
  }

  private static void renameToTheNameWithABlank(Path side) throws IOException {
    Files.move(side.resolve("it/a__helper.class"), side.resolve("it/a  helper.class"));
    for (String name : List.of("it/a  helper.class", "it/Basis.class")) {
      String file = Files.readString(side.resolve(name), StandardCharsets.ISO_8859_1);
      Files.writeString(
          side.resolve(name), file.replace("a__helper", "a  helper"), StandardCharsets.ISO_8859_1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"it.\" + s", "\"it.Apart\" + s", "s + \"it.Apart\" + s"})
  void aNameThatATextIsPutTogetherFromIsFollowed(String text) {
    sources.put(
        "it.Basis",
        "package it; public class Basis { String o(String s) { return " + text + "; } }");
    assertDiffers(edited("it.Apart", "return 1", "return 2"), "class it.Apart differs");
  }

  @Test
  void codeThatReadsClassFilesAsResourcesReachesAll() {
    sources.put(
        "it.Basis",
        "package it; public class Basis {"
            + " Object o() { return Basis.class.getResourceAsStream(\"Apart.class\"); } }");
    assertThat(edited("it.Apart", "return 1", "return 2").kind()).isEqualTo(Kind.DIFFERENT);
    sources.put("it.Basis", sources.get("it.Basis").replace("Apart.class", "data.json"));
    assertSame(edited("it.Apart", "return 1", "return 2"));
  }

  @Test
  void codeOfALanguageThatFindsMembersAtRunTimeReachesAll() {
    sources.put("groovy.lang.Script", "package groovy.lang; public class Script {}");
    sources.put("it.Basis", "package it; public class Basis { groovy.lang.Script script; }");
    assertThat(edited("it.Apart", "return 1", "return 2").kind()).isEqualTo(Kind.DIFFERENT);
  }

  @Test
  void nativeMethodsAreMeasuredWhoeverLoadsThem() {
    sources.put("it.Basis", "package it; public class Basis { native int o(); }");
    assertThat(changed(Map.of()).kind()).isEqualTo(Kind.UNKNOWN);
  }

  @Test
  void codeThatOpensFilesNeedsTheOthersToBeTheSame() {
    sources.put(
        "it.Basis",
        "package it; public class Basis { Object o() throws Exception {"
            + " return new java.io.FileInputStream(\"data\"); } }");
    List<Path> side = List.of(build("base", sources));
    assertSame(SameCode.between(side, side, OtherFiles.SAME).of(BENCHMARK));
    assertThat(SameCode.between(side, side, OtherFiles.MAY_DIFFER).of(BENCHMARK).kind())
        .isEqualTo(Kind.UNKNOWN);
  }

  @Test
  void codeThatLoadsNativeCodeIsMeasured() {
    sources.put("it.Basis", "package it; public class Basis { { System.loadLibrary(\"x\"); } }");
    assertThat(changed(Map.of()).kind()).isEqualTo(Kind.UNKNOWN);
  }

  @Test
  void nestedBenchmarksAreFoundByTheNameThatJmhGivesThem() {
    sources.put(
        "it.Outer",
        """
        package it;
        public class Outer {
          public static class Inner { @org.openjdk.jmh.annotations.Benchmark public void run() {} }
        }
        """);
    Path base = build("base", sources);
    sources.put("it.Outer", sources.get("it.Outer").replace("{}", "{ hashCode(); }"));
    Path candidate = build("candidate", sources);
    Identity found =
        SameCode.between(List.of(base), List.of(candidate), OtherFiles.SAME)
            .of("it.Outer.Inner.run");
    assertDiffers(found, "class it.Outer$Inner differs");
  }

  private Identity edited(String name, String from, String to) {
    assertThat(sources.get(name)).contains(from);
    return changed(Map.of(name, sources.get(name).replace(from, to)));
  }

  private Identity changed(Map<String, String> changes) {
    Map<String, String> other = new HashMap<>(sources);
    other.putAll(changes);
    return between(List.of(build("base", sources)), List.of(build("candidate", other)));
  }

  private Path build(String side, Map<String, String> of) {
    try {
      return Compiled.into(Files.createTempDirectory(temp, side), of);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Identity between(List<Path> base, List<Path> candidate) {
    return SameCode.between(new ArrayList<>(base), candidate, OtherFiles.SAME).of(BENCHMARK);
  }

  private static Path write(Path root, String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static void assertSame(Identity found) {
    assertThat(found.kind()).as(found.reason()).isEqualTo(Kind.SAME);
  }

  private static void assertDiffers(Identity found, String reason) {
    assertThat(found.kind()).as(found.reason()).isEqualTo(Kind.DIFFERENT);
    assertThat(found.reason()).isEqualTo(reason);
  }

  private static void assertUnknown(Path base, Path candidate) {
    Identity found = between(List.of(base), List.of(candidate));
    assertThat(found.kind()).isEqualTo(Kind.UNKNOWN);
    assertThat(found.reason()).startsWith("not known to be the same: in the ").contains("Apart");
  }
}
