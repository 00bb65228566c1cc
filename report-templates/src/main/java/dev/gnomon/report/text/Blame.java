package dev.gnomon.report.text;

import dev.gnomon.attribution.Attribution;
import dev.gnomon.attribution.FrameChange;
import dev.gnomon.attribution.Weight;
import dev.gnomon.profile.Frame;
import dev.gnomon.stats.ConfidenceInterval;
import dev.gnomon.unit.Figures;

/** Says how much more or less the one frame costs that carries a change. */
final class Blame {
  private final Attribution found;
  private final FrameChange blamed;

  Blame(Attribution found, FrameChange blamed) {
    this.found = found;
    this.blamed = blamed;
  }

  String sentence() {
    boolean type = isType(blamed.frame());
    StringBuilder out = new StringBuilder(place());
    out.append(type ? " takes " : verb())
        .append(amount())
        .append(blamed.delta() < 0 ? " less" : " more")
        .append(type ? "" : manner())
        .append(", ")
        .append(blamed.share() > 1.005 ? "all" : Figures.percent(blamed.share()))
        .append(" of the change");
    Frame leaf =
        found.path().isEmpty() ? blamed.frame() : found.path().get(found.path().size() - 1);
    if (!leaf.equals(blamed.frame())) {
      out.append(", most of it ").append(preposition(leaf)).append(named(leaf));
    }
    return out.append(blamed.touched() ? "; changed in this diff." : ".").toString();
  }

  /** The frame that is blamed; of a class also where it was allocated or locked. */
  String place() {
    return named(blamed.frame());
  }

  private String named(Frame frame) {
    int at = isType(frame) ? found.path().lastIndexOf(frame) : 0;
    String where = found.weight() == Weight.LOCK ? " locked in " : " allocated in ";
    return at > 0
        ? Causes.frame(frame) + where + Causes.frame(found.path().get(at - 1))
        : Causes.frame(frame);
  }

  /** The innermost frame of such a stack is what was allocated or waited for. */
  private boolean isType(Frame frame) {
    return switch (found.weight()) {
      case ALLOCATION, LOCK -> Causes.isType(frame);
      case CPU, WALL -> false;
    };
  }

  private String preposition(Frame leaf) {
    return !isType(leaf) ? "in " : found.weight() == Weight.LOCK ? "for " : "";
  }

  private String verb() {
    return switch (found.weight()) {
      case CPU -> " costs ";
      case WALL -> " takes ";
      case LOCK -> " waits ";
      case ALLOCATION -> " allocates ";
    };
  }

  private String manner() {
    return switch (found.weight()) {
      case WALL -> " by the clock";
      case LOCK -> " for locks";
      case CPU, ALLOCATION -> "";
    };
  }

  private String amount() {
    ConfidenceInterval interval = blamed.interval();
    double half = (interval.upper() - interval.lower()) / 2;
    double amount = Math.abs(blamed.delta());
    String unit = found.weight().unit();
    return Double.isFinite(half)
        ? Figures.withError(amount, half, unit)
        : Figures.quantity(amount, unit);
  }
}
