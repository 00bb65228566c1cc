package dev.gnomon.report.trend;

/**
 * What is marked on a chart.
 *
 * @param sign the sign above the chart
 * @param tone class that colours it
 * @param text what it says
 * @param link address of a page that says more; may be empty
 * @param more text of that link
 */
public record NoteView(String sign, String tone, String text, String link, String more) {}
