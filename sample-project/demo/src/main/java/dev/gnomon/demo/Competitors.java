package dev.gnomon.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Processes that take time from whatever is measured, until they are told to end. */
final class Competitors {
  private static final String SOURCE =
      "../harness/src/test/java/dev/gnomon/harness/live/Competitor.java";

  private final List<Process> processes = new ArrayList<>();

  /**
   * Starts them.
   *
   * @param sample directory of the sample project
   * @param count how many, may be 0
   */
  Competitors(Path sample, int count) throws IOException {
    // It computes and rests in turns for ever; its argument is a seed.
    Path source = sample.resolve(SOURCE);
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    for (int seed = 0; seed < count; seed++) {
      processes.add(
          new ProcessBuilder(java.toString(), source.toString(), Integer.toString(seed))
              .inheritIO()
              .start());
    }
  }

  void close() {
    processes.forEach(Process::destroyForcibly);
  }
}
