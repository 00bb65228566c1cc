package dev.gnomon.report.view;

import dev.gnomon.compare.Change;
import dev.gnomon.gate.Judgement;
import dev.gnomon.report.text.Facts;
import dev.gnomon.report.text.Visible;
import dev.gnomon.report.text.Wording;
import dev.gnomon.unit.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Tells what to keep in mind, and what the gate could not have seen. */
final class Doubts {
  private static final int MOST = 60;

  private Doubts() {}

  static DoubtsView of(ReportInput input, String reproduce) {
    List<String> caveats = new ArrayList<>();
    input.evaluation.caveats().forEach(c -> caveats.add(Visible.line(c.text(), 600)));
    input.candidate.notes().forEach(note -> caveats.add(Visible.line(note, 600)));
    List<Judgement> compared =
        input.evaluation.judgements().stream()
            .filter(j -> j.change().isPresent() && Wording.isTime(j.metric()))
            .sorted(Comparator.comparingDouble(j -> -detectable(j)))
            .toList();
    long blind = compared.stream().filter(j -> detectable(j) > j.rule().threshold()).count();
    return new DoubtsView(
        caveats,
        new DataView(
            compared.size() > MOST
                ? "The %d blindest benchmarks".formatted(MOST)
                : "Every benchmark",
            List.of(
                "Benchmark", "Would have found", "Limit", "Forks here", "Forks to see the limit"),
            compared.stream().limit(MOST).map(j -> row(input, j)).toList()),
        note(blind, compared.size()),
        StepView.of("", Visible.line(reproduce, 2000)));
  }

  private static String note(long blind, long all) {
    if (all == 0) {
      return "Nothing was compared, so nothing could have been seen.";
    }
    String first =
        blind == 0
            ? "A worsening of the size of its limit would have been found in every benchmark."
            : "In %d of %s a worsening as small as the limit could have been missed."
                .formatted(blind, Wording.count(all, "benchmark"));
    return first + " The table shows the smallest worsening that is found with probability 80 %.";
  }

  private static double detectable(Judgement judgement) {
    return judgement.change().orElseThrow().evidence().minimumDetectable();
  }

  private static List<String> row(ReportInput input, Judgement judgement) {
    Change change = judgement.change().orElseThrow();
    return List.of(
        input.labels.of(judgement.id()),
        Figures.percent(detectable(judgement)),
        Facts.limit(judgement),
        Integer.toString(change.candidate().forks()),
        Integer.toString(change.evidence().forksToDecide()));
  }
}
