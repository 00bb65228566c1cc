package dev.gnomon.report.flame;

import dev.gnomon.report.view.CauseView;
import java.util.List;

/**
 * Everything that the page shows.
 *
 * @param title title of the document
 * @param benchmark what was profiled
 * @param notes what is to be kept in mind
 * @param causes how the sides differ; none where they are not compared
 * @param panels a section a side
 * @param css the style; ours
 * @param js the script; ours
 */
public record FlameDocument(
    String title,
    String benchmark,
    List<String> notes,
    List<CauseView> causes,
    List<FlamePanel> panels,
    String css,
    String js) {
  public FlameDocument {
    notes = List.copyOf(notes);
    causes = List.copyOf(causes);
    panels = List.copyOf(panels);
  }
}
