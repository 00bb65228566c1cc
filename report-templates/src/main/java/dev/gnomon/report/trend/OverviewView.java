package dev.gnomon.report.trend;

import dev.gnomon.report.view.FactView;
import java.util.List;

/**
 * The first page.
 *
 * @param title title of the document
 * @param tone class of the head
 * @param sentence what changed lately, in a sentence
 * @param facts what the history is of
 * @param lately changes of the newest runs, worst first
 * @param earlier older changes, newest first
 * @param earlierNote how many more there are; may be empty
 * @param noisiest benchmarks whose runs differ most
 * @param newest benchmarks that came last
 * @param all every benchmark
 * @param places environments, newest first
 */
public record OverviewView(
    String title,
    String tone,
    String sentence,
    List<FactView> facts,
    List<EventRow> lately,
    List<EventRow> earlier,
    String earlierNote,
    List<BenchmarkRow> noisiest,
    List<BenchmarkRow> newest,
    List<BenchmarkRow> all,
    List<FactView> places) {}
