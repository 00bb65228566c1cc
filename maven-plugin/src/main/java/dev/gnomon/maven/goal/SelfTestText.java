package dev.gnomon.maven.goal;

import dev.gnomon.evaluation.SelfTest.Caught;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The lines of a self-test: the blindest benchmark first. */
public final class SelfTestText {
  private SelfTestText() {}

  /** One line for each benchmark, and a sentence over all of them. */
  public static List<String> lines(List<Caught> caught) {
    List<String> lines = new ArrayList<>();
    long blind = caught.stream().filter(one -> one.smallest().isEmpty()).count();
    lines.add(
        "This gate would have caught, with the forks of the last check, a slowdown of one benchmark from:");
    caught.stream()
        .sorted(
            Comparator.comparingDouble(
                    (Caught one) -> one.smallest().orElse(Double.POSITIVE_INFINITY))
                .reversed())
        .forEach(one -> lines.add(line(one)));
    if (blind > 0) {
      lines.add(
          "%d of %d benchmarks would not have failed the build even at three times their cost: more forks, more runs of the baseline, or a quieter machine would help."
              .formatted(blind, caught.size()));
    }
    return lines;
  }

  private static String line(Caught one) {
    String smallest =
        one.smallest().isEmpty()
            ? "none tried"
            : String.format(Locale.ROOT, "+%.0f %%", 100 * one.smallest().getAsDouble());
    return "  %-10s %s".formatted(smallest, ProgressText.name(one.id()));
  }
}
