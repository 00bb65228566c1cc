package dev.gnomon.maven.goal;

import dev.gnomon.evaluation.Evaluation;
import dev.gnomon.report.github.GithubAnnotations;
import dev.gnomon.report.markdown.MarkdownSummary;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Tells a GitHub Actions job what was found, by the file and the commands that such a job reads.
 *
 * @param environment environment variables of the build
 * @param commands where workflow commands are printed, each at the start of a line
 * @param warn takes what went wrong: a summary that cannot be written changes no verdict
 */
public record GithubJob(
    Map<String, String> environment, PrintStream commands, Consumer<String> warn) {

  /** Appends to the step's summary and annotates; does nothing anywhere else. */
  public void tell(Evaluation evaluation) {
    String file = environment.getOrDefault("GITHUB_STEP_SUMMARY", "");
    if (!file.isEmpty()) {
      append(Path.of(file), evaluation);
    }
    if ("true".equals(environment.get("GITHUB_ACTIONS"))) {
      GithubAnnotations.lines(evaluation).forEach(commands::println);
      commands.flush();
    }
  }

  private void append(Path file, Evaluation evaluation) {
    try {
      long used = Files.exists(file) ? Files.size(file) : 0;
      long room = MarkdownSummary.STEP_SUMMARY_LIMIT - used;
      if (room > 0) {
        Files.writeString(
            file,
            MarkdownSummary.text(evaluation, (int) room),
            StandardCharsets.UTF_8,
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND);
      } else {
        warn.accept("The step summary is full; nothing was added to it.");
      }
    } catch (IOException e) {
      warn.accept("The step summary %s cannot be written: %s".formatted(file, e.getMessage()));
    }
  }
}
