package dev.gnomon.report.trend;

import dev.gnomon.report.view.MarkView;

/**
 * A benchmark that took part in a change.
 *
 * @param mark which way it went
 * @param link address of its page
 * @param name what it is called
 * @param metric what was measured
 * @param pair both levels
 * @param change relative change
 * @param interval its interval
 * @param commits the commits that its own shift lies between
 * @param svg the runs around the change, in small; ours
 */
public record MovedRow(
    MarkView mark,
    String link,
    String name,
    String metric,
    String pair,
    String change,
    String interval,
    String commits,
    String svg) {}
