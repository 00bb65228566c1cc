package dev.gnomon.report.view;

import dev.gnomon.model.BenchmarkId;
import dev.gnomon.report.text.Labels;
import dev.gnomon.report.text.Visible;

/** Names in parts, so that the page can dim what says least. */
final class Names {
  private static final int LONGEST_PACKAGE = 120;

  private Names() {}

  static NameView of(BenchmarkId id, Labels labels) {
    String label = labels.of(id);
    String name = Visible.line(id.shortName(), Labels.LONGEST);
    // A label that was cut, or is written in full, is shown as it is.
    boolean parts = label.startsWith(name);
    return new NameView(
        Visible.line(id.packageName(), LONGEST_PACKAGE),
        parts ? name : label,
        parts ? label.substring(name.length()).strip() : "");
  }
}
