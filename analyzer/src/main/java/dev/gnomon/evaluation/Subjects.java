package dev.gnomon.evaluation;

import dev.gnomon.compare.ForkValues;
import dev.gnomon.compare.Observed;
import dev.gnomon.compare.Pairing;
import dev.gnomon.compare.TimeMetric;
import dev.gnomon.gate.Rule;
import dev.gnomon.gate.RuleBook;
import dev.gnomon.model.Fork;
import dev.gnomon.model.Metric;
import dev.gnomon.model.Secondary;
import dev.gnomon.unit.Direction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds what there is to be judged. */
final class Subjects {
  private final RuleBook rules;
  private final boolean paired;

  /**
   * Finds by these rules.
   *
   * @param paired whether forks of the same round on both sides are pairs
   */
  Subjects(RuleBook rules, boolean paired) {
    this.rules = rules;
    this.paired = paired;
  }

  /** Every metric of a benchmark that a rule names and both sides have. */
  List<Subject> of(Pairing pairing) {
    List<Subject> subjects = new ArrayList<>();
    Observed candidate = pairing.candidate().orElseThrow();
    for (String name : rules.metrics()) {
      Optional<Rule> rule = rules.rule(pairing.id(), name);
      Optional<Metric> metric = metric(candidate, name);
      if (rule.isPresent() && metric.isPresent()) {
        ForkValues values = values(pairing, candidate, metric.get());
        if (values.comparable()) {
          subjects.add(new Subject(pairing, metric.get(), rule.get(), values));
        }
      }
    }
    return subjects;
  }

  private ForkValues values(Pairing pairing, Observed candidate, Metric metric) {
    return paired
        ? ForkValues.paired(metric, candidate, pairing.baseline().get(0))
        : ForkValues.of(metric, candidate, pairing.baseline());
  }

  /** Names of the metrics that some benchmark has on either side. */
  static Set<String> metricNames(List<Pairing> pairings) {
    Set<String> names = new HashSet<>();
    names.add(Metric.TIME.name());
    Arrays.stream(TimeMetric.values()).map(m -> m.metric().name()).forEach(names::add);
    for (Pairing pairing : pairings) {
      Stream.concat(pairing.candidate().stream(), pairing.baseline().stream().limit(1))
          .flatMap(side -> side.series().goodForks().stream().limit(1))
          .forEach(fork -> names.addAll(fork.secondary().keySet()));
    }
    return names;
  }

  private static Optional<Metric> metric(Observed side, String name) {
    if (name.equals(Metric.TIME.name())) {
      return Optional.of(Metric.TIME);
    }
    if (name.equals(Metric.ALLOCATION.name())) {
      return Optional.of(Metric.ALLOCATION);
    }
    Optional<TimeMetric> time = TimeMetric.named(name);
    if (time.isPresent()) {
      return time.map(TimeMetric::metric);
    }
    return side.series().goodForks().stream()
        .map(Fork::secondary)
        .filter(secondary -> secondary.containsKey(name))
        .map(secondary -> secondary.get(name))
        .map(Secondary::unit)
        .map(unit -> new Metric(name, unit, Direction.ofUnit(unit)))
        .findFirst();
  }
}
