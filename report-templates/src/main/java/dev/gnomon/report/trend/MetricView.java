package dev.gnomon.report.trend;

import dev.gnomon.report.view.DataView;
import java.util.List;

/**
 * One metric of a benchmark's page.
 *
 * @param title what it is called
 * @param name the metric's own name
 * @param caption how to read the chart
 * @param days days since 1970 of all runs, the first as it is and each other as a difference
 * @param axis what a script needs to draw on the chart
 * @param svg the chart; ours
 * @param notes what is marked on it, newest first
 * @param caveats doubts about the series
 * @param data the newest values
 * @param file address of all values
 */
public record MetricView(
    String title,
    String name,
    String caption,
    String days,
    String axis,
    String svg,
    List<NoteView> notes,
    List<String> caveats,
    DataView data,
    String file) {}
