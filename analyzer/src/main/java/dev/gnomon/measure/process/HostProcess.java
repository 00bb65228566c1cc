package dev.gnomon.measure.process;

import dev.gnomon.measure.HostCommand;
import dev.gnomon.problem.ProblemException;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** The operating system's side of a host: starts it, connects to it, ends it and its forks. */
final class HostProcess implements AutoCloseable {
  private static final String MAIN = "dev.gnomon.harness.HostMain";
  private static final int START_SECONDS = 60;
  private static final int END_SECONDS = 10;
  private static final int LAST_LINES = 20;

  private final Path java;
  private final Process process;
  private final Path log;
  private Channel channel;

  private HostProcess(Path java, Process process, Path log) {
    this.java = java;
    this.process = process;
    this.log = log;
  }

  /**
   * Starts a host and waits for its call.
   *
   * @throws ProblemException {@code jvm-not-found} or {@code host-died}
   */
  static HostProcess start(HostCommand command) throws InterruptedException {
    try (ServerSocket server = new ServerSocket()) {
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      Files.createDirectories(command.workspace());
      Path log = command.workspace().resolve("host.log");
      HostProcess host =
          new HostProcess(command.java(), launch(command, server.getLocalPort(), log), log);
      try {
        host.connect(server);
        return host;
      } catch (ProblemException | InterruptedException | IOException e) {
        host.close();
        throw e;
      }
    } catch (IOException e) {
      throw new ProblemException(
          "host-died",
          "The JVM that measures could not be started in %s: %s. Expected to write there and to open a loopback socket."
              .formatted(command.workspace(), e.getMessage()),
          e);
    }
  }

  private static Process launch(HostCommand command, int port, Path log) throws IOException {
    if (!Files.isExecutable(command.java())) {
      throw new ProblemException(
          "jvm-not-found",
          "%s is not there or can't be executed, expected the java of a JDK 17 or newer. Name a JDK's directory in <perf.jvm>, or remove it to use Maven's."
              .formatted(command.java()));
    }
    // An argument file takes class paths of any length and any character.
    Path arguments = command.workspace().resolve("host.args");
    String classPath =
        command.classPath().stream()
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator));
    Files.write(
        arguments,
        List.of("-Djmh.ignoreLock=true", "-cp", quoted(classPath), MAIN, String.valueOf(port)),
        StandardCharsets.UTF_8);
    return new ProcessBuilder(command.java().toString(), "@" + arguments)
        .directory(command.directory().toFile())
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private void connect(ServerSocket server) throws IOException, InterruptedException {
    String token = newToken();
    hand(token);
    server.setSoTimeout(200);
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (System.nanoTime() < deadline && process.isAlive()) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      Socket socket = acceptOrNull(server);
      if (socket != null) {
        // Any process of this machine may call here; only our host knows the token.
        channel = Channel.accept(socket, token).orElse(null);
        if (channel != null) {
          return;
        }
      }
    }
    throw died("did not start");
  }

  private void hand(String token) throws InterruptedException {
    try {
      OutputStream stdin = process.getOutputStream();
      stdin.write((token + "\n").getBytes(StandardCharsets.US_ASCII));
      stdin.flush();
    } catch (IOException e) {
      // It has ended already; what it printed says why.
      process.waitFor(END_SECONDS, TimeUnit.SECONDS);
    }
  }

  /** Null where nobody called yet: the caller looks whether the host still lives. */
  private static Socket acceptOrNull(ServerSocket server) throws IOException {
    try {
      return server.accept();
    } catch (SocketTimeoutException e) {
      return null;
    }
  }

  private static String newToken() {
    byte[] token = new byte[16];
    new SecureRandom().nextBytes(token);
    return HexFormat.of().formatHex(token);
  }

  Channel channel() {
    return channel;
  }

  /** The problem of a host that ended by itself, with what it printed last. */
  ProblemException died(String how) {
    if (lastLines().stream().anyMatch(line -> line.contains("UnsupportedClassVersionError"))) {
      return new ProblemException(
          "jvm-too-old",
          "%s can't run the measurement: it needs a JDK 17 or newer. Name one in <perf.jvm>; the project may go on compiling for older releases."
              .formatted(java));
    }
    return new ProblemException(
        "host-died",
        "The JVM that measures %s. Its last lines: %s%nThe whole output is in %s."
            .formatted(how, String.join(System.lineSeparator(), lastLines()), log));
  }

  private List<String> lastLines() {
    try {
      List<String> lines = Files.readString(log, StandardCharsets.ISO_8859_1).lines().toList();
      return lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
    } catch (IOException e) {
      return List.of("none, " + log + " can't be read: " + e.getMessage());
    }
  }

  boolean alive() {
    return process.isAlive();
  }

  /** Kills the forks that run now, and what they started. */
  void killForks() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
  }

  /** Ends the host and everything that it started, and sees them gone. */
  @Override
  public void close() {
    List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
    all.add(process.toHandle());
    if (channel != null) {
      channel.close();
    }
    all.forEach(ProcessHandle::destroyForcibly);
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(END_SECONDS);
    // An interrupt that ended the measurement must not end the waiting: nothing may be left behind.
    while (all.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < deadline) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
  }
}
