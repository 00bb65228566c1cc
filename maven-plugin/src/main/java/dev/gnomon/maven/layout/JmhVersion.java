package dev.gnomon.maven.layout;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The version of JMH on a class path, read from the properties that every JMH carries. */
final class JmhVersion {
  private static final String PROPERTIES = "jmh.properties";

  private JmhVersion() {}

  /** The version of the first JMH on a class path; empty where there is none. */
  static Optional<String> on(List<Path> classPath) {
    return classPath.stream().flatMap(element -> in(element).stream()).findFirst();
  }

  private static Optional<String> in(Path element) {
    try {
      if (Files.isDirectory(element)) {
        Path file = element.resolve(PROPERTIES);
        return Files.isRegularFile(file) ? version(Files.newInputStream(file)) : Optional.empty();
      }
      return Files.isRegularFile(element) ? inJar(element) : Optional.empty();
    } catch (IOException e) {
      // Java ignores what is no jar, and so does this.
      return Optional.empty();
    }
  }

  private static Optional<String> inJar(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      ZipEntry entry = zip.getEntry(PROPERTIES);
      return entry == null ? Optional.empty() : version(zip.getInputStream(entry));
    }
  }

  private static Optional<String> version(InputStream stream) throws IOException {
    try (stream) {
      Properties properties = new Properties();
      properties.load(stream);
      return Optional.ofNullable(properties.getProperty("jmh.version"));
    }
  }
}
