package dev.gnomon.report.view;

/**
 * How many judgements share a verdict.
 *
 * @param mark the verdict
 * @param count how many
 */
public record CountView(MarkView mark, String count) {}
