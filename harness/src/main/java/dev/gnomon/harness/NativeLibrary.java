package dev.gnomon.harness;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/**
 * Lays async-profiler's library where forks can load it: once for all of them, and not in a
 * temporary directory, which may be mounted without execution. The host itself never loads it.
 */
final class NativeLibrary {
  private NativeLibrary() {}

  /**
   * Path of the library.
   *
   * @throws IOException that says in a few words why there is none
   */
  static String in(String directory) throws IOException {
    String platform =
        platform(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    String resource = platform + "/libasyncProfiler.so";
    try (InputStream in = ClassLoader.getSystemResourceAsStream(resource)) {
      if (in != null) {
        Path library = Path.of(directory).toAbsolutePath().resolve(resource);
        if (!Files.exists(library)) {
          extract(in, library);
        }
        return library.toString();
      }
    } catch (IOException e) {
      throw new IOException("it can't be written: " + OneLine.reason(e), e);
    }
    throw new IOException("there is none for " + platform + " on the class path");
  }

  private static void extract(InputStream in, Path library) throws IOException {
    Files.createDirectories(library.getParent());
    // Moved into place whole, because another build may look at the same moment.
    Path partial = Files.createTempFile(library.getParent(), "library", ".part");
    Files.copy(in, partial, StandardCopyOption.REPLACE_EXISTING);
    Files.move(partial, library, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * The library's directory in the jar of async-profiler. That for Linux serves glibc and musl.
   *
   * @throws IOException for a platform that has none
   */
  static String platform(String os, String arch) throws IOException {
    String system = os.toLowerCase(Locale.ROOT);
    if (system.contains("mac")) {
      return "macos";
    }
    if (!system.contains("linux")) {
      throw new IOException("there is none for " + (system.startsWith("win") ? "Windows" : os));
    }
    return switch (arch.toLowerCase(Locale.ROOT)) {
      case "amd64", "x86_64" -> "linux-x64";
      case "aarch64", "arm64" -> "linux-arm64";
      default -> throw new IOException("there is none for Linux on " + arch);
    };
  }
}
