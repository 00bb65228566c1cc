package dev.gnomon.report.flame;

import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Mode;
import dev.gnomon.report.ExampleCauses;
import dev.gnomon.report.ExampleProfiles;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pages of flame graphs as people and attackers ask for them. */
public final class FlameExamples {
  private static final String HOW = "cpu every 1 ms by ctimer";

  private FlameExamples() {}

  /** Two sides, each with so many stacks beside the typical ones. */
  public static FlameRequest compared(int extra) {
    return new FlameRequest(
        "Flame graph",
        "TokenizerBenchmark.parse (size=1000)",
        List.of(
            new FlameSide(
                "baseline",
                "main@3f2c1ab of 19 Nov 2026",
                HOW,
                ExampleProfiles.profile(extra),
                "ns"),
            new FlameSide("candidate", "working tree", HOW, ExampleProfiles.profile(extra), "ns")),
        Optional.of(ExampleCauses.of(id(), extra).sampled("ctimer every 1 ms")),
        "");
  }

  /** One side that is compared with nothing. */
  public static FlameRequest alone(String unit) {
    return new FlameRequest(
        "Flame graph",
        "TokenizerBenchmark.parse",
        List.of(new FlameSide("candidate", "", "", ExampleProfiles.profile(0), unit)),
        Optional.empty(),
        "The sides were sampled in different ways <b> & \"so\".");
  }

  /** Texts that try to break out of the page. */
  public static FlameRequest hostile() {
    String script = "<script>alert(1)</script>\"x\" onload='y";
    String control = "\u202e\u001b[31m\u0000\n../../etc/passwd";
    return new FlameRequest(
        script + control,
        script + "x".repeat(10_000) + control,
        List.of(
            new FlameSide(script, control, script, ExampleProfiles.profile(0), "ns"),
            new FlameSide(
                "x".repeat(10_000), "y".repeat(10_000), control, ExampleProfiles.profile(0), "B")),
        Optional.of(ExampleCauses.of(id()).sampled(script)),
        script);
  }

  private static BenchmarkId id() {
    return BenchmarkId.of("a.text.TokenizerBenchmark.parse", Map.of(), Mode.AVERAGE_TIME, 1);
  }
}
