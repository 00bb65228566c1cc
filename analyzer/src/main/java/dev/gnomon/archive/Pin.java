package dev.gnomon.archive;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A name for what drift is judged against, such as a release.
 *
 * @param name letters, digits, dots, dashes and underscores
 * @param commit the commit whose runs are meant; empty where one run is meant that knows none
 * @param path path of the one run that is meant; empty for all clean runs of the commit
 */
public record Pin(String name, String commit, Optional<String> path) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,79}");
  private static final Pattern COMMIT = Pattern.compile("([0-9a-f]{7,64})?");

  public Pin {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "\"" + name + "\" is no name for a pin, expected letters, digits, dots, - and _");
    }
    if (!COMMIT.matcher(commit).matches() || (commit.isEmpty() && path.isEmpty())) {
      throw new IllegalArgumentException("pin " + name + " of \"" + commit + "\", not a commit");
    }
    if (path.isPresent() && RunName.locate(path.get()).isEmpty()) {
      throw new IllegalArgumentException("pin " + name + " of \"" + path.get() + "\", not a run");
    }
  }

  /** Whether a run must stay for this pin. */
  public boolean holds(RunAddress address) {
    return path.map(address.path()::equals)
        .orElseGet(() -> !address.commit().isEmpty() && commit.startsWith(address.commit()));
  }

  /** What {@link BaselineQuery} and {@code perf.baseline} call it: the run's path or the commit. */
  public String revision() {
    return path.orElse(commit);
  }
}
