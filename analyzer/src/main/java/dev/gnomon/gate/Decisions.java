package dev.gnomon.gate;

import dev.gnomon.gate.GateDecision.Outcome;
import dev.gnomon.gate.Judgement.Effect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes one decision of all judgements. */
public final class Decisions {
  private Decisions() {}

  /**
   * Decides.
   *
   * @param judgements worst first
   * @param policy what the build asks for
   * @param complete whether the run measured all it should
   * @param baselineChoice how the baseline was chosen, or why there is none
   */
  public static GateDecision of(
      List<Judgement> judgements, GatePolicy policy, boolean complete, String baselineChoice) {
    long benchmarks = judgements.stream().map(Judgement::id).distinct().count();
    List<String> reasons = new ArrayList<>();
    boolean partialFails = !complete && policy.onPartial() == Effect.FAILS;
    if (!complete) {
      reasons.add("The run was cut short: not every fork that was asked for was measured.");
    }
    reasons.addAll(lines(judgements));
    if (partialFails || any(judgements, Effect.FAILS)) {
      return new GateDecision(Outcome.FAILED, failed(judgements, benchmarks), reasons);
    }
    if (!judgements.isEmpty() && judgements.stream().allMatch(Decisions::unreached)) {
      return new GateDecision(
          Outcome.COULD_NOT_JUDGE,
          "Nothing was judged: no time was left to measure %s. Raise perf.budget."
              .formatted(benchmarks == 1 ? "the one benchmark" : "any of " + count(benchmarks)),
          reasons);
    }
    if (judgements.stream().noneMatch(Decisions::judged)) {
      return nothingCompared(policy, benchmarks, baselineChoice, reasons);
    }
    return new GateDecision(Outcome.PASSED, passed(judgements, benchmarks), reasons);
  }

  /** What is unchanged without an estimate was shown to be the same code. */
  private static boolean judged(Judgement judgement) {
    return judgement.change().isPresent() || judgement.verdict() == Verdict.UNCHANGED;
  }

  /** What is undecided without an estimate was not measured at all. */
  private static boolean unreached(Judgement judgement) {
    return judgement.verdict() == Verdict.INCONCLUSIVE && judgement.change().isEmpty();
  }

  private static GateDecision nothingCompared(
      GatePolicy policy, long benchmarks, String choice, List<String> reasons) {
    if (benchmarks == 0) {
      return new GateDecision(
          Outcome.COULD_NOT_JUDGE, "Nothing was judged: the run has no benchmarks.", reasons);
    }
    String sentence =
        "Nothing was judged: %s be compared with a baseline. %s"
            .formatted(
                benchmarks == 1
                    ? "the one benchmark can't"
                    : "none of " + count(benchmarks) + " can",
                capitalised(choice));
    boolean fails = policy.onNoBaseline() == Effect.FAILS;
    return new GateDecision(
        fails ? Outcome.COULD_NOT_JUDGE : Outcome.PASSED, sentence.strip(), reasons);
  }

  private static boolean any(List<Judgement> judgements, Effect effect) {
    return judgements.stream().anyMatch(j -> j.effect() == effect);
  }

  private static List<String> lines(List<Judgement> judgements) {
    return judgements.stream()
        .filter(j -> j.effect() != Effect.PASSES)
        .sorted(Comparator.comparing(Judgement::effect))
        .map(j -> label(j) + ": " + j.reason())
        .toList();
  }

  private static String label(Judgement judgement) {
    String params = judgement.id().params().isEmpty() ? "" : " " + judgement.id().params();
    return judgement.id().shortName() + params;
  }

  private static String failed(List<Judgement> judgements, long benchmarks) {
    Map<String, Long> kinds = new LinkedHashMap<>();
    judgements.stream()
        .filter(j -> j.effect() == Effect.FAILS)
        .forEach(j -> kinds.merge(word(j), 1L, Long::sum));
    if (kinds.isEmpty()) {
      return "The run was cut short.";
    }
    List<String> parts = new ArrayList<>();
    kinds.forEach((word, n) -> parts.add(n + of(parts.isEmpty(), benchmarks) + be(n, word)));
    return String.join(", ", parts) + ".";
  }

  private static String of(boolean leading, long benchmarks) {
    return leading ? " of " + count(benchmarks) + " " : " ";
  }

  private static String be(long n, String word) {
    if (word.startsWith("allocates")) {
      return n == 1 ? word : "allocate" + word.substring("allocates".length());
    }
    return (n == 1 ? "is " : "are ") + word;
  }

  private static String word(Judgement judgement) {
    return switch (judgement.verdict()) {
      case REGRESSED -> Reasons.worse(judgement.metric());
      case SUSPECT -> "suspected to be slower";
      case FAILED -> "without a result";
      case MISSING -> "missing";
      case INCOMPARABLE -> "not comparable";
      case INCONCLUSIVE -> "undecided";
      case ENVIRONMENT, NEW, IMPROVED, UNCHANGED -> "against the policy";
    };
  }

  private static String passed(List<Judgement> judgements, long benchmarks) {
    List<String> parts = new ArrayList<>();
    parts.add("None of " + count(benchmarks) + " is found to be worse");
    long accepted = judgements.stream().filter(j -> j.effect() == Effect.ACCEPTED).count();
    long regressed =
        judgements.stream()
            .filter(j -> j.verdict() == Verdict.REGRESSED && j.effect() != Effect.ACCEPTED)
            .count();
    if (accepted + regressed > 0) {
      parts.set(0, "Of " + count(benchmarks) + " none fails the build");
    }
    add(parts, regressed, "worse without failing it by rule");
    add(parts, accepted, "worse and accepted");
    add(parts, count(judgements, Verdict.SUSPECT), "suspected");
    add(parts, count(judgements, Verdict.INCONCLUSIVE), "undecided");
    add(parts, count(judgements, Verdict.INCOMPARABLE), "not comparable");
    return String.join(", ", parts) + ".";
  }

  private static void add(List<String> parts, long n, String word) {
    if (n > 0) {
      parts.add(n + " " + word);
    }
  }

  private static long count(List<Judgement> judgements, Verdict verdict) {
    return judgements.stream()
        .filter(j -> j.verdict() == verdict)
        .map(Judgement::id)
        .distinct()
        .count();
  }

  private static String count(long benchmarks) {
    return benchmarks + (benchmarks == 1 ? " benchmark" : " benchmarks");
  }

  private static String capitalised(String sentence) {
    return sentence.isEmpty()
        ? ""
        : sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
  }
}
