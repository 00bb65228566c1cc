package dev.gnomon.trend;

import dev.gnomon.calibration.Figures;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Agreement with people, on halves that the criteria were not chosen on. */
final class LabelledTrial {
  private static final long SEED = 1;
  private static final int SPLITS = 20;
  private static final double MOST_FALSE = 0.15;

  private final List<LabelledSeries> all;
  private final Map<Criteria, Map<LabelledSeries, List<Integer>>> answers = new HashMap<>();

  LabelledTrial(List<LabelledSeries> all) {
    this.all = List.copyOf(all);
  }

  void run(PrintStream out, Figures figures) {
    Halves halves = Halves.of(all, SEED);
    out.printf(
        Locale.ROOT,
        "%d labelled histories, margin %d; halves by seed %d: %d to tune on, %d reported%n%s%n",
        all.size(),
        Agreement.MARGIN,
        SEED,
        halves.tuning().size(),
        halves.reported().size(),
        Score.heading());
    Function<LabelledSeries, List<Integer>> defaults = with(Criteria.defaults());
    Score tuned = Score.of(halves.tuning(), defaults);
    out.println(tuned.row("Gnomon's defaults, half tuned on"));
    Score score = Score.of(halves.reported(), defaults);
    out.println(score.row("Gnomon's defaults, reported half"));
    Score whole = Score.of(all, defaults);
    out.println(whole.row("Gnomon's defaults, all"));
    figures.atLeast("change points: F1 on the reported half", score.f1(), 0.88);
    figures.atMost(
        "change points: false, nobody marked, reported half", score.falseOnQuiet(), MOST_FALSE);
    figures.atMost(
        "change points: false, most marked nothing, reported half",
        score.falseOnMostlyQuiet(),
        MOST_FALSE);
    figures.reference("change points: F1 on the half tuned on", tuned.f1());
    figures.reference("change points: F1 on all", whole.f1());
    retune(out, figures);
    others(out, figures, halves.reported());
  }

  /** Chooses again from a grid on one half of each split, and reports on the other. */
  private void retune(PrintStream out, Figures figures) {
    List<Score> tuned = new ArrayList<>();
    List<Score> fixed = new ArrayList<>();
    for (long seed = SEED; seed < SEED + SPLITS; seed++) {
      Halves halves = Halves.of(all, seed);
      Criteria chosen = best(halves.tuning());
      tuned.add(Score.of(halves.reported(), with(chosen)));
      fixed.add(Score.of(halves.reported(), with(Criteria.defaults())));
    }
    String name = "chosen on one half, mean of the other over " + SPLITS + " splits";
    out.println(mean(tuned).row(name));
    out.println(mean(fixed).row("Gnomon's defaults, mean of the same halves"));
    figures.reference(
        "change points: F1 chosen on one half, mean of the other, 20 splits", mean(tuned).f1());
    figures.reference(
        "change points: F1 chosen on one half, least of the other, 20 splits",
        tuned.stream().mapToDouble(Score::f1).min().orElseThrow());
  }

  private Criteria best(List<LabelledSeries> tuning) {
    Criteria best = null;
    double most = -1;
    for (Criteria criteria : grid()) {
      Score score = Score.of(tuning, with(criteria));
      if (score.falseOnMostlyQuiet() <= MOST_FALSE && score.f1() > most) {
        most = score.f1();
        best = criteria;
      }
    }
    return best == null ? Criteria.defaults() : best;
  }

  private static List<Criteria> grid() {
    List<Criteria> grid = new ArrayList<>();
    for (double threshold : new double[] {1e-6, 1e-7, 1e-9}) {
      for (int window : new int[] {40, 50, 70}) {
        for (double effect : new double[] {1.0, 1.2, 1.4}) {
          grid.add(
              Criteria.defaults()
                  .withThreshold(threshold)
                  .withWindow(window)
                  .withSpreadEffect(effect));
        }
      }
    }
    return grid;
  }

  private void others(PrintStream out, Figures figures, List<LabelledSeries> reported) {
    Function<LabelledSeries, List<Integer>> otava =
        series -> OtavaDefaults.changePoints(series.values());
    Score half = Score.of(reported, otava);
    out.println(half.row("Otava's defaults, reported half"));
    Score whole = Score.of(all, otava);
    out.println(whole.row("Otava's defaults, all"));
    Score nothing = Score.of(all, series -> List.of());
    out.println(nothing.row("naming nothing, all"));
    double person = onePersonAgainstTheOthers();
    out.printf(Locale.ROOT, "%-52s %6.3f%n", "one person against the others, all", person);
    otava(figures, "reported half", half);
    otava(figures, "all", whole);
    figures.reference("change points: F1 of naming nothing on all", nothing.f1());
    figures.reference("change points: F1 of one person against the others", person);
  }

  private static void otava(Figures figures, String of, Score score) {
    figures.reference("change points: F1 of Otava's defaults, " + of, score.f1());
    figures.reference(
        "change points: false, nobody marked, Otava's defaults, " + of, score.falseOnQuiet());
    figures.reference(
        "change points: false, most marked nothing, Otava's defaults, " + of,
        score.falseOnMostlyQuiet());
  }

  private double onePersonAgainstTheOthers() {
    double sum = 0;
    int count = 0;
    for (LabelledSeries series : all) {
      for (int i = 0; i < series.annotations().size() && series.annotations().size() > 1; i++) {
        List<Set<Integer>> others = new ArrayList<>(series.annotations());
        Set<Integer> person = others.remove(i);
        sum += Agreement.of(new LinkedHashSet<>(person), others).f1();
        count++;
      }
    }
    return sum / count;
  }

  private Function<LabelledSeries, List<Integer>> with(Criteria criteria) {
    ChangePointDetector detector = ChangePointDetector.withDefaults().with(criteria);
    Map<LabelledSeries, List<Integer>> known =
        answers.computeIfAbsent(criteria, any -> new HashMap<>());
    return series ->
        known.computeIfAbsent(
            series,
            any ->
                detector.detect(series.values()).changes().stream()
                    .map(ChangePoint::index)
                    .toList());
  }

  private static Score mean(List<Score> scores) {
    return new Score(
        scores.stream().mapToDouble(Score::f1).average().orElseThrow(),
        scores.stream().mapToDouble(Score::precision).average().orElseThrow(),
        scores.stream().mapToDouble(Score::recall).average().orElseThrow(),
        scores.stream().mapToDouble(Score::falseOnQuiet).average().orElseThrow(),
        scores.stream().mapToDouble(Score::falseOnMostlyQuiet).average().orElseThrow());
  }
}
