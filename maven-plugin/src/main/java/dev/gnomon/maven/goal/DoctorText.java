package dev.gnomon.maven.goal;

import dev.gnomon.doctor.Finding;
import dev.gnomon.doctor.Remedy;
import dev.gnomon.doctor.Severity;
import dev.gnomon.report.text.Visible;
import java.util.ArrayList;
import java.util.List;

/** The lines of a finding: what was found, what it means, what mends it. */
public final class DoctorText {
  /** What a JVM printed last, or a holder of the lock, may be quoted. */
  private static final int LONGEST = 500;

  private static final int COLUMN = 9;

  private DoctorText() {}

  /** One line where all is well; else with the meaning and the remedy below it. */
  public static List<String> lines(Finding finding) {
    List<String> lines = new ArrayList<>();
    lines.add(
        line(
            finding.severity() == Severity.OK ? "ok" : finding.severity().name(),
            finding.check().subject() + ": " + finding.found()));
    if (finding.severity() != Severity.OK) {
      lines.add(line("", finding.meaning()));
      finding.remedy().ifPresent(remedy -> lines.add(line("", mending(remedy))));
    }
    return lines;
  }

  private static String line(String word, String text) {
    return word + " ".repeat(Math.max(1, COLUMN - word.length())) + Visible.line(text, LONGEST);
  }

  private static String mending(Remedy remedy) {
    return switch (remedy.kind()) {
      case COMMAND -> "Run: " + remedy.text();
      case SETTING -> "Set: " + remedy.text();
      case ADVICE -> remedy.text();
    };
  }
}
