package dev.gnomon.maven;

import dev.gnomon.gate.Judgement.Effect;
import dev.gnomon.gate.Rule;
import dev.gnomon.maven.config.Choice;
import dev.gnomon.maven.config.Fractions;
import dev.gnomon.maven.config.Reaction;
import dev.gnomon.maven.config.Setting;
import dev.gnomon.problem.ProblemException;

/** One {@code <rule>} of a POM, as Maven fills it; it becomes a {@link Rule} at once. */
public final class RuleConfiguration {
  /** Pattern over {@code package.Class.method}, with {@code *}; default all. */
  private String benchmarks = "*";

  /** Metric: {@code time} or {@code gc.alloc.rate.norm}. */
  private String metric = "time";

  /** Smallest worsening that matters, {@code 5%}; default that of {@code perf.threshold}. */
  private String threshold;

  /** Smallest worsening that matters in the metric's unit: ns for time, bytes for allocation. */
  private double floor;

  /** What a regression does: {@code fail}, {@code warn} or {@code pass}. */
  private String onRegression;

  /** What an undecided benchmark does: {@code fail}, {@code warn} or {@code pass}. */
  private String onInconclusive;

  /** Who answers for these benchmarks. */
  private String owner = "";

  /** The rule, where what it leaves open is as the defaults say. */
  Rule toRule(double absentThreshold, Effect absentOnRegression, Effect absentOnInconclusive) {
    try {
      return new Rule(
          benchmarks,
          metric,
          Fractions.read(new Setting("<threshold> of a rule", threshold), absentThreshold, 10),
          floor,
          effect("onRegression", onRegression, absentOnRegression),
          effect("onInconclusive", onInconclusive, absentOnInconclusive),
          owner);
    } catch (IllegalArgumentException e) {
      throw new ProblemException("invalid-setting", "In <rules>: " + e.getMessage() + ".", e);
    }
  }

  private static Effect effect(String element, String text, Effect absent) {
    Setting setting = new Setting("<" + element + "> of a rule", text);
    return setting.value().isEmpty()
        ? absent
        : Choice.read(setting, Reaction.class, Reaction.FAIL).effect();
  }
}
