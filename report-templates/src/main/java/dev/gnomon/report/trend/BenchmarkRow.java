package dev.gnomon.report.trend;

/**
 * A benchmark in a table.
 *
 * @param link address of its page
 * @param place its package
 * @param name what it is called
 * @param value its newest value
 * @param spread how much runs differ without a change
 * @param last its last change, in words; empty where it never changed
 * @param tone class that colours the last change
 * @param since day of its first run
 * @param svg its history in small; ours
 * @param order number to sort by: its spread
 */
public record BenchmarkRow(
    String link,
    String place,
    String name,
    String value,
    String spread,
    String last,
    String tone,
    String since,
    String svg,
    double order) {}
