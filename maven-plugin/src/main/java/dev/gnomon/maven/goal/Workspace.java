package dev.gnomon.maven.goal;

import java.nio.file.Path;

/**
 * The files that goals write and hand to each other.
 *
 * @param directory usually {@code target/perf}
 */
public record Workspace(Path directory) {
  /** The run that was measured, written before anything is judged. */
  public Path run() {
    return directory.resolve("run.json");
  }

  /** What was concluded from it. */
  public Path evaluation() {
    return directory.resolve("evaluation.json");
  }

  /** What the doctor found. */
  public Path doctor() {
    return directory.resolve("doctor.json");
  }

  /** The runs that it was compared with, so that the report can be rendered again. */
  public Path baseline() {
    return directory.resolve("baseline");
  }

  /** Both sides of what was measured once more to confirm a suspicion. */
  public Path confirmation() {
    return directory.resolve("confirmation");
  }

  /** Start page of the report. */
  public Path report() {
    return directory.resolve("report").resolve("index.html");
  }

  /** The site of trends. */
  public Path trend() {
    return directory.resolve("trend");
  }

  /** Collapsed stacks of the last measurement, one file a fork. */
  public Path profiles() {
    return directory.resolve("profiles");
  }

  /** The same of the other side, where two were measured side by side. */
  public Path baselineProfiles() {
    return directory.resolve("baseline-side").resolve("profiles");
  }

  /** Native libraries, laid down once for every host. */
  public Path libraries() {
    return directory.resolve("native");
  }

  /** What stands in for the annotation processor's output. */
  public Path generated() {
    return directory.resolve("generated");
  }
}
