package dev.gnomon.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks {@code before-merge} about two commits of a project from outside, whose POM knows nothing of
 * the plugin, and prints the answer.
 *
 * <p>Run by {@code mvn -Poutside verify -DskipTests}; see the profile in this module's POM.
 */
public final class Outside {
  private Outside() {}

  /**
   * Runs the goal once.
   *
   * @param args directory of the sample project, directory to work in, local repository that holds
   *     the plugin, local repository that holds everything else, version of the plugin, git
   *     repository of the project, commit to compare with, commit that is judged, number of
   *     competing processes, then options of the build such as {@code -pl module -am}
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path target = Path.of(args[1]);
    Checkout checkout =
        Checkout.following(Path.of(args[5]), args[6], args[7], target.resolve("outside"));
    Path output = target.resolve("perf/outside");
    Files.deleteIfExists(output.resolve("evaluation.json"));
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "test-compile",
                "dev.gnomon:perf-maven-plugin:" + args[4] + ":before-merge",
                "-Dperf.base=" + args[6],
                "-Dperf.output=" + output));
    arguments.addAll(List.of(args).subList(9, args.length));
    SampleBuild build =
        new SampleBuild(
            checkout.directory(),
            Path.of(System.getProperty("maven.home")),
            SampleBuild.apart(target, Path.of(args[2]), Path.of(args[3])),
            new PrintStream(target.resolve("outside.log").toFile()));
    long start = System.nanoTime();
    Competitors competitors = new Competitors(Path.of(args[0]), Integer.parseInt(args[8]));
    int exitCode;
    try {
      exitCode = build.run(arguments);
    } finally {
      competitors.close();
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    new Answer(exitCode, took, Evaluation.of(output.resolve("evaluation.json")))
        .print(System.out, args[6] + " -> " + args[7]);
  }
}
