package dev.gnomon.environment.probe;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs small commands that answer a question, never through a shell.
 *
 * @param directory where they run
 * @param variables environment variables that are set; an empty value removes one
 * @param patience how long an answer may take
 */
public record Command(Path directory, Map<String, String> variables, Duration patience) {
  /** No answer that is of use is longer; what comes after it is dropped. */
  private static final int LONGEST = 1 << 20;

  private static final int LAST_LINES = 6;

  public Command {
    variables = Map.copyOf(variables);
  }

  /** How far a command came. */
  public enum Fate {
    ENDED,
    NOT_STARTED,
    TOO_SLOW,
    INTERRUPTED
  }

  /**
   * How a command ended.
   *
   * @param fate how far it came
   * @param status exit status; -1 where it did not end by itself
   * @param output what it printed, at most a megabyte; empty where it did not end by itself
   * @param errors the last lines of its error output; why it could not be started
   */
  public record Outcome(Fate fate, int status, String output, List<String> errors) {
    /** Whether it ended by itself with status 0. */
    public boolean ok() {
      return fate == Fate.ENDED && status == 0;
    }
  }

  /** What the command printed, if it ended well and in time. */
  public Optional<String> answer(List<String> command) {
    return Optional.of(run(command)).filter(Outcome::ok).map(Outcome::output);
  }

  /** Runs a command to its end; whatever it started dies with it. */
  public Outcome run(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(directory.toFile());
    variables.forEach((name, value) -> set(builder.environment(), name, value));
    try {
      return outcome(builder.start());
    } catch (IOException e) {
      // No such command, or no such directory.
      return cut(Fate.NOT_STARTED, List.of(String.valueOf(e.getMessage())));
    }
  }

  private static void set(Map<String, String> environment, String name, String value) {
    if (value.isEmpty()) {
      environment.remove(name);
    } else {
      environment.put(name, value);
    }
  }

  private Outcome outcome(Process process) throws IOException {
    try {
      process.getOutputStream().close();
      CompletableFuture<String> output = read(process.getInputStream());
      CompletableFuture<String> errors = read(process.getErrorStream());
      String printed = output.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return cut(Fate.TOO_SLOW, List.of());
      }
      String complaints = errors.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return new Outcome(Fate.ENDED, process.exitValue(), printed, lastLines(complaints));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return cut(Fate.INTERRUPTED, List.of());
    } catch (ExecutionException | TimeoutException e) {
      return cut(Fate.TOO_SLOW, List.of());
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static Outcome cut(Fate fate, List<String> errors) {
    return new Outcome(fate, -1, "", errors);
  }

  private static List<String> lastLines(String text) {
    List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
    return lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
  }

  /** Reads on a thread of its own: a command that fills one pipe waits for its reader. */
  private static CompletableFuture<String> read(InputStream from) {
    CompletableFuture<String> text = new CompletableFuture<>();
    Thread reader = new Thread(() -> text.complete(readAll(from)), "gnomon-command");
    reader.setDaemon(true);
    reader.start();
    return text;
  }

  private static String readAll(InputStream from) {
    try (InputStream in = from) {
      byte[] start = in.readNBytes(LONGEST);
      in.transferTo(java.io.OutputStream.nullOutputStream());
      return new String(start, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return ""; // the process was killed
    }
  }
}
