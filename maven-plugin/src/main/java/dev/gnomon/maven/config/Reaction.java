package dev.gnomon.maven.config;

import dev.gnomon.gate.Judgement;

/** What something does to the build, in the words of a POM. */
public enum Reaction {
  FAIL(Judgement.Effect.FAILS),
  WARN(Judgement.Effect.WARNS),
  PASS(Judgement.Effect.PASSES);

  private final Judgement.Effect effect;

  Reaction(Judgement.Effect effect) {
    this.effect = effect;
  }

  /** The same in the words of the gate. */
  public Judgement.Effect effect() {
    return effect;
  }
}
