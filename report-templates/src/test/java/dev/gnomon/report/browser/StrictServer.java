package dev.gnomon.report.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Serves a directory on this machine alone, with a content security policy that forbids all it can.
 */
final class StrictServer implements AutoCloseable {
  private static final String POLICY =
      "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'";
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html", "css", "text/css", "js", "text/javascript", "svg", "image/svg+xml");

  private final HttpServer server;
  private final Path directory;

  StrictServer(Path directory) throws IOException {
    this.directory = directory;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    Path file = directory.resolve(exchange.getRequestURI().getPath().substring(1)).normalize();
    boolean there = file.startsWith(directory) && Files.isRegularFile(file);
    byte[] body = there ? Files.readAllBytes(file) : new byte[0];
    String type = TYPES.getOrDefault(file.toString().replaceAll(".*\\.", ""), "text/plain");
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    exchange.sendResponseHeaders(there ? 200 : 404, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  /** The address of a file below the directory. */
  String address(Path file) {
    return "http://127.0.0.1:"
        + server.getAddress().getPort()
        + "/"
        + directory.relativize(file).toString().replace('\\', '/');
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
