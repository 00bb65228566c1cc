package dev.gnomon.report;

import java.util.Objects;

/**
 * How a report is written.
 *
 * @param reproduce the exact command that repeats the measurement, shown to the reader; empty where
 *     it is not known
 * @param externalAssets whether style and script go into files beside the page, for servers whose
 *     policy drops inline ones
 * @param detailed how many benchmarks of no special interest get a section of their own; everything
 *     that is not UNCHANGED gets one up to a fixed bound
 */
public record ReportOptions(String reproduce, boolean externalAssets, int detailed) {
  private static final int DETAILED = 40;

  public ReportOptions {
    Objects.requireNonNull(reproduce, "reproduce");
    if (detailed < 0) {
      throw new IllegalArgumentException(
          "detail for " + detailed + " benchmarks, expected 0 or more");
    }
  }

  /** A single self-contained page. */
  public static ReportOptions selfContained(String reproduce) {
    return new ReportOptions(reproduce, false, DETAILED);
  }

  /** The page, and style and script beside it. */
  public static ReportOptions withExternalAssets(String reproduce) {
    return new ReportOptions(reproduce, true, DETAILED);
  }
}
