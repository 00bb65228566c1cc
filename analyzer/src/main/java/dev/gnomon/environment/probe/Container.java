package dev.gnomon.environment.probe;

import java.util.Map;
import java.util.Optional;

/** Tells a container by the traces that its engines leave. */
final class Container {
  private static final Map<String, String> FILES =
      Map.of("/.dockerenv", "docker", "/run/.containerenv", "podman");

  private final Platform platform;

  Container(Platform platform) {
    this.platform = platform;
  }

  /** The kind of container around this process; empty where there is none to be seen. */
  Optional<String> kind() {
    return FILES.keySet().stream()
        .sorted()
        .filter(platform::exists)
        .map(FILES::get)
        .findFirst()
        .or(this::kubernetes)
        .or(() -> platform.read("/run/systemd/container"));
  }

  private Optional<String> kubernetes() {
    return platform.variables().containsKey("KUBERNETES_SERVICE_HOST")
        ? Optional.of("kubernetes")
        : Optional.empty();
  }
}
