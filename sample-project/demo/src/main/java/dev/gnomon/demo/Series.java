package dev.gnomon.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
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
    COMMENT;

    PlantedSlowdown code() {
      return this == PLANTED ? PlantedSlowdown.FIVE_PERCENT : PlantedSlowdown.COMMENT;
    }
  }

  private final Change change;
  private final ChangedSample sample;
  private final PrintStream out;
  private final List<Answer> answers = new ArrayList<>();

  private Series(Change change, ChangedSample sample, PrintStream out) {
    this.change = change;
    this.sample = sample;
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
    Change change = Change.valueOf(args[4].toUpperCase(Locale.ROOT));
    ChangedSample changed =
        ChangedSample.of(
            sample, Path.of(args[1]), "series", Path.of(args[2]), Path.of(args[3]), change.code());
    Series series = new Series(change, changed, System.out);
    int count = Integer.parseInt(args[5]);
    Competitors competitors = new Competitors(sample, Integer.parseInt(args[6]));
    try {
      for (int run = 1; run <= count; run++) {
        series.run(run, args[7]);
      }
    } finally {
      competitors.close();
    }
    series.summarise();
  }

  private void run(int run, String budget) throws IOException, InterruptedException {
    Answer answer =
        sample.ask(
            Integer.toString(run),
            List.of(
                "-Dperf.budget=" + budget,
                "-Dperf.seed=" + run,
                "-Dperf.select=" + (change == Change.NONE ? "all" : "changed")));
    answers.add(answer);
    answer.print(out, "run " + run);
  }

  private void summarise() {
    String answer =
        switch (change) {
          case PLANTED ->
              "found in %d of %d runs"
                  .formatted(count(run -> run.finds(change.code().benchmark())), answers.size());
          case NONE -> "red in %d of %d runs".formatted(count(Answer::red), answers.size());
          case COMMENT ->
              "nothing measured in %d of %d runs"
                  .formatted(count(Answer::measuredNothing), answers.size());
        };
    out.println(change.name().toLowerCase(Locale.ROOT) + ": " + answer);
  }

  private long count(Predicate<Answer> what) {
    return answers.stream().filter(what).count();
  }
}
