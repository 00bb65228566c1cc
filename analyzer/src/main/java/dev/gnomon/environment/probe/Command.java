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
record Command(Path directory, Map<String, String> variables, Duration patience) {
  /** No answer that is of use is longer. */
  private static final int LONGEST = 1 << 20;

  /** What the command printed, if it ended well and in time. */
  Optional<String> answer(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(directory.toFile());
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    variables.forEach((name, value) -> set(builder.environment(), name, value));
    try {
      return answer(builder.start());
    } catch (IOException e) {
      return Optional.empty(); // no such command, or no such directory
    }
  }

  private static void set(Map<String, String> environment, String name, String value) {
    if (value.isEmpty()) {
      environment.remove(name);
    } else {
      environment.put(name, value);
    }
  }

  private Optional<String> answer(Process process) throws IOException {
    try {
      process.getOutputStream().close();
      CompletableFuture<byte[]> output = CompletableFuture.supplyAsync(() -> read(process));
      byte[] bytes = output.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      boolean ended = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
      return ended && process.exitValue() == 0
          ? Optional.of(new String(bytes, StandardCharsets.UTF_8))
          : Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException | TimeoutException e) {
      return Optional.empty();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static byte[] read(Process process) {
    try (InputStream in = process.getInputStream()) {
      return in.readNBytes(LONGEST);
    } catch (IOException e) {
      return new byte[0];
    }
  }
}
