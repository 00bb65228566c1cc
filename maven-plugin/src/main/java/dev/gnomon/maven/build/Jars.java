package dev.gnomon.maven.build;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;

/**
 * Jars that a goal fetches when it needs them, so that nobody else has to.
 *
 * @param system Maven's resolver
 * @param session of this build
 * @param repositories where they are looked for
 */
public record Jars(
    RepositorySystem system, RepositorySystemSession session, List<RemoteRepository> repositories) {
  public Jars {
    repositories = List.copyOf(repositories);
  }

  /** An artifact with all that it needs at run time. */
  List<Path> of(Artifact artifact) throws DependencyResolutionException {
    CollectRequest collect = new CollectRequest();
    collect.setRoot(new Dependency(artifact, "runtime"));
    collect.setRepositories(repositories);
    return system
        .resolveDependencies(session, new DependencyRequest(collect, null))
        .getArtifactResults()
        .stream()
        .map(ArtifactResult::getArtifact)
        .map(resolved -> resolved.getFile().toPath())
        .toList();
  }

  /** The same in a class loader that sees nothing of ours; the caller closes it. */
  URLClassLoader loaderOf(Artifact artifact)
      throws DependencyResolutionException, MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (Path jar : of(artifact)) {
      urls.add(jar.toUri().toURL());
    }
    return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }

  /**
   * A driver in the version that this build was tested with, which stands in the root POM.
   *
   * @param coordinates {@code group:artifact} or {@code group:artifact:extension:classifier}
   * @param name what {@code versions.properties} calls it
   */
  static Artifact tested(String coordinates, String name) {
    try (InputStream in = Jars.class.getResourceAsStream("versions.properties")) {
      Properties versions = new Properties();
      versions.load(in);
      return new DefaultArtifact(coordinates + ":" + versions.getProperty(name));
    } catch (IOException e) {
      throw new UncheckedIOException("versions.properties", e);
    }
  }
}
