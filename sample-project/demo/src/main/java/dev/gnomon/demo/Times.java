package dev.gnomon.demo;

import dev.gnomon.demo.Evaluation.Judgement;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Prints how long {@code before-merge} takes for changes of three sizes, building both sides
 * included, beside what plain JMH would take for the same question.
 *
 * <p>Run by {@code mvn -Ptimes verify -DskipTests}; see the profile in this module's POM.
 */
public final class Times {
  /** JMH's defaults: forks, and in each of them warm-up and measurement. */
  private static final Duration PLAIN_JMH =
      Duration.ofSeconds(10).multipliedBy(5 + 5).multipliedBy(5);

  private final Path[] places;
  private final String budget;
  private final PrintStream out;

  private Times(Path[] places, String budget, PrintStream out) {
    this.places = places;
    this.budget = budget;
    this.out = out;
  }

  /**
   * Prints the table.
   *
   * @param args directory of the sample project, directory to work in, local repository that holds
   *     the plugin, local repository that holds everything else, budget of a run
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path[] places = {Path.of(args[0]), Path.of(args[1]), Path.of(args[2]), Path.of(args[3])};
    new Times(places, args[4], System.out).print();
  }

  private void print() throws IOException, InterruptedException {
    Answer none = asked("none", PlantedSlowdown.COMMENT, "changed");
    Answer small = asked("small", PlantedSlowdown.FIVE_PERCENT, "changed");
    Answer large = asked("large", PlantedSlowdown.FIVE_PERCENT, "all");
    int benchmarks = (int) large.evaluation().judgements().stream().filter(Judgement::time).count();
    out.println("| question | benchmarks measured | time |");
    out.println("|---|---|---|");
    row("A change that no benchmark can see", none);
    row("A change of one method", small);
    row("A change that every benchmark can see", large);
    row("Plain JMH with its defaults, twice", benchmarks, PLAIN_JMH.multipliedBy(2L * benchmarks));
  }

  private Answer asked(String name, PlantedSlowdown change, String select)
      throws IOException, InterruptedException {
    Answer answer =
        ChangedSample.of(places[0], places[1], "times", places[2], places[3], change)
            .ask(name, List.of("-Dperf.select=" + select, "-Dperf.budget=" + budget));
    answer.print(out, name);
    return answer;
  }

  private void row(String question, Answer answer) {
    long measured =
        answer.evaluation().judgements().stream()
            .filter(judgement -> judgement.time() && judgement.measured())
            .count();
    row(question, (int) measured, answer.took());
  }

  private void row(String question, int benchmarks, Duration time) {
    out.printf(
        Locale.ROOT,
        "| %s | %d | %d min %d s |%n",
        question,
        benchmarks,
        time.toMinutes(),
        time.toSecondsPart());
  }
}
