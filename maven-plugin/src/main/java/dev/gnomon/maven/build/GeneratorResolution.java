package dev.gnomon.maven.build;

import dev.gnomon.maven.layout.GeneratorArtifacts;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;

/** Fetches JMH's bytecode generator from the project's repositories, when it is needed. */
public final class GeneratorResolution implements GeneratorArtifacts {
  private static final String COORDINATES = "org.openjdk.jmh:jmh-generator-bytecode:";

  private final RepositorySystem repositories;
  private final RepositorySystemSession session;
  private final MavenProject project;

  public GeneratorResolution(
      RepositorySystem repositories, RepositorySystemSession session, MavenProject project) {
    this.repositories = repositories;
    this.session = session;
    this.project = project;
  }

  @Override
  public List<Path> resolve(String jmhVersion) throws GeneratorMissingException {
    CollectRequest collect = new CollectRequest();
    collect.setRoot(new Dependency(new DefaultArtifact(COORDINATES + jmhVersion), "runtime"));
    collect.setRepositories(project.getRemoteProjectRepositories());
    try {
      return repositories
          .resolveDependencies(session, new DependencyRequest(collect, null))
          .getArtifactResults()
          .stream()
          .map(ArtifactResult::getArtifact)
          .map(artifact -> artifact.getFile().toPath())
          .toList();
    } catch (DependencyResolutionException | IllegalArgumentException e) {
      throw new GeneratorMissingException(
          "%s%s could not be resolved: %s".formatted(COORDINATES, jmhVersion, e.getMessage()), e);
    }
  }
}
