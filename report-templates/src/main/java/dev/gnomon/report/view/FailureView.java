package dev.gnomon.report.view;

/**
 * A fork without a result.
 *
 * @param title which fork, and what happened
 * @param reason in a sentence
 * @param output the last lines that it printed, may be empty
 */
public record FailureView(String title, String reason, String output) {}
