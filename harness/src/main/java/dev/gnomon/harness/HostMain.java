package dev.gnomon.harness;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * The host JVM: lists the benchmarks of its class path and runs one fork of one benchmark at a
 * command. It talks on a socket of its own, which nothing that a benchmark prints can reach, and
 * ends, forks first, when the JVM that started it is gone.
 */
public final class HostMain {
  private final DataOutputStream out;
  private Suite suite;

  private HostMain(DataOutputStream out) {
    this.out = out;
  }

  /** Started with the port on the command line and the token on standard input. */
  public static void main(String[] args) throws IOException {
    BufferedReader stdin =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    String token = stdin.readLine();
    endWithStarter(stdin);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0]))) {
      socket.setTcpNoDelay(true);
      DataOutputStream out =
          new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
      new Frame("hello").with("token", token).write(out);
      DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
      new HostMain(out).serve(in);
    } finally {
      killForks();
    }
    // A user's non-daemon threads must not keep the host alive.
    Runtime.getRuntime().halt(0);
  }

  private void serve(DataInputStream in) throws IOException {
    for (Frame command = Frame.read(in); !"quit".equals(command.kind); command = Frame.read(in)) {
      switch (command.kind) {
        case "list" -> list(command);
        case "fork" -> new ForkRun(suite, command, out).run();
        default -> throw new IOException("unknown command " + command.kind);
      }
    }
  }

  private void list(Frame command) throws IOException {
    try {
      suite = Suite.read(command);
      suite.describe(out);
    } catch (Problem problem) {
      new Frame("problem").with("code", problem.code).with("text", problem.getMessage()).write(out);
    }
  }

  private static void endWithStarter(BufferedReader stdin) {
    Thread watch =
        new Thread(
            () -> {
              try {
                while (stdin.read() >= 0) {
                  // Nothing more is expected; only the end matters.
                }
              } catch (IOException e) {
                // A broken pipe is an end too.
              }
              killForks();
              Runtime.getRuntime().halt(1);
            },
            "gnomon-starter-watch");
    watch.setDaemon(true);
    watch.start();
  }

  private static void killForks() {
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
  }
}
