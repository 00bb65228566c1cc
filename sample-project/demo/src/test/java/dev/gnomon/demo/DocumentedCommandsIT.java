package dev.gnomon.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents tell users to type works on the sample project. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentedCommandsIT {
  /** As little measuring as there can be: what is measured is not the question here. */
  private static final List<String> BRIEFLY =
      List.of(
          "-Dperf.plan=annotated",
          "-Dperf.jmhArgs=-wi 1 -w 50ms -i 3 -r 50ms",
          "-Dperf.includes=EditDistance",
          "-Dperf.forks=3");

  private SampleBuild build;
  private Path archive;

  static List<List<String>> commands() {
    Path root = Path.of("..", "..");
    return DocumentedCommands.in(
        root.resolve("README.md"),
        root.resolve("docs/guide.md"),
        root.resolve("sample-project/README.md"));
  }

  @BeforeAll
  void checkOutTheSample(@TempDir Path directory) throws IOException, InterruptedException {
    archive = directory.resolve("archive");
    Path project = directory.resolve("sample-project");
    Checkout.of(Path.of(".."), project);
    Path maven = Path.of(System.getProperty("maven.home"));
    Path repository = Path.of(System.getProperty("demo.repository"));
    Path downloaded = Path.of(System.getProperty("demo.downloaded"));
    List<String> options = SampleBuild.apart(directory, repository, downloaded);
    build = new SampleBuild(project, maven, options, System.out);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void theCommandWorks(List<String> command) throws IOException, InterruptedException {
    assertThat(run(command)).isZero();
  }

  private int run(List<String> command) throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(command);
    BRIEFLY.stream().filter(option -> !sets(command, option)).forEach(arguments::add);
    // Where a document names a directory of its reader's, and where three short forks differ by
    // chance; a canary, though, has to be caught.
    arguments.add("-Dperf.archive=" + archive);
    if (!command.contains("perf:canary")) {
      arguments.add("-Dperf.failOnRegression=false");
    }
    arguments.add("-Dperf.baseline=main");
    return build.run(arguments);
  }

  private static boolean sets(List<String> command, String option) {
    String property = option.substring(0, option.indexOf('=') + 1);
    return command.stream().anyMatch(argument -> argument.startsWith(property));
  }
}
