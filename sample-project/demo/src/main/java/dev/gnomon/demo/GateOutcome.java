package dev.gnomon.demo;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a gate concluded, as its {@code evaluation.json} tells.
 *
 * @param decision what it did to the build, {@code PASSED} or {@code FAILED}
 * @param failing the benchmarks that fail the build, each as often as it does
 * @param judged how many benchmarks there are
 */
record GateOutcome(String decision, List<String> failing, int judged) {
  GateOutcome {
    Objects.requireNonNull(decision, "decision");
    failing = List.copyOf(failing);
  }

  /** What an evaluation says. */
  static GateOutcome of(Evaluation evaluation) {
    List<String> failing =
        evaluation.judgements().stream()
            .filter(judgement -> judgement.effect().equals("FAILS"))
            .map(Evaluation.Judgement::benchmark)
            .toList();
    return new GateOutcome(evaluation.decision(), failing, evaluation.judgements().size());
  }

  /** What is wrong if the code did not change; empty if the gate passed it. */
  Optional<String> complaintAboutUnchangedCode(int exitCode) {
    if (exitCode == 0 && decision.equals("PASSED") && failing.isEmpty() && judged > 0) {
      return Optional.empty();
    }
    return Optional.of("The gate should have passed unchanged code, but " + told(exitCode));
  }

  /** What is wrong if one benchmark became slower; empty if the gate failed for it alone. */
  Optional<String> complaintAboutSlowdownOf(String benchmark, int exitCode) {
    boolean named = !failing.isEmpty() && failing.stream().allMatch(benchmark::equals);
    if (exitCode != 0 && decision.equals("FAILED") && named) {
      return Optional.empty();
    }
    return Optional.of(
        "The gate should have failed for %s alone, but %s".formatted(benchmark, told(exitCode)));
  }

  private String told(int exitCode) {
    return "the decision is %s for %s of %d judgements, and Maven's exit code is %d."
        .formatted(decision, failing, judged, exitCode);
  }
}
