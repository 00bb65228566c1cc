package dev.gnomon.gate;

import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Metric;
import dev.gnomon.problem.ProblemException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the rule that judges a metric of a benchmark: the first that matches wins. */
public final class RuleBook {
  private final List<Entry> entries;

  private record Entry(Rule rule, Glob glob) {}

  /** A book of rules in their order. */
  public RuleBook(List<Rule> rules) {
    entries = rules.stream().map(rule -> new Entry(rule, new Glob(rule.benchmarks()))).toList();
  }

  /** The rule for one metric of one benchmark, if there is one. */
  public Optional<Rule> rule(BenchmarkId id, String metric) {
    return entries.stream()
        .filter(entry -> entry.rule.metric().equals(metric) && entry.glob.matches(id))
        .map(Entry::rule)
        .findFirst();
  }

  /**
   * The rule for the time of one benchmark.
   *
   * @throws ProblemException {@code benchmark-without-rule}
   */
  public Rule timeRule(BenchmarkId id) {
    return rule(id, Metric.TIME.name())
        .orElseThrow(
            () ->
                new ProblemException(
                    "benchmark-without-rule",
                    "No rule judges the time of %s: %d rules were tried, none matches. End the list with <rule><benchmarks>*</benchmarks><metric>time</metric></rule>."
                        .formatted(id.benchmark(), entries.size())));
  }

  /** Names of all metrics that some rule judges, in the order of the rules. */
  public Set<String> metrics() {
    return entries.stream()
        .map(entry -> entry.rule.metric())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /**
   * Refuses rules that a slip of the pen made useless.
   *
   * @param ids every benchmark of either side
   * @param metrics every metric that some benchmark has
   * @throws ProblemException {@code rule-matches-nothing}
   */
  public void requireUse(List<BenchmarkId> ids, Set<String> metrics) {
    Set<String> judged = new HashSet<>(metrics);
    // Whether allocation is there depends on the profilers of the run, not on the rules.
    judged.add(Metric.ALLOCATION.name());
    for (Entry entry : entries) {
      if (!judged.contains(entry.rule.metric())) {
        throw nothing(
            entry.rule, "metric", entry.rule.metric(), metrics.stream().sorted().toList());
      }
      if (ids.stream().noneMatch(entry.glob::matches)) {
        List<String> names = ids.stream().map(BenchmarkId::benchmark).distinct().toList();
        throw nothing(entry.rule, "pattern", entry.rule.benchmarks(), names);
      }
    }
  }

  private static ProblemException nothing(
      Rule rule, String kind, String found, List<String> known) {
    String some = known.stream().limit(5).collect(Collectors.joining(", "));
    return new ProblemException(
        "rule-matches-nothing",
        "The rule for benchmarks \"%s\" and metric \"%s\" judges nothing: no benchmark of this run or its baseline matches the %s \"%s\". Known are %s%s. Mend the <rule> or remove it."
            .formatted(
                rule.benchmarks(),
                rule.metric(),
                kind,
                found,
                some,
                known.size() > 5 ? " and " + (known.size() - 5) + " more" : ""));
  }
}
