package dev.gnomon.report.trend;

import dev.gnomon.attribution.Attribution;
import dev.gnomon.gate.Acceptance;
import dev.gnomon.history.Event;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * What a site of trends knows beside the history.
 *
 * @param accepted what was accepted, marked where it was
 * @param commits the repository, for the commits of a change
 * @param causes what profiles say about a change, the worst benchmark first; empty where there are
 *     none
 * @param address where the site will be served, for the feed's links; empty for links relative to
 *     the feed
 */
public record TrendOptions(
    List<Acceptance> accepted,
    Commits commits,
    Function<Event, List<Attribution>> causes,
    String address) {
  public TrendOptions {
    accepted = List.copyOf(accepted);
    Objects.requireNonNull(commits, "commits");
    Objects.requireNonNull(causes, "causes");
    Objects.requireNonNull(address, "address");
  }

  /** Nothing but the history. */
  public static TrendOptions plain() {
    return new TrendOptions(List.of(), Commits.NONE, event -> List.of(), "");
  }
}
