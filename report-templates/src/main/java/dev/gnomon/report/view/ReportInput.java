package dev.gnomon.report.view;

import dev.gnomon.compare.Baseline;
import dev.gnomon.compare.Pairing;
import dev.gnomon.compare.Pairings;
import dev.gnomon.evaluation.Evaluation;
import dev.gnomon.gate.Judgement;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Run;
import dev.gnomon.report.text.Labels;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Everything that a page is made of, looked up once. */
final class ReportInput {
  final Evaluation evaluation;
  final Run candidate;
  final List<Run> baseline;

  /** The candidate's first. */
  final Map<BenchmarkId, List<Profiled>> profiles;

  final Labels labels;

  /** Judgements by benchmark, the benchmark with the worst first. */
  final Map<BenchmarkId, List<Judgement>> byBenchmark;

  final Map<BenchmarkId, Pairing> pairings = new TreeMap<>();

  ReportInput(
      Evaluation evaluation,
      Run candidate,
      List<Run> baseline,
      Map<BenchmarkId, List<Profiled>> profiles) {
    this.evaluation = evaluation;
    this.candidate = candidate;
    this.baseline = List.copyOf(baseline);
    this.profiles = Map.copyOf(profiles);
    this.labels = Labels.of(evaluation);
    this.byBenchmark =
        evaluation.judgements().stream()
            .collect(Collectors.groupingBy(Judgement::id, LinkedHashMap::new, Collectors.toList()));
    Pairings.of(candidate, new Baseline(baseline, ""))
        .forEach(pairing -> pairings.put(pairing.id(), pairing));
  }

  /** Whether there was anything to compare with. */
  boolean compared() {
    return evaluation.judgements().stream().anyMatch(j -> j.change().isPresent());
  }
}
