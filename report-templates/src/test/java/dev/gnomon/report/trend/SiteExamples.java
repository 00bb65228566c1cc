package dev.gnomon.report.trend;

import dev.gnomon.gate.Acceptance;
import dev.gnomon.history.ArchiveHistory;
import dev.gnomon.history.History;
import dev.gnomon.history.HistoryQuery;
import dev.gnomon.report.ExampleCauses;
import java.time.LocalDate;
import java.util.List;

/** Sites that a browser looks at. */
public final class SiteExamples {
  private static final SyntheticArchive ARCHIVE = new SyntheticArchive(24, 380, 3);

  private SiteExamples() {}

  /** Two dozen benchmarks over 380 runs. */
  public static History history() {
    return ArchiveHistory.read(
        ARCHIVE,
        new HistoryQuery(SyntheticArchive.PROJECT, SyntheticArchive.MODULE, "main", false));
  }

  /** Names that try to get out of the page. */
  public static History hostile() {
    return SmallHistories.hostile();
  }

  /** With commits and an acceptance. */
  public static TrendOptions options() {
    return new TrendOptions(
        List.of(
            new Acceptance(
                "*",
                "time",
                0.2,
                "correct for surrogates",
                "ann",
                LocalDate.of(2026, 2, 20),
                LocalDate.of(2026, 5, 1))),
        (before, after) ->
            List.of(
                new Commit(after, "Ann Example", "Normalise words before they are counted"),
                new Commit("0123456789abcdef0123456789abcdef01234567", "Bob", "Raise the version")),
        event -> List.of(ExampleCauses.of(event.leading().key().id())),
        "");
  }
}
