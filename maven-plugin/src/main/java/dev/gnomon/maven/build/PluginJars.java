package dev.gnomon.maven.build;

import java.io.File;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.apache.maven.artifact.Artifact;

/** The jars of the plugin that go onto the benchmarks' class path, and nowhere else. */
public final class PluginJars {
  private PluginJars() {}

  /** The harness, and async-profiler with its natives, which are never loaded in Maven's JVM. */
  public static List<Path> forBenchmarks(Collection<Artifact> pluginArtifacts) {
    return List.of(
        jar(pluginArtifacts, "dev.gnomon", "gnomon-harness"),
        jar(pluginArtifacts, "tools.profiler", "async-profiler"));
  }

  private static Path jar(Collection<Artifact> artifacts, String group, String name) {
    return artifacts.stream()
        .filter(a -> a.getGroupId().equals(group) && a.getArtifactId().equals(name))
        .map(Artifact::getFile)
        .filter(file -> file != null)
        .map(File::toPath)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "the plugin was resolved without its dependency " + group + ":" + name));
  }
}
