package dev.gnomon.harness;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether this process has perf_events open, which is the one trace that they leave. */
final class PerfEvents {
  private PerfEvents() {}

  static boolean open() {
    return openIn(Path.of("/proc/self/fd"));
  }

  static boolean openIn(Path descriptors) {
    try (DirectoryStream<Path> all = Files.newDirectoryStream(descriptors)) {
      for (Path descriptor : all) {
        if (isPerfEvent(descriptor)) {
          return true;
        }
      }
      return false;
    } catch (IOException | DirectoryIteratorException e) {
      // Only Linux has them, and it has this directory.
      return false;
    }
  }

  private static boolean isPerfEvent(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString().contains("[perf_event]");
    } catch (IOException e) {
      // Closed in between, as that of the directory is.
      return false;
    }
  }
}
