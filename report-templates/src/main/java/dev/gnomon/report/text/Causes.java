package dev.gnomon.report.text;

import dev.gnomon.attribution.Attribution;
import dev.gnomon.attribution.Attribution.Cause;
import dev.gnomon.attribution.FrameChange;
import dev.gnomon.attribution.Weight;
import dev.gnomon.evaluation.Evaluation;
import dev.gnomon.gate.Judgement;
import dev.gnomon.gate.Verdict;
import dev.gnomon.model.Metric;
import dev.gnomon.profile.Frame;
import dev.gnomon.unit.Figures;
import java.util.Locale;
import java.util.Optional;

/** Says in a sentence what profiles found. The text is harmless to look at, and not escaped. */
public final class Causes {
  private static final int LONGEST = 120;
  private static final int LONGEST_SAMPLING = 200;

  private Causes() {}

  /** What explains a judgement of a benchmark that changed; empty where nothing does. */
  public static Optional<Attribution> of(Evaluation evaluation, Judgement judgement) {
    Verdict verdict = judgement.verdict();
    boolean changed = verdict == Verdict.REGRESSED || verdict == Verdict.IMPROVED;
    boolean allocation = judgement.metric().name().equals(Metric.ALLOCATION.name());
    Weight weight = allocation ? Weight.ALLOCATION : Weight.CPU;
    return changed && (allocation || Wording.isTime(judgement.metric()))
        ? evaluation.attributions(judgement.id()).stream()
            .filter(a -> a.weight() == weight)
            .findFirst()
        : Optional.empty();
  }

  /** The sentence of what explains a judgement, and where a benchmark that is blocked waits. */
  public static Optional<String> told(Evaluation evaluation, Judgement judgement) {
    String place = place(evaluation, judgement).orElse("");
    return of(evaluation, judgement)
        .map(Causes::sentence)
        .map(text -> text.substring(0, text.length() - 1) + place + ".");
  }

  /**
   * {@code , most of it in Store.get}: where the time off the CPU went, by the clock or else by
   * locks. Empty where no such profile names a frame, or the change is not one of being blocked.
   */
  public static Optional<String> place(Evaluation evaluation, Judgement judgement) {
    boolean blocked =
        of(evaluation, judgement).filter(found -> found.cause() == Cause.BLOCKED).isPresent();
    return evaluation.attributions(judgement.id()).stream()
        .filter(a -> blocked && (a.weight() == Weight.WALL || a.weight() == Weight.LOCK))
        .filter(a -> a.cause() == Cause.CODE)
        .findFirst()
        .map(a -> ", most of it in " + new Blame(a, a.blamed().orElseThrow()).place());
  }

  /** One sentence with a full stop. */
  public static String sentence(Attribution found) {
    return switch (found.cause()) {
      case CODE -> new Blame(found, found.blamed().orElseThrow()).sentence();
      case SPREAD ->
          "%s %s, spread over several frames, none of which carries most of it."
              .formatted(
                  capital(measured(found.weight())), difference(found.delta(), found.weight()));
      case COST_SHIFT -> shift(found);
      case UNIFORM ->
          "Every frame changed by about the same factor (%s as a whole): that is rather the machine than the code."
              .formatted(Figures.change(found.candidate() / found.baseline() - 1));
      case BLOCKED ->
          off("blocked, in locks, parking, input or output", found.shift().blocked(), found);
      case GC -> off("in garbage collection", found.shift().gc(), found);
      case JIT -> off("in the JIT compiler", found.shift().jit(), found);
      case NO_CHANGE ->
          "The profiles of %s a side show no change of %s."
              .formatted(Wording.count(found.forks(), "fork"), measured(found.weight()));
      case TOO_LITTLE -> "Too few forks were profiled to name a cause.";
      case INCOMPARABLE ->
          "The profiles of the two sides were taken in different ways%s, so they are not compared."
              .formatted(ways(found.sampling()));
    };
  }

  /** What a profile measured: {@code CPU time}. */
  public static String measured(Weight weight) {
    return switch (weight) {
      case CPU -> "CPU time";
      case WALL -> "wall-clock time";
      case LOCK -> "waiting for locks";
      case ALLOCATION -> "allocation";
    };
  }

  /** {@code Tokenizer.next} of {@code a.b.Tokenizer.next}, in one bounded line. */
  public static String frame(Frame frame) {
    String name = frame.name();
    int method = name.lastIndexOf('.');
    int type = method < 0 ? -1 : name.lastIndexOf('.', method - 1);
    boolean ordinary = frame.kind() == Frame.Kind.JAVA && type >= 0 && !isType(frame);
    return Visible.line(ordinary ? name.substring(type + 1) : name, LONGEST);
  }

  /**
   * Whether a frame looks like a class, {@code java.lang.Integer} or {@code byte[]}, rather than a
   * method: profiles of allocation and locks have one innermost.
   */
  public static boolean isType(Frame frame) {
    String name = frame.name();
    String last = name.substring(name.lastIndexOf('.') + 1);
    boolean capital = !last.isEmpty() && Character.isUpperCase(last.charAt(0));
    return frame.kind() != Frame.Kind.NATIVE && (capital || name.endsWith("[]"));
  }

  /** {@code +114 ns/op} or {@code −3 B/op}. */
  public static String signed(double delta, String unit) {
    String sign = delta < 0 ? "−" : "+";
    return sign + Figures.quantity(Math.abs(delta), unit);
  }

  private static String shift(Attribution found) {
    String unit = found.weight().unit();
    String to = found.blamed().map(b -> grown(b, unit)).orElse("other frames");
    String from = found.relieved().map(b -> grown(b, unit)).orElse("others");
    boolean same = found.interval().lower() <= 0 && found.interval().upper() >= 0;
    String whole =
        same
            ? "the whole stayed about the same"
            : "the whole changed by " + signed(found.delta(), unit);
    return "Cost moved from %s to %s; %s.".formatted(from, to, whole);
  }

  private static String grown(FrameChange change, String unit) {
    return frame(change.frame()) + " (" + signed(change.delta(), unit) + ")";
  }

  private static String off(String where, double part, Attribution found) {
    return "Not code on the CPU: %s %s was spent %s, of %s in all."
        .formatted(
            Figures.quantity(Math.abs(part), "ns/op"),
            part < 0 ? "less" : "more",
            where,
            signed(found.shift().wall(), "ns/op"));
  }

  private static String ways(String sampling) {
    return sampling.isEmpty() ? "" : " (" + Visible.line(sampling, LONGEST_SAMPLING) + ")";
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private static String difference(double delta, Weight weight) {
    return (delta < 0 ? "fell by " : "grew by ") + Figures.quantity(Math.abs(delta), weight.unit());
  }
}
