package dev.gnomon.report.text;

import dev.gnomon.compare.Change;
import dev.gnomon.evaluation.Evaluation;
import dev.gnomon.gate.GateDecision.Outcome;
import dev.gnomon.gate.Judgement;
import dev.gnomon.gate.Judgement.Effect;
import dev.gnomon.gate.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What to do next. A command is only offered where every word of it is known to be harmless in a
 * shell.
 */
public final class Advice {
  private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]{0,200}");
  private static final int MOST_FORKS = 100;

  /**
   * One step.
   *
   * @param text what to do
   * @param command the command that does it; empty where there is none
   */
  public record Step(String text, String command) {}

  private Advice() {}

  /** The steps that this evaluation suggests, the most useful first. */
  public static List<Step> of(Evaluation evaluation) {
    List<Step> steps = new ArrayList<>();
    if (evaluation.decision().outcome() == Outcome.COULD_NOT_JUDGE) {
      steps.add(
          new Step(
              "Record a baseline: check out the version to compare with and run",
              "mvn perf:record"));
    }
    failing(evaluation).ifPresent(steps::add);
    if (any(evaluation, Verdict.FAILED)) {
      steps.add(
          new Step(
              "Mend the benchmarks without a result, or leave them out with -Dperf.excludes.", ""));
    }
    undecided(evaluation).ifPresent(steps::add);
    accepting(evaluation).ifPresent(steps::add);
    return steps;
  }

  private static Optional<Step> failing(Evaluation evaluation) {
    List<Judgement> worse =
        evaluation.judgements().stream()
            .filter(j -> j.verdict() == Verdict.REGRESSED && j.effect() == Effect.FAILS)
            .toList();
    return includes(worse)
        .map(
            names ->
                new Step(
                    "To measure only what got worse again, while you work on it:",
                    goal(evaluation) + " -Dperf.includes='" + names + "'"));
  }

  private static String goal(Evaluation evaluation) {
    if (evaluation.upgrade()) {
      return "mvn perf:before-merge -Dperf.upgrade='…'";
    }
    return evaluation.interleaved() ? "mvn perf:before-merge" : "mvn perf:check";
  }

  /** One benchmark at a time: whoever accepts should look at each. */
  private static Optional<Step> accepting(Evaluation evaluation) {
    return evaluation.judgements().stream()
        .filter(j -> j.verdict() == Verdict.REGRESSED && j.effect() == Effect.FAILS)
        .map(j -> j.id().shortName())
        .filter(name -> PLAIN_NAME.matcher(name).matches())
        .findFirst()
        .map(
            name ->
                new Step(
                    "If this is intended, accept it and commit the file with the change:",
                    "mvn perf:accept -Dperf.benchmark='%s' -Dperf.reason='…'".formatted(name)));
  }

  private static Optional<Step> undecided(Evaluation evaluation) {
    List<Judgement> unsure =
        evaluation.judgements().stream()
            .filter(j -> j.verdict() == Verdict.INCONCLUSIVE || j.verdict() == Verdict.SUSPECT)
            .filter(j -> j.change().filter(Advice::helpedByForks).isPresent())
            .toList();
    if (evaluation.interleaved()) {
      return includes(unsure).map(names -> moreTime(evaluation, unsure, names));
    }
    int forks =
        unsure.stream().flatMap(j -> j.change().stream()).mapToInt(Advice::forks).max().orElse(0);
    return includes(unsure)
        .map(
            names ->
                new Step(
                    "To decide what could not be told, measure it in %d forks:".formatted(forks),
                    "mvn perf:check -Dperf.forks=%d -Dperf.includes='%s'".formatted(forks, names)));
  }

  /** Pairs of forks are measured until a budget ends, and all of them took about as long. */
  private static Step moreTime(Evaluation evaluation, List<Judgement> unsure, String names) {
    int measured =
        evaluation.judgements().stream()
            .filter(j -> Wording.isTime(j.metric()))
            .flatMap(j -> j.change().stream())
            .mapToInt(change -> change.candidate().forks())
            .sum();
    int wanted = unsure.stream().flatMap(j -> j.change().stream()).mapToInt(Advice::forks).sum();
    double seconds = evaluation.candidate().took().toSeconds();
    long minutes = (long) Math.ceil(seconds / Math.max(1, measured) * wanted / 60) + 1;
    return new Step(
        "To decide what could not be told, give it about %d minutes:".formatted(minutes),
        "%s -Dperf.budget=%dm -Dperf.includes='%s'".formatted(goal(evaluation), minutes, names));
  }

  /** Where forks are not what is short, more of them decide nothing. */
  private static boolean helpedByForks(Change change) {
    int wanted = change.evidence().forksToDecide();
    return wanted > change.candidate().forks() && wanted <= MOST_FORKS;
  }

  private static int forks(Change change) {
    return change.evidence().forksToDecide();
  }

  /** JMH include patterns; empty where a name could mean something to a shell, or for too many. */
  private static Optional<String> includes(List<Judgement> judgements) {
    List<String> names =
        judgements.stream().map(j -> j.id().shortName()).distinct().sorted().toList();
    boolean harmless = names.stream().allMatch(name -> PLAIN_NAME.matcher(name).matches());
    return names.isEmpty() || names.size() > 4 || !harmless
        ? Optional.empty()
        : Optional.of(String.join(",", names));
  }

  private static boolean any(Evaluation evaluation, Verdict verdict) {
    return evaluation.judgements().stream().anyMatch(j -> j.verdict() == verdict);
  }
}
