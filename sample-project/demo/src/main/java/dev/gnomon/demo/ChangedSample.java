package dev.gnomon.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A copy of the sample project with one change on a branch, which {@code before-merge} judges. */
final class ChangedSample {
  private final SampleBuild build;
  private final Path output;

  private ChangedSample(SampleBuild build, Path output) {
    this.build = build;
    this.output = output;
  }

  /**
   * Copies the project and commits the change.
   *
   * @param sample directory of the sample project
   * @param target directory to work in
   * @param name of the directories below it
   * @param repository the local repository that holds the plugin
   * @param downloaded the local repository that holds everything else
   */
  static ChangedSample of(
      Path sample,
      Path target,
      String name,
      Path repository,
      Path downloaded,
      PlantedSlowdown change)
      throws IOException, InterruptedException {
    Checkout checkout = Checkout.of(sample, target.resolve(name));
    checkout.branch("change");
    change.plantIn(checkout.directory());
    checkout.commit("Change " + change.file());
    SampleBuild build =
        new SampleBuild(
            checkout.directory(),
            Path.of(System.getProperty("maven.home")),
            SampleBuild.apart(target, repository, downloaded),
            new PrintStream(target.resolve(name + ".log").toFile()));
    return new ChangedSample(build, target.resolve("perf").resolve(name));
  }

  /**
   * Asks whether the change makes anything slower.
   *
   * @param name of the directory of what the goal writes
   * @param options of the goal
   */
  Answer ask(String name, List<String> options) throws IOException, InterruptedException {
    Path directory = output.resolve(name);
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "test-compile",
                "perf:before-merge",
                "-Dperf.base=main",
                "-Dperf.output=" + directory));
    arguments.addAll(options);
    Files.deleteIfExists(directory.resolve("evaluation.json"));
    long start = System.nanoTime();
    int exitCode = build.run(arguments);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    return new Answer(exitCode, took, Evaluation.of(directory.resolve("evaluation.json")));
  }
}
