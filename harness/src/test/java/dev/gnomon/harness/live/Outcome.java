package dev.gnomon.harness.live;

import dev.gnomon.attribution.Attribution;
import dev.gnomon.attribution.Attribution.Cause;
import dev.gnomon.attribution.FrameChange;
import dev.gnomon.attribution.Weight;
import dev.gnomon.harness.live.Plant.Expected;
import dev.gnomon.profile.Frame;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What was said about a planted cause.
 *
 * @param plant what was planted
 * @param attributions one for each event that left profiles
 */
record Outcome(Plant plant, List<Attribution> attributions) {

  /** Whether everything that should be said was said. */
  boolean right() {
    return switch (plant.expected()) {
      case FRAME, ALLOCATING_FRAME -> frameRight();
      case BLOCKED -> frameRight() && blocked();
      case NO_BLAME -> blamesNothing();
    };
  }

  /** Whether the method is named first by every event that can name it. */
  boolean frameRight() {
    return switch (plant.expected()) {
      case FRAME -> names(Weight.CPU);
      case ALLOCATING_FRAME -> names(Weight.CPU) && names(Weight.ALLOCATION);
      case BLOCKED -> names(Weight.WALL);
      case NO_BLAME -> false;
    };
  }

  /** Whether samples of the CPU tell that time was spent waiting. */
  boolean blocked() {
    return attributions.stream()
        .anyMatch(a -> a.weight() == Weight.CPU && a.cause() == Cause.BLOCKED);
  }

  /** Whether there was something to say, and it blames no code. */
  boolean blamesNothing() {
    return !attributions.isEmpty()
        && attributions.stream()
            .noneMatch(a -> a.cause() == Cause.CODE || a.cause() == Cause.TOO_LITTLE);
  }

  private boolean names(Weight weight) {
    return attributions.stream().anyMatch(a -> a.weight() == weight && names(a));
  }

  /** Whether the frame that is blamed is the method, or inside it on the path of the change. */
  private boolean names(Attribution attribution) {
    if (attribution.cause() != Cause.CODE) {
      return false;
    }
    Frame blamed = attribution.blamed().orElseThrow().frame();
    List<String> path = attribution.path().stream().map(Frame::name).toList();
    int outermost = path.indexOf(plant.method());
    return blamed.name().equals(plant.method())
        || (outermost >= 0 && path.lastIndexOf(blamed.name()) > outermost);
  }

  /** A row of a Markdown table: cause, expected, said, right or wrong. */
  String row() {
    String said = attributions.stream().map(Outcome::said).collect(Collectors.joining("; "));
    return "| %s | %s | %s | %s |"
        .formatted(
            plant.name(),
            wanted(),
            said.isEmpty() ? "nothing: no profile" : said,
            right() ? "right" : "wrong");
  }

  private String wanted() {
    String method = "`" + plant.shortMethod() + "`";
    return switch (plant.expected()) {
      case FRAME -> method;
      case ALLOCATING_FRAME -> method + ", by allocation too";
      case BLOCKED -> "blocked, by wall " + method;
      case NO_BLAME -> "no code";
    };
  }

  private static String said(Attribution attribution) {
    String whole =
        "%s %s of %s"
            .formatted(
                word(attribution.weight()),
                amount(attribution, attribution.delta()),
                amount(attribution, attribution.baseline()).substring(1));
    String waiting =
        attribution.weight() == Weight.CPU
            ? " (waiting %s of %s)"
                .formatted(
                    amount(attribution, attribution.shift().blocked()),
                    amount(attribution, attribution.shift().wall()))
            : "";
    return whole + waiting + ": " + explanation(attribution);
  }

  private static String explanation(Attribution attribution) {
    String cause = word(attribution.cause()).replace('_', ' ');
    return switch (attribution.cause()) {
      case CODE -> changed(attribution, attribution.blamed().orElseThrow());
      case COST_SHIFT ->
          "%s, %s against %s"
              .formatted(
                  cause,
                  changed(attribution, attribution.blamed().orElseThrow()),
                  changed(attribution, attribution.relieved().orElseThrow()));
      case BLOCKED, GC, JIT, SPREAD, UNIFORM, NO_CHANGE, TOO_LITTLE, INCOMPARABLE -> cause;
    };
  }

  private static String changed(Attribution attribution, FrameChange change) {
    return String.format(
        Locale.ROOT,
        "`%s` %s (%.0f %%)",
        shortName(change.frame().name()),
        amount(attribution, change.delta()),
        100 * change.share());
  }

  private static String amount(Attribution attribution, double amount) {
    return String.format(Locale.ROOT, "%+,.0f %s", amount, attribution.weight().unit());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** {@code C.method} of {@code a.b.C.method}. */
  static String shortName(String method) {
    return method.substring(method.lastIndexOf('.', method.lastIndexOf('.') - 1) + 1);
  }

  /** Whether a method should be named. */
  boolean isCode() {
    return plant.expected() != Expected.NO_BLAME;
  }

  /** Whether the time that was planted is spent waiting. */
  boolean isWaiting() {
    return plant.expected() == Expected.BLOCKED;
  }
}
