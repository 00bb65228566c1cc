package dev.gnomon.maven;

import dev.gnomon.gate.Acceptance;
import dev.gnomon.gate.GatePolicy;
import dev.gnomon.gate.Judgement.Effect;
import dev.gnomon.gate.Rule;
import dev.gnomon.maven.config.Choice;
import dev.gnomon.maven.config.ConfiguredPath;
import dev.gnomon.maven.config.Fractions;
import dev.gnomon.maven.config.Reaction;
import dev.gnomon.maven.config.Setting;
import dev.gnomon.maven.goal.AcceptedFile;
import java.util.ArrayList;
import java.util.List;

/** What a deciding goal was told, as values. */
final class GateSettings {
  private static final double DEFAULT_THRESHOLD = 0.03;
  private static final double DEFAULT_ALPHA = 0.05;

  private final GateMojo mojo;

  GateSettings(GateMojo mojo) {
    this.mojo = mojo;
  }

  /**
   * The policy.
   *
   * @param onMissingBaseline what the absence of any baseline does
   */
  GatePolicy policy(Setting onMissingBaseline) {
    Effect onRegression = mojo.failOnRegression ? Effect.FAILS : Effect.WARNS;
    Effect onInconclusive = mojo.failOnInconclusive ? Effect.FAILS : Effect.WARNS;
    double threshold =
        Fractions.read(new Setting("perf.threshold", mojo.threshold), DEFAULT_THRESHOLD, 10);
    List<Rule> rules = new ArrayList<>();
    mojo.rules.forEach(rule -> rules.add(rule.toRule(threshold, onRegression, onInconclusive)));
    rules.addAll(Rule.defaults(threshold, onRegression, onInconclusive));
    return new GatePolicy(
        rules,
        Fractions.read(new Setting("perf.alpha", mojo.alpha), DEFAULT_ALPHA, 1),
        reaction(new Setting("perf.onMissingBenchmark", mojo.onMissingBenchmark)),
        reaction(onMissingBaseline));
  }

  private static Effect reaction(Setting setting) {
    return Choice.read(setting, Reaction.class, Reaction.FAIL).effect();
  }

  List<Acceptance> accepted() {
    Setting setting = new Setting("perf.accepted", mojo.accepted);
    return new AcceptedFile(ConfiguredPath.read(setting, mojo.module().reactorRoot()).orElseThrow())
        .read();
  }
}
