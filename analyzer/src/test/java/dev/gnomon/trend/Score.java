package dev.gnomon.trend;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * How a search fares on labelled histories.
 *
 * @param f1 mean over histories of {@link Agreement#f1}
 * @param precision mean precision
 * @param recall mean recall
 * @param falseOnQuiet share of the histories in which nobody marked anything and the search did
 * @param falseOnMostlyQuiet the same for histories in which more than half of the people did not
 */
record Score(
    double f1, double precision, double recall, double falseOnQuiet, double falseOnMostlyQuiet) {

  static Score of(List<LabelledSeries> all, Function<LabelledSeries, List<Integer>> search) {
    double[] sums = new double[3];
    int[] quiet = new int[2];
    int[] mostlyQuiet = new int[2];
    for (LabelledSeries series : all) {
      List<Integer> places = search.apply(series);
      Agreement agreement = Agreement.of(places, series.annotations());
      sums[0] += agreement.f1();
      sums[1] += agreement.precision();
      sums[2] += agreement.recall();
      count(quiet, series.unanimouslyQuiet(), !places.isEmpty());
      count(mostlyQuiet, series.mostlyQuiet(), !places.isEmpty());
    }
    int n = all.size();
    return new Score(sums[0] / n, sums[1] / n, sums[2] / n, share(quiet), share(mostlyQuiet));
  }

  private static void count(int[] hitsAndAll, boolean counts, boolean hit) {
    if (counts) {
      hitsAndAll[0] += hit ? 1 : 0;
      hitsAndAll[1]++;
    }
  }

  private static double share(int[] hitsAndAll) {
    return hitsAndAll[1] == 0 ? 0 : (double) hitsAndAll[0] / hitsAndAll[1];
  }

  static String heading() {
    return String.format(
        Locale.ROOT,
        "%-52s %6s %9s %6s %14s %14s",
        "",
        "F1",
        "precision",
        "recall",
        "false, nobody",
        "false, most");
  }

  String row(String name) {
    return String.format(
        Locale.ROOT,
        "%-52s %6.3f %9.3f %6.3f %12.1f %% %12.1f %%",
        name,
        f1,
        precision,
        recall,
        100 * falseOnQuiet,
        100 * falseOnMostlyQuiet);
  }
}
