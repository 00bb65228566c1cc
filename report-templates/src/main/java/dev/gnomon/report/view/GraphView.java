package dev.gnomon.report.view;

/**
 * One drawing of several that a switch chooses from.
 *
 * @param id of its switch, unique in the page
 * @param group name of all switches that belong together
 * @param word what the switch is called
 * @param svg the drawing; ours, empty for none
 * @param first whether it is shown from the start
 */
public record GraphView(String id, String group, String word, String svg, boolean first) {}
