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

  /** Path of the library; empty where the jar has none for this platform. */
  static String in(String directory) {
    String resource = resource();
    try (InputStream in = ClassLoader.getSystemResourceAsStream(resource)) {
      if (in == null) {
        return "";
      }
      Path library = Path.of(directory).resolve(resource);
      if (!Files.exists(library)) {
        Files.createDirectories(library.getParent());
        // Moved into place whole, because another build may look at the same moment.
        Path partial = Files.createTempFile(library.getParent(), "library", ".part");
        Files.copy(in, partial, StandardCopyOption.REPLACE_EXISTING);
        Files.move(partial, library, StandardCopyOption.ATOMIC_MOVE);
      }
      return library.toString();
    } catch (IOException e) {
      // The forks then try async-profiler's own way, and tell how that went.
      return "";
    }
  }

  private static String resource() {
    String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String arch = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    String platform =
        os.contains("mac") ? "macos" : arch.equals("aarch64") ? "linux-arm64" : "linux-x64";
    return platform + "/libasyncProfiler.so";
  }
}
