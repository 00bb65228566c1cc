package dev.gnomon.report.view;

/**
 * A fact that differs.
 *
 * @param name its name
 * @param baseline its value there
 * @param candidate its value here
 * @param weight what that means for a comparison
 */
public record DifferenceView(String name, String baseline, String candidate, String weight) {}
