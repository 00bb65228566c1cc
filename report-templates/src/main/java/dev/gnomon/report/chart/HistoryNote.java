package dev.gnomon.report.chart;

/**
 * A mark above a chart of a history.
 *
 * @param run index of the run at which it stands
 * @param sign one character
 * @param tone what its colour says
 * @param text what it says on hover
 */
public record HistoryNote(int run, String sign, Tone tone, String text) {
  /** What a colour says. */
  public enum Tone {
    WORSE(Ink.WORSE),
    BETTER(Ink.BETTER),
    PLAIN(Ink.MUTED);

    private final Ink ink;

    Tone(Ink ink) {
      this.ink = ink;
    }

    Ink ink() {
      return ink;
    }
  }
}
