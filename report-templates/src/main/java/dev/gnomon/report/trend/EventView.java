package dev.gnomon.report.trend;

import dev.gnomon.report.view.FactView;
import java.util.List;

/**
 * The page of one change.
 *
 * @param title title of the document
 * @param tone class of the head
 * @param sentence what happened, in a sentence
 * @param facts when and where
 * @param moved the benchmarks that moved, worst first
 * @param causes what the profiles of both sides say, the worst benchmark first
 * @param commits the commits between, newest first
 * @param commitNote what is known of the commits
 * @param command how to see them; may be empty
 */
public record EventView(
    String title,
    String tone,
    String sentence,
    List<FactView> facts,
    List<MovedRow> moved,
    List<EventCause> causes,
    List<Commit> commits,
    String commitNote,
    String command) {}
