package dev.gnomon.report.view;

/**
 * Something to do.
 *
 * @param text what
 * @param command the command; empty for none
 * @param commanded whether there is a command
 */
public record StepView(String text, String command, boolean commanded) {}
