package dev.gnomon.maven.layout;

import java.nio.file.Path;
import java.util.List;

/** What was found when benchmarks were looked for. */
public sealed interface Found {
  /**
   * Benchmarks that can be run.
   *
   * @param classPath class path of the benchmarks
   * @param excludes patterns for what the class path lists and must not run
   * @param notes what was done about the list, one sentence each
   */
  record Benchmarks(List<Path> classPath, List<String> excludes, List<String> notes)
      implements Found {
    public Benchmarks {
      classPath = List.copyOf(classPath);
      excludes = List.copyOf(excludes);
      notes = List.copyOf(notes);
    }
  }

  /**
   * Nothing to run. In a reactor most modules are like this.
   *
   * @param code page under {@code docs/errors}, for where it is an error
   * @param message what was looked for and how to add benchmarks
   * @param sentence the same in a few words
   */
  record Nothing(String code, String message, String sentence) implements Found {}
}
