package dev.gnomon.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares a text with a file under {@code src/test/resources/golden}. On a mismatch the actual
 * text lies under {@code target/golden}. After a change that is meant, {@code mvn -pl
 * report-templates test -Dgolden.update=true} writes the files anew, and their difference is
 * reviewed like code.
 */
public final class Golden {
  private static final Path SOURCES = Path.of("src/test/resources/golden");
  private static final Path ACTUAL = Path.of("target/golden");

  private Golden() {}

  public static void assertMatches(String name, String actual) {
    try {
      if (Boolean.getBoolean("golden.update")) {
        write(SOURCES.resolve(name), actual);
      }
      if (!actual.equals(expected(name))) {
        write(ACTUAL.resolve(name), actual);
      }
      assertThat(actual)
          .as("golden/%s; the actual text is in %s", name, ACTUAL.resolve(name))
          .isEqualTo(expected(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String expected(String name) throws IOException {
    Path source = SOURCES.resolve(name);
    if (!Files.exists(source)) {
      return "";
    }
    try (InputStream in = Files.newInputStream(source)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
