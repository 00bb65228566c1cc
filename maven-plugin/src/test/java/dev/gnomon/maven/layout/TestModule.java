package dev.gnomon.maven.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gnomon.maven.layout.GeneratorArtifacts.GeneratorMissingException;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A module on disk whose classes are compiled by the test. */
final class TestModule {
  private static final List<Path> TEST_PATH =
      Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
          .map(Path::of)
          .toList();

  /** JMH itself, without the generators. */
  static final List<Path> JMH = named("jmh-core", "jopt-simple", "commons-math3");

  private final Path base;

  TestModule(Path base) {
    this.base = base;
  }

  static List<Path> named(String... artifacts) {
    return TEST_PATH.stream()
        .filter(
            file -> Stream.of(artifacts).anyMatch(a -> file.getFileName().toString().startsWith(a)))
        .toList();
  }

  /** The generator as the test class path has it. */
  static List<Path> generator(String version) throws GeneratorMissingException {
    List<Path> found = named("jmh-generator", "asm");
    assertThat(found).hasSizeGreaterThan(2);
    return found;
  }

  Path mainClasses() {
    return base.resolve("target").resolve("classes");
  }

  Path testClasses() {
    return base.resolve("target").resolve("test-classes");
  }

  /** Compiles one class, with JMH's annotation processor or without any. */
  TestModule compile(Path output, boolean processor, String name, String source)
      throws IOException {
    Path file = base.resolve("src").resolve(name.replace('.', '/') + ".java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, source);
    Files.createDirectories(output);
    List<Path> path = new ArrayList<>(JMH);
    path.add(output);
    List<String> options = new ArrayList<>(List.of("-d", output.toString()));
    options.addAll(List.of("-classpath", joined(path)));
    options.addAll(
        processor ? List.of("-processorpath", joined(TEST_PATH)) : List.of("-proc:none"));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      boolean ok =
          compiler.getTask(said, files, null, options, null, files.getJavaFileObjects(file)).call();
      assertThat(ok).as(said.toString()).isTrue();
    }
    return this;
  }

  private static String joined(List<Path> path) {
    return String.join(File.pathSeparator, path.stream().map(Path::toString).toList());
  }

  Path generated() {
    return base.resolve("target").resolve("perf").resolve("generated");
  }

  ModulePaths paths(List<Path> libraries) {
    List<Path> runtime = new ArrayList<>(List.of(mainClasses()));
    runtime.addAll(libraries);
    List<Path> test = new ArrayList<>(List.of(testClasses()));
    test.addAll(runtime);
    return new ModulePaths("core", base, mainClasses(), testClasses(), runtime, test);
  }

  Found find(List<Path> libraries, LayoutOptions options, GeneratorArtifacts artifacts) {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return new BenchmarkFinder(
            paths(libraries), options, new ListGenerator(java, generated(), artifacts))
        .find();
  }

  Found find() {
    return find(JMH, LayoutOptions.USUAL, TestModule::generator);
  }
}
