package dev.gnomon.report.trend;

import dev.gnomon.report.view.FactView;
import java.util.List;

/**
 * The page of one benchmark.
 *
 * @param name name of the page's file, without its ending
 * @param title title of the document and of the page
 * @param tone class of the head
 * @param sentence where it stands, in a sentence
 * @param facts what it is
 * @param metrics its metrics
 * @param related benchmarks of the same class, or else of the same package
 */
public record BenchmarkView(
    String name,
    String title,
    String tone,
    String sentence,
    List<FactView> facts,
    List<MetricView> metrics,
    List<BenchmarkRow> related) {}
