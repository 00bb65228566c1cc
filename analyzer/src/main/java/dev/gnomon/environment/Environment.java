package dev.gnomon.environment;

import java.util.List;
import java.util.Optional;

/**
 * The facts about the place of a run, sorted by name, each name once.
 *
 * @param facts strict and soft facts
 */
public record Environment(List<Fact> facts) {
  public Environment {
    facts = facts.stream().sorted().toList();
    for (int i = 1; i < facts.size(); i++) {
      if (facts.get(i).name().equals(facts.get(i - 1).name())) {
        throw new IllegalArgumentException(
            "fact " + facts.get(i).name() + " stands twice in one environment, expected once");
      }
    }
  }

  /** The value of one fact, if it is known. */
  public Optional<String> value(String name) {
    return facts.stream().filter(f -> f.name().equals(name)).map(Fact::value).findFirst();
  }
}
