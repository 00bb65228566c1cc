package dev.gnomon.report.view;

import dev.gnomon.compare.Pairing;
import dev.gnomon.gate.Judgement;
import dev.gnomon.gate.Verdict;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Failure;
import dev.gnomon.model.Fork;
import dev.gnomon.model.Series;
import dev.gnomon.report.text.Visible;
import dev.gnomon.report.text.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes the sections of benchmarks. */
final class Details {
  private static final Comparator<Judgement> WORST_THEN_TIME =
      Comparator.comparing(Judgement::verdict).thenComparing(j -> !Wording.isTime(j.metric()));

  private static final List<Profiled> NO_PROFILE =
      List.of(Profiled.none("candidate", "No profile is shown for this benchmark."));

  private static final int MOST_FAILURES = 3;
  private static final int LONGEST_LINE = 400;

  private final ReportInput input;
  private final Reasoning reasoning;

  Details(ReportInput input) {
    this.input = input;
    this.reasoning = new Reasoning(input.evaluation.policy());
  }

  /** The sections of these benchmarks, by their anchors. */
  List<DetailView> of(Map<BenchmarkId, String> anchors) {
    return anchors.entrySet().stream().map(e -> of(e.getKey(), e.getValue())).toList();
  }

  private DetailView of(BenchmarkId id, String anchor) {
    List<Judgement> judgements =
        input.byBenchmark.get(id).stream().sorted(WORST_THEN_TIME).toList();
    String label = input.labels.of(id);
    return new DetailView(
        anchor,
        Names.of(id, input.labels),
        judgements.stream().anyMatch(DetailChoice::notable),
        judgements.stream().map(reasoning::of).toList(),
        plots(id, label, judgements),
        failures(id),
        input.evaluation.attributions(id).stream()
            .map(found -> CauseViews.of(found, label, anchor))
            .toList(),
        Flames.of(input.profiles.getOrDefault(id, NO_PROFILE), label, anchor));
  }

  private List<PlotView> plots(BenchmarkId id, String label, List<Judgement> judgements) {
    List<PlotView> plots = new ArrayList<>();
    Pairing pairing = input.pairings.get(id);
    if (pairing != null) {
      Optional<Judgement> time =
          judgements.stream().filter(j -> Wording.isTime(j.metric())).findFirst();
      ForkPlots.time(label, pairing, time).ifPresent(plots::add);
      TimePlots.of(label, pairing).ifPresent(plots::add);
    }
    judgements.stream()
        .filter(j -> !Wording.isTime(j.metric()) && j.verdict() != Verdict.UNCHANGED)
        .forEach(
            j ->
                j.change()
                    .flatMap(change -> ForkPlots.values(label, j, change))
                    .ifPresent(plots::add));
    return plots;
  }

  private List<FailureView> failures(BenchmarkId id) {
    List<Fork> forks = input.candidate.series(id).map(Series::forks).orElse(List.of());
    List<FailureView> failures = new ArrayList<>();
    for (int i = 0; i < forks.size() && failures.size() < MOST_FAILURES; i++) {
      Optional<Failure> failure = forks.get(i).failure();
      if (failure.isPresent()) {
        failures.add(failure(i + 1, failure.get()));
      }
    }
    return failures;
  }

  private static FailureView failure(int fork, Failure failure) {
    return new FailureView(
        "Fork %d %s".formatted(fork, words(failure.kind())),
        Visible.line(failure.reason(), 600),
        failure.lastLines().stream()
            .map(line -> Visible.line(line.replace("\t", "    "), LONGEST_LINE))
            .collect(Collectors.joining("\n")));
  }

  private static String words(Failure.Kind kind) {
    return switch (kind) {
      case THREW -> "threw an exception";
      case EXITED -> "ended its own JVM";
      case TIMED_OUT -> "ran past its time limit and was killed";
      case OUT_OF_MEMORY -> "ran out of memory";
      case CRASHED -> "crashed";
      case NO_RESULT -> "ended without results";
    };
  }
}
