package dev.gnomon.report.view;

import java.util.List;

/**
 * The verdict.
 *
 * @param tone class that colours it: {@code failed}, {@code passed}, {@code unjudged}
 * @param outcome the outcome in a word
 * @param sentence the decision in a sentence
 * @param steps what to do
 * @param counts how many of each verdict
 * @param facts what was compared, where, how long it took
 */
public record HeadView(
    String tone,
    String outcome,
    String sentence,
    List<StepView> steps,
    List<CountView> counts,
    List<FactView> facts) {
  public HeadView {
    steps = List.copyOf(steps);
    counts = List.copyOf(counts);
    facts = List.copyOf(facts);
  }
}
