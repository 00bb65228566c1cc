package dev.gnomon.measure;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * How the host JVM is started: on the project's class path, in the project's directory, with the
 * forks' own JDK.
 *
 * @param java the {@code java} executable of the forks
 * @param classPath the project's class path, then the harness jar and the async-profiler jar
 * @param directory the project's base directory
 * @param workspace a directory of ours for profiles and logs
 * @param libraries a directory of ours for native libraries, which several hosts may share
 * @param jvmArgs flags for host and forks, added to those of the annotations
 */
public record HostCommand(
    Path java,
    List<Path> classPath,
    Path directory,
    Path workspace,
    Path libraries,
    List<String> jvmArgs) {
  public HostCommand {
    Objects.requireNonNull(java, "java");
    classPath = List.copyOf(classPath);
    Objects.requireNonNull(directory, "directory");
    Objects.requireNonNull(workspace, "workspace");
    Objects.requireNonNull(libraries, "libraries");
    jvmArgs = List.copyOf(jvmArgs);
  }

  /** A host that keeps its native libraries in its workspace. */
  public HostCommand(
      Path java, List<Path> classPath, Path directory, Path workspace, List<String> jvmArgs) {
    this(java, classPath, directory, workspace, workspace.resolve("native"), jvmArgs);
  }
}
