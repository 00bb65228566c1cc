package dev.gnomon.report.view;

/**
 * A verdict as it is shown.
 *
 * @param icon a sign
 * @param word a word
 * @param tone class that colours it: {@code worse}, {@code better}, {@code unsure}, {@code neutral}
 */
public record MarkView(String icon, String word, String tone) {}
