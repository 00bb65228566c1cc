package dev.gnomon.maven.goal;

import dev.gnomon.environment.probe.GitCommand;
import dev.gnomon.report.trend.Commit;
import dev.gnomon.report.trend.Commits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The commits of the checkout around a directory; none where there is no git, no checkout or no
 * such commit.
 *
 * @param directory where git runs
 */
public record GitCommits(Path directory) implements Commits {
  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{7,64}");

  /** One more than a page shows, so that it can say that there are more. */
  private static final String MOST = "--max-count=51";

  @Override
  public List<Commit> between(String before, String after) {
    // What is no hexadecimal id might be read as an option or as another revision.
    if (!COMMIT.matcher(before).matches() || !COMMIT.matcher(after).matches()) {
      return List.of();
    }
    return new GitCommand(directory)
        .answer("log", MOST, "--format=%H%x1f%an%x1f%s%x1e", before + ".." + after, "--")
        .map(GitCommits::parse)
        .orElse(List.of());
  }

  private static List<Commit> parse(String log) {
    List<Commit> commits = new ArrayList<>();
    for (String entry : log.split("\u001e", -1)) {
      String[] fields = entry.strip().split("\u001f", 3);
      if (fields.length == 3 && COMMIT.matcher(fields[0]).matches()) {
        commits.add(new Commit(fields[0], fields[1], fields[2]));
      }
    }
    return commits;
  }
}
