package dev.gnomon.report.view;

/**
 * The name of a benchmark.
 *
 * @param place its package, empty where it has none
 * @param name class and method
 * @param params parameters, threads and mode; may be empty
 */
public record NameView(String place, String name, String params) {
  /** What tells the benchmark from all others, in one. */
  public String whole() {
    return params.isEmpty() ? name : name + " " + params;
  }
}
