package dev.gnomon.report.view;

/**
 * A plot and the numbers that it shows.
 *
 * @param title what it shows
 * @param svg the plot; ours
 * @param caption how to read it
 * @param data its numbers
 */
public record PlotView(String title, String svg, String caption, DataView data) {}
