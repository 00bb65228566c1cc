package dev.gnomon.maven.layout;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Runs a tool of the JDK, or a child build, and keeps what it printed. */
public final class ChildProcess {
  private static final int LAST_LINES = 12;
  private static final long END_NANOS = TimeUnit.SECONDS.toNanos(5);

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
  public ChildProcess(Path directory, Path log, Duration limit) {
    this.directory = directory;
    this.log = log;
    this.limit = limit;
  }

  /**
   * How a tool ended.
   *
   * @param ok whether it ended with status 0 in time
   * @param lastLines the last lines of its output, or why it was ended
   */
  public record Outcome(boolean ok, String lastLines) {}

  /**
   * Runs a tool to its end; whatever it started dies with it. An interrupt ends it, and is kept.
   *
   * @param environment variables that are set; an empty value removes one
   */
  public Outcome run(List<String> command, Map<String, String> environment) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    environment.forEach((name, value) -> set(builder.environment(), name, value));
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    Process process = builder.start();
    process.getOutputStream().close();
    try {
      if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
        return new Outcome(false, "It took longer than " + limit.toSeconds() + " s.");
      }
      return new Outcome(process.exitValue() == 0, lastLines());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome(false, "It was interrupted.");
    } finally {
      end(process);
    }
  }

  /** Ends it and all that it started, and sees them gone: their files are about to be removed. */
  private static void end(Process process) {
    List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
    all.add(process.toHandle());
    all.forEach(ProcessHandle::destroyForcibly);
    long deadline = System.nanoTime() + END_NANOS;
    while (all.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < deadline) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
  }

  private static void set(Map<String, String> environment, String name, String value) {
    if (value.isEmpty()) {
      environment.remove(name);
    } else {
      environment.put(name, value);
    }
  }

  private String lastLines() throws IOException {
    String text = new String(Files.readAllBytes(log), Charset.defaultCharset());
    List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
  }
}
