package dev.gnomon.demo;

import dev.gnomon.demo.Evaluation.Judgement;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Asks {@code before-merge} about the same change again and again while other processes compete for
 * the machine, and prints every answer: how often a change of 5 % is found, how often code that did
 * not change turns a build red, and that a comment costs no measurement at all.
 *
 * <p>Run by {@code mvn -Pseries verify -DskipTests}; see the profile in this module's POM.
 */
public final class Series {

  /** What the branch changes. */
  private enum Change {
    /** One method does 5 % more. */
    PLANTED,
    /** Nothing but a comment, and everything is measured. */
    NONE,
    /** Nothing but a comment. */
    COMMENT
  }

  private static final PlantedSlowdown PLANTED = PlantedSlowdown.FIVE_PERCENT;

  private final Change change;
  private final SampleBuild build;
  private final Path output;
  private final PrintStream out;
  private final List<Run> runs = new ArrayList<>();

  private record Run(int exitCode, Evaluation evaluation) {
    boolean red() {
      return exitCode != 0;
    }

    boolean finds(String benchmark) {
      return evaluation.judgements().stream()
          .anyMatch(
              judgement ->
                  judgement.benchmark().equals(benchmark)
                      && judgement.verdict().equals("REGRESSED"));
    }

    boolean measuredNothing() {
      return evaluation.judgements().stream()
          .allMatch(judgement -> Double.isNaN(judgement.spread()));
    }
  }

  private Series(Change change, SampleBuild build, Path output, PrintStream out) {
    this.change = change;
    this.build = build;
    this.output = output;
    this.out = out;
  }

  /**
   * Runs the series.
   *
   * @param args directory of the sample project, directory to work in, local repository that holds
   *     the plugin, local repository that holds everything else, the change (planted, none or
   *     comment), number of runs, number of competing processes, budget of a run
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path sample = Path.of(args[0]);
    Path target = Path.of(args[1]);
    Change change = Change.valueOf(args[4].toUpperCase(Locale.ROOT));
    Checkout checkout = Checkout.of(sample, target.resolve("series"));
    checkout.branch("change");
    if (change == Change.PLANTED) {
      PLANTED.plantIn(checkout.directory());
    } else {
      PlantedSlowdown.COMMENT.plantIn(checkout.directory());
    }
    checkout.commit("Change " + PLANTED.file());
    List<String> options = SampleBuild.apart(target, Path.of(args[2]), Path.of(args[3]));
    SampleBuild build =
        new SampleBuild(
            checkout.directory(),
            Path.of(System.getProperty("maven.home")),
            options,
            new PrintStream(target.resolve("series.log").toFile()));
    Series series = new Series(change, build, target.resolve("perf/series"), System.out);
    int count = Integer.parseInt(args[5]);
    Competitors competitors = new Competitors(competitor(sample), Integer.parseInt(args[6]));
    try {
      for (int run = 1; run <= count; run++) {
        series.run(run, args[7]);
      }
    } finally {
      competitors.close();
    }
    series.summarise();
  }

  static Path competitor(Path sample) {
    return sample.resolve("../harness/src/test/java/dev/gnomon/harness/live/Competitor.java");
  }

  private void run(int run, String budget) throws IOException, InterruptedException {
    Path directory = output.resolve(Integer.toString(run));
    List<String> arguments =
        List.of(
            "test-compile",
            "perf:before-merge",
            "-Dperf.base=main",
            "-Dperf.budget=" + budget,
            "-Dperf.seed=" + run,
            "-Dperf.select=" + (change == Change.NONE ? "all" : "changed"),
            "-Dperf.output=" + directory);
    Files.deleteIfExists(directory.resolve("evaluation.json"));
    long start = System.nanoTime();
    int exitCode = build.run(arguments);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    Evaluation evaluation = Evaluation.of(directory.resolve("evaluation.json"));
    runs.add(new Run(exitCode, evaluation));
    print(out, "run " + run, took, evaluation);
  }

  static void print(PrintStream out, String run, Duration took, Evaluation evaluation) {
    out.printf(
        Locale.ROOT,
        "%s: %s after %d min %d s%n",
        run,
        evaluation.decision(),
        took.toMinutes(),
        took.toSecondsPart());
    for (Judgement judgement : evaluation.judgements()) {
      out.printf(
          Locale.ROOT,
          "  %-38s %-20s %-12s %s%s%n",
          judgement.shortName(),
          judgement.metric(),
          judgement.verdict(),
          spread(judgement),
          judgement.reason());
    }
  }

  private static String spread(Judgement judgement) {
    return Double.isNaN(judgement.spread())
        ? ""
        : String.format(Locale.ROOT, "forks differ by %.1f %%, ", 100 * judgement.spread());
  }

  private void summarise() {
    String answer =
        switch (change) {
          case PLANTED ->
              "found in %d of %d runs"
                  .formatted(count(run -> run.finds(PLANTED.benchmark())), runs.size());
          case NONE -> "red in %d of %d runs".formatted(count(Run::red), runs.size());
          case COMMENT ->
              "nothing measured in %d of %d runs"
                  .formatted(count(Run::measuredNothing), runs.size());
        };
    out.println(change.name().toLowerCase(Locale.ROOT) + ": " + answer);
  }

  private long count(Predicate<Run> what) {
    return runs.stream().filter(what).count();
  }
}
