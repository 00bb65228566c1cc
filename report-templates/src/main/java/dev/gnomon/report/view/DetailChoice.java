package dev.gnomon.report.view;

import dev.gnomon.evaluation.Evaluation;
import dev.gnomon.gate.Judgement;
import dev.gnomon.gate.Judgement.Effect;
import dev.gnomon.gate.Verdict;
import dev.gnomon.model.BenchmarkId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which benchmarks get a section of their own: a page with a thousand of them opens at once. */
public final class DetailChoice {
  private static final int MOST = 120;

  private DetailChoice() {}

  /**
   * The benchmarks, worst first.
   *
   * @param plain how many of those get one that nothing happened to
   */
  public static List<BenchmarkId> of(Evaluation evaluation, int plain) {
    Set<BenchmarkId> chosen = new LinkedHashSet<>();
    evaluation.judgements().stream()
        .filter(DetailChoice::notable)
        .map(Judgement::id)
        .distinct()
        .limit(MOST)
        .forEach(chosen::add);
    evaluation.judgements().stream()
        .map(Judgement::id)
        .filter(id -> !chosen.contains(id))
        .distinct()
        .limit(Math.min(plain, MOST - chosen.size()))
        .toList()
        .forEach(chosen::add);
    return List.copyOf(chosen);
  }

  static boolean notable(Judgement judgement) {
    return judgement.effect() != Effect.PASSES
        || (judgement.verdict() != Verdict.UNCHANGED && judgement.verdict() != Verdict.NEW);
  }
}
