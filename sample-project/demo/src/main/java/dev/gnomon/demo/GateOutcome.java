package dev.gnomon.demo;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a gate concluded, as its {@code evaluation.json} tells.
 *
 * @param decision what it did to the build, {@code PASSED} or {@code FAILED}
 * @param failing the benchmarks that fail the build, each as often as it does
 * @param judged how many benchmarks there are
 */
record GateOutcome(String decision, List<String> failing, int judged) {
  private static final Pattern BENCHMARK = Pattern.compile("/judgements/\\d+/benchmark");
  private static final Pattern EFFECT = Pattern.compile("/judgements/\\d+/effect");

  GateOutcome {
    Objects.requireNonNull(decision, "decision");
    failing = List.copyOf(failing);
  }

  /** Reads an {@code evaluation.json}. */
  static GateOutcome read(Reader json) throws IOException {
    String decision = "missing";
    List<String> benchmarks = new ArrayList<>();
    List<String> effects = new ArrayList<>();
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      while (parser.nextToken() != null) {
        if (!parser.currentToken().isScalarValue()) {
          continue;
        }
        String path = parser.getParsingContext().pathAsPointer().toString();
        if (path.equals("/decision/outcome")) {
          decision = parser.getText();
        } else if (BENCHMARK.matcher(path).matches()) {
          benchmarks.add(parser.getText());
        } else if (EFFECT.matcher(path).matches()) {
          effects.add(parser.getText());
        }
      }
    }
    return of(decision, benchmarks, effects);
  }

  private static GateOutcome of(String decision, List<String> benchmarks, List<String> effects) {
    if (benchmarks.size() != effects.size()) {
      throw new IllegalStateException(
          "evaluation.json has %d benchmarks and %d effects, expected one for each"
              .formatted(benchmarks.size(), effects.size()));
    }
    List<String> failing = new ArrayList<>();
    for (int judgement = 0; judgement < effects.size(); judgement++) {
      if (effects.get(judgement).equals("FAILS")) {
        failing.add(benchmarks.get(judgement));
      }
    }
    return new GateOutcome(decision, failing, benchmarks.size());
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
