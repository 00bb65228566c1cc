package dev.gnomon.maven.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Other JDKs on this machine. */
final class JavaHomes {
  private static final Path USUAL_PLACE = Path.of("/usr/lib/jvm");

  private JavaHomes() {}

  /** A JDK of this version: named by the environment, or found where Linux keeps them. */
  static Optional<Path> ofVersion(int version) throws IOException {
    String named = System.getenv("JAVA_" + version + "_HOME");
    if (named != null && !named.isBlank()) {
      return Optional.of(Path.of(named));
    }
    if (!Files.isDirectory(USUAL_PLACE)) {
      return Optional.empty();
    }
    try (Stream<Path> homes = Files.list(USUAL_PLACE)) {
      return homes.filter(home -> isVersion(home, version)).sorted().findFirst();
    }
  }

  private static boolean isVersion(Path home, int version) {
    Path release = home.resolve("release");
    try {
      return Files.isExecutable(home.resolve("bin/javac"))
          && Files.isRegularFile(release)
          && Files.readString(release).contains("JAVA_VERSION=\"" + version);
    } catch (IOException e) {
      return false;
    }
  }
}
