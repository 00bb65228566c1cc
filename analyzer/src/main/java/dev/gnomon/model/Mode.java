package dev.gnomon.model;

import java.util.Arrays;

/** A JMH benchmark mode, with the label that JMH uses in its results. */
public enum Mode {
  THROUGHPUT("thrpt"),
  AVERAGE_TIME("avgt"),
  SAMPLE_TIME("sample"),
  SINGLE_SHOT("ss");

  private final String label;

  Mode(String label) {
    this.label = label;
  }

  /** JMH's short label, for instance {@code avgt}. */
  public String label() {
    return label;
  }

  /**
   * Finds a mode by JMH's short label.
   *
   * @throws IllegalArgumentException if no mode has that label
   */
  public static Mode ofLabel(String label) {
    return Arrays.stream(values())
        .filter(mode -> mode.label.equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown JMH mode \"" + label + "\", expected thrpt, avgt, sample or ss"));
  }
}
