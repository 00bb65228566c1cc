package dev.gnomon.maven.base;

import dev.gnomon.report.text.Visible;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is in the working tree and in no commit, {@code target/} and {@code .perf/} left out.
 *
 * @param paths some of the paths, relative to the top of the checkout
 * @param total how many there are; at least so many where they are very many
 */
public record LocalChanges(List<String> paths, int total) {
  private static final int KEPT = 20;
  private static final int SHOWN = 3;
  private static final int LONGEST = 120;

  public LocalChanges {
    paths = List.copyOf(paths);
  }

  static LocalChanges of(List<String> all) {
    return new LocalChanges(all.subList(0, Math.min(KEPT, all.size())), all.size());
  }

  /** Whether the working tree is what its commit says. */
  public boolean none() {
    return total == 0;
  }

  /** The changes in one sentence, if there are any: they belong to the candidate. */
  Optional<String> note() {
    if (none()) {
      return Optional.empty();
    }
    String names =
        paths.stream()
            .limit(SHOWN)
            .map(path -> Visible.line(path, LONGEST))
            .collect(Collectors.joining(", "));
    return Optional.of(
        "%d changed or new %s in no commit and so of the candidate alone: %s%s."
            .formatted(
                total,
                total == 1 ? "file is" : "files are",
                names,
                total > SHOWN ? " and others" : ""));
  }
}
