package dev.gnomon.archive.git;

import dev.gnomon.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The git command with bytes in and bytes out. Arguments reach it as they are, never through a
 * shell; no hook runs and nothing is asked of a user.
 *
 * @param directory where it runs
 * @param index the index file it uses; null for none of its own
 */
record GitProcess(Path directory, Path index) {
  /** How long a command may take. */
  static final Duration PATIENCE = Duration.ofMinutes(2);

  /** No listing of an archive is longer; a branch that gives more is not one of ours. */
  private static final int LONGEST = 1 << 28;

  /** A hook's variables would make git look at another place than it is asked about. */
  private static final List<String> FOREIGN =
      List.of(
          "GIT_DIR",
          "GIT_WORK_TREE",
          "GIT_INDEX_FILE",
          "GIT_COMMON_DIR",
          "GIT_PREFIX",
          "GIT_OBJECT_DIRECTORY",
          "GIT_ALTERNATE_OBJECT_DIRECTORIES",
          "GIT_QUARANTINE_PATH");

  /** The commits are the tool's: servers of CI have no author, and need none. */
  private static final Map<String, String> VARIABLES =
      Map.of(
          "GIT_TERMINAL_PROMPT", "0",
          "GIT_OPTIONAL_LOCKS", "0",
          "GIT_AUTHOR_NAME", "Gnomon",
          "GIT_AUTHOR_EMAIL", "gnomon@localhost",
          "GIT_COMMITTER_NAME", "Gnomon",
          "GIT_COMMITTER_EMAIL", "gnomon@localhost",
          "LC_ALL", "C");

  /** Settings of a user that would slow every call, or leave half of what a killed git fetched. */
  private static final List<String> SETTINGS =
      List.of(
          "core.fsmonitor=false",
          "core.hooksPath=/dev/null",
          "gc.auto=0",
          "maintenance.auto=false",
          "fetch.unpackLimit=1",
          "core.logAllRefUpdates=false");

  /** Runs git to its end, whichever. */
  Ended run(String... arguments) {
    return run(new byte[0], arguments);
  }

  /**
   * Runs git to its end.
   *
   * @param input what it reads
   * @throws ProblemException {@code git-not-found}, {@code interrupted}
   */
  Ended run(byte[] input, String... arguments) {
    Process process = start(arguments);
    try {
      CompletableFuture<byte[]> output = read(process.getInputStream());
      CompletableFuture<byte[]> complaints = read(process.getErrorStream());
      write(process.getOutputStream(), input);
      // The streams end before the process is done with: ending it would cut what it has said.
      byte[] printed = output.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      byte[] said = complaints.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      boolean ended = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      return new Ended(
          ended ? process.exitValue() : Ended.TOO_SLOW,
          printed,
          new String(said, StandardCharsets.UTF_8));
    } catch (ExecutionException | TimeoutException e) {
      return new Ended(Ended.TOO_SLOW, new byte[0], "");
    } catch (InterruptedException e) {
      throw interrupted(e);
    } finally {
      kill(process);
    }
  }

  /** Keeps the thread interrupted, for whoever is above. */
  static ProblemException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new ProblemException(
        "interrupted", "Reading or writing the archive was interrupted. Start the goal again.", e);
  }

  static void kill(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  /** Starts git; the caller reads what it prints and ends it. */
  Process start(String... arguments) {
    List<String> command = new ArrayList<>(List.of("git"));
    for (String setting : SETTINGS) {
      command.add("-c");
      command.add(setting);
    }
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    FOREIGN.forEach(builder.environment()::remove);
    Map<String, String> variables = new HashMap<>(VARIABLES);
    if (index != null) {
      variables.put("GIT_INDEX_FILE", index.toString());
    }
    builder.environment().putAll(variables);
    try {
      return builder.start();
    } catch (IOException e) {
      throw new ProblemException(
          "git-not-found",
          "git cannot be started in %s: %s. An archive on a branch is kept by the git command. Install it and put it on the PATH, or keep the archive in a directory: -Dperf.archive=DIRECTORY"
              .formatted(directory, e.getMessage()),
          e);
    }
  }

  private static void write(OutputStream to, byte[] input) {
    try (to) {
      to.write(input);
    } catch (IOException e) {
      // It ended without reading all of it, and says itself why.
    }
  }

  /** Reads what nobody wants, so that the command does not wait for a reader. */
  static void discard(InputStream from) {
    var unused = read(from);
  }

  /** Reads on a thread of its own: a command that fills one pipe waits for its reader. */
  private static CompletableFuture<byte[]> read(InputStream from) {
    CompletableFuture<byte[]> bytes = new CompletableFuture<>();
    Thread reader =
        new Thread(
            () -> {
              try (from) {
                bytes.complete(from.readNBytes(LONGEST));
              } catch (IOException | UncheckedIOException e) {
                bytes.complete(new byte[0]); // the process was killed
              }
            },
            "gnomon-git");
    reader.setDaemon(true);
    reader.start();
    return bytes;
  }
}
