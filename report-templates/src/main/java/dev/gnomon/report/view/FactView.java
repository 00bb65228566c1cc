package dev.gnomon.report.view;

/**
 * A fact with a name.
 *
 * @param name what it is about
 * @param value what is known
 */
public record FactView(String name, String value) {}
