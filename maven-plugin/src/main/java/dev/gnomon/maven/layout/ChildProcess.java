package dev.gnomon.maven.layout;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a short-lived tool of the JDK and keeps what it printed. */
final class ChildProcess {
  private static final int LAST_LINES = 12;

  private final Path directory;
  private final Path log;
  private final Duration limit;

  /**
   * A tool to be run.
   *
   * @param directory where it runs
   * @param log file for its output; it is replaced
   * @param limit how long it may take
   */
  ChildProcess(Path directory, Path log, Duration limit) {
    this.directory = directory;
    this.log = log;
    this.limit = limit;
  }

  /**
   * How a tool ended.
   *
   * @param ok whether it ended with status 0 in time
   * @param lastLines the last lines of its output
   */
  record Outcome(boolean ok, String lastLines) {}

  Outcome run(List<String> command, Map<String, String> environment) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().putAll(environment);
    // Whatever tunes the user's own JVMs must not tune this tool, nor print into its output.
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    Process process = builder.start();
    try {
      if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
        return new Outcome(false, "It took longer than " + limit.toSeconds() + " s.");
      }
      return new Outcome(process.exitValue() == 0, lastLines());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome(false, "It was interrupted.");
    } finally {
      process.destroyForcibly();
    }
  }

  private String lastLines() throws IOException {
    String text = new String(Files.readAllBytes(log), Charset.defaultCharset());
    List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
  }
}
