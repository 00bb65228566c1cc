package dev.gnomon.harness.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Prints what attribution says about ten known causes, planted one after the other in a copy of the
 * sample project, and how often that is right.
 *
 * <p>Run by {@code mvn -Pcauses -DskipTests verify -pl harness -am}; {@code -Dcauses.only} names
 * some of them, separated by commas, {@code -Dcauses.competitors} sets how many other processes
 * compete, {@code -Dcauses.seed} the seed of the order of forks.
 */
final class Causes {
  private Causes() {}

  public static void main(String[] args) throws IOException {
    SampleSuite suite =
        new SampleSuite(Path.of(args[0]), Files.createTempDirectory("gnomon-causes"));
    List<Plant> plants = chosen(System.getProperty("causes.only", ""));
    Evidence evidence = new Evidence(suite, Long.parseLong(args[2]));
    List<Outcome> outcomes = new ArrayList<>();
    List<Process> competitors = Competitor.start(Integer.parseInt(args[1]));
    System.out.printf("%n| cause | expected | attribution said | |%n|---|---|---|---|%n");
    try {
      for (Plant plant : plants) {
        Outcome outcome = evidence.of(plant);
        outcomes.add(outcome);
        System.out.println(outcome.row());
      }
    } finally {
      competitors.forEach(Process::destroyForcibly);
    }
    summarise(outcomes);
  }

  /** Those of these names, separated by commas; all where there is none. */
  private static List<Plant> chosen(String only) {
    Set<String> names =
        Arrays.stream(only.split(",", -1))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toSet());
    List<Plant> all = PlantedCauses.all();
    Set<String> known = all.stream().map(Plant::name).collect(Collectors.toSet());
    if (!known.containsAll(names)) {
      throw new IllegalArgumentException(
          "causes.only is \"%s\", expected some of %s".formatted(only, known));
    }
    return all.stream().filter(p -> names.isEmpty() || names.contains(p.name())).toList();
  }

  private static void summarise(List<Outcome> outcomes) {
    List<Outcome> code = outcomes.stream().filter(Outcome::isCode).toList();
    List<Outcome> waiting = code.stream().filter(Outcome::isWaiting).toList();
    List<Outcome> others = outcomes.stream().filter(outcome -> !outcome.isCode()).toList();
    System.out.printf(
        "%nright frame first: %s code causes (lock and sleep by wall); blocked: %s; no blame: %s%n",
        count(code, Outcome::frameRight),
        count(waiting, Outcome::blocked),
        count(others, Outcome::blamesNothing));
  }

  private static String count(List<Outcome> outcomes, Predicate<Outcome> right) {
    return outcomes.stream().filter(right).count() + " of " + outcomes.size();
  }
}
