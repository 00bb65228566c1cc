package dev.gnomon.report.view;

/**
 * One judgement in the table.
 *
 * @param link href of its section, empty where it has none
 * @param linked whether it has a section
 * @param name the benchmark
 * @param metric the metric, empty for time
 * @param mark the verdict
 * @param figures its figures
 * @param drift how far it is from a release, empty where unknown
 * @param reason why, in a sentence
 * @param effect what it does to the build, may be empty
 */
public record RowView(
    String link,
    boolean linked,
    NameView name,
    String metric,
    MarkView mark,
    FiguresView figures,
    String drift,
    String reason,
    String effect) {}
