package dev.gnomon.measure.process;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The open line to one host: a reader of its own turns what arrives into a queue with time-outs.
 */
final class Channel implements AutoCloseable {
  private static final int HELLO_MS = 5_000;
  private static final String END = "end of the channel";

  private final Socket socket;
  private final DataOutputStream out;
  private final BlockingQueue<Frame> arrived = new LinkedBlockingQueue<>();

  private Channel(Socket socket) throws IOException {
    this.socket = socket;
    this.out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
  }

  /** Opens the line if the first message carries the token that only our host was given. */
  static Optional<Channel> accept(Socket socket, String token) throws IOException {
    try {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(HELLO_MS);
      DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
      Frame hello = Frame.read(in);
      if (hello.kind().equals("hello") && hello.text("token").equals(token)) {
        socket.setSoTimeout(0);
        return Optional.of(open(socket, in));
      }
    } catch (IOException e) {
      // Whoever called speaks another language, or none: not our host, which is still to come.
      socket.close();
      return Optional.empty();
    }
    socket.close();
    return Optional.empty();
  }

  private static Channel open(Socket socket, DataInputStream in) throws IOException {
    Channel channel = new Channel(socket);
    Thread reader = new Thread(() -> channel.readAll(in), "gnomon-host-events");
    reader.setDaemon(true);
    reader.start();
    return channel;
  }

  private void readAll(DataInputStream in) {
    try {
      while (true) {
        arrived.add(Frame.read(in));
      }
    } catch (IOException e) {
      arrived.add(Frame.of(END).with("reason", e));
    }
  }

  void send(Frame frame) throws HostLostException {
    try {
      frame.write(out);
    } catch (IOException e) {
      throw new HostLostException("the host JVM no longer listens", e);
    }
  }

  /** The next message; empty where none arrives in time. */
  Optional<Frame> next(long timeoutNs) throws InterruptedException, HostLostException {
    Frame frame = arrived.poll(Math.max(0, timeoutNs), TimeUnit.NANOSECONDS);
    if (frame != null && frame.kind().equals(END)) {
      arrived.add(frame);
      throw new HostLostException("the host JVM ended: " + frame.text("reason"));
    }
    return Optional.ofNullable(frame);
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // Closing is all that was wanted.
      arrived.clear();
    }
  }
}
