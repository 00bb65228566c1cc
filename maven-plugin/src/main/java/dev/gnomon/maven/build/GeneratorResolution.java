package dev.gnomon.maven.build;

import dev.gnomon.maven.layout.GeneratorArtifacts;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.resolution.DependencyResolutionException;

/** Fetches JMH's bytecode generator from the project's repositories, when it is needed. */
public final class GeneratorResolution implements GeneratorArtifacts {
  private static final String COORDINATES = "org.openjdk.jmh:jmh-generator-bytecode:";

  private final Jars jars;

  /** A resolution from some repositories. */
  public GeneratorResolution(Jars jars) {
    this.jars = jars;
  }

  @Override
  public List<Path> resolve(String jmhVersion) throws GeneratorMissingException {
    try {
      return jars.of(new DefaultArtifact(COORDINATES + jmhVersion));
    } catch (DependencyResolutionException | IllegalArgumentException e) {
      throw new GeneratorMissingException(
          "%s%s could not be resolved: %s".formatted(COORDINATES, jmhVersion, e.getMessage()), e);
    }
  }
}
