package dev.gnomon.report.trend;

import dev.gnomon.report.view.MarkView;

/**
 * A change in a table of changes.
 *
 * @param mark which way it went
 * @param link address of its page
 * @param name the benchmark that changed most
 * @param others how many others moved with it, in words; may be empty
 * @param pair both levels
 * @param change relative change
 * @param interval its interval
 * @param day day of the first run at the new level
 * @param commits the commits that it lies between
 */
public record EventRow(
    MarkView mark,
    String link,
    String name,
    String others,
    String pair,
    String change,
    String interval,
    String day,
    String commits) {}
