package dev.gnomon.report.text;

import dev.gnomon.attribution.Attribution;
import dev.gnomon.attribution.FrameChange;
import dev.gnomon.attribution.Weight;
import dev.gnomon.evaluation.Evaluation;
import dev.gnomon.gate.Judgement;
import dev.gnomon.gate.Verdict;
import dev.gnomon.model.Metric;
import dev.gnomon.profile.Frame;
import dev.gnomon.stats.ConfidenceInterval;
import dev.gnomon.unit.Figures;
import java.util.Optional;

/** Says in a sentence what profiles found. The text is harmless to look at, and not escaped. */
public final class Causes {
  private static final int LONGEST = 120;

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

  /** One sentence with a full stop. */
  public static String sentence(Attribution found) {
    return switch (found.cause()) {
      case CODE -> code(found, found.blamed().orElseThrow());
      case SPREAD ->
          "%s %s, spread over several frames, none of which carries most of it."
              .formatted(what(found.weight()), difference(found.delta(), found));
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
              .formatted(
                  Wording.count(found.forks(), "fork"),
                  found.weight() == Weight.CPU ? "CPU time" : "allocation");
      case TOO_LITTLE -> "Too few forks were profiled to name a cause.";
    };
  }

  /** {@code Tokenizer.next} of {@code a.b.Tokenizer.next}, in one bounded line. */
  public static String frame(Frame frame) {
    String name = frame.name();
    int method = name.lastIndexOf('.');
    int type = method < 0 ? -1 : name.lastIndexOf('.', method - 1);
    boolean ordinary = frame.kind() == Frame.Kind.JAVA && type >= 0;
    return Visible.line(ordinary ? name.substring(type + 1) : name, LONGEST);
  }

  /** {@code +114 ns/op} or {@code −3 B/op}. */
  public static String signed(double delta, String unit) {
    String sign = delta < 0 ? "−" : "+";
    return sign + Figures.quantity(Math.abs(delta), unit);
  }

  private static String code(Attribution found, FrameChange blamed) {
    StringBuilder out = new StringBuilder(frame(blamed.frame()));
    out.append(found.weight() == Weight.CPU ? " costs " : " allocates ")
        .append(Figures.quantity(Math.abs(blamed.delta()), found.weight().unit()))
        .append(error(blamed.interval(), found.weight()))
        .append(blamed.delta() < 0 ? " less, " : " more, ")
        .append(share(blamed.share()))
        .append(" of the change");
    Frame leaf =
        found.path().isEmpty() ? blamed.frame() : found.path().get(found.path().size() - 1);
    if (!leaf.equals(blamed.frame())) {
      out.append(", most of it in ").append(frame(leaf));
    }
    return out.append(blamed.touched() ? "; changed in this diff." : ".").toString();
  }

  private static String shift(Attribution found) {
    String unit = found.weight().unit();
    String to = found.blamed().map(b -> grown(b, unit)).orElse("other frames");
    String from = found.relieved().map(b -> grown(b, unit)).orElse("others");
    return "Cost moved from %s to %s; the whole stayed about the same.".formatted(from, to);
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

  private static String what(Weight weight) {
    return weight == Weight.CPU ? "CPU time" : "Allocation";
  }

  private static String difference(double delta, Attribution found) {
    return (delta < 0 ? "fell by " : "grew by ")
        + Figures.quantity(Math.abs(delta), found.weight().unit());
  }

  private static String error(ConfidenceInterval interval, Weight weight) {
    double half = (interval.upper() - interval.lower()) / 2;
    return Double.isFinite(half) ? " ± " + Figures.quantity(half, weight.unit()) : "";
  }

  private static String share(double share) {
    return share > 1.005 ? "all" : Figures.percent(share);
  }
}
