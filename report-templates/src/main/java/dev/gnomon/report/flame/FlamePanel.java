package dev.gnomon.report.flame;

import dev.gnomon.report.view.FlameSideView;

/**
 * One side of the page.
 *
 * @param name what it is called
 * @param label what was measured, may be empty
 * @param side its flame graph
 */
public record FlamePanel(String name, String label, FlameSideView side) {}
