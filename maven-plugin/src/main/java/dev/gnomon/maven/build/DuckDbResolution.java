package dev.gnomon.maven.build;

import dev.gnomon.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Locale;
import java.util.Properties;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/**
 * Fetches DuckDB's driver for this platform when a question is asked, into a class loader of its
 * own: whoever only measures and checks never downloads it.
 */
public final class DuckDbResolution {
  private final RepositorySystem repositories;
  private final RepositorySystemSession session;
  private final MavenProject project;

  public DuckDbResolution(
      RepositorySystem repositories, RepositorySystemSession session, MavenProject project) {
    this.repositories = repositories;
    this.session = session;
    this.project = project;
  }

  /** A class loader with the driver; whoever asks closes it. */
  public URLClassLoader load() {
    String classifier = classifier(System.getProperty("os.name"), System.getProperty("os.arch"));
    DefaultArtifact artifact =
        new DefaultArtifact("org.duckdb", "duckdb_jdbc", classifier, "jar", version());
    try {
      ArtifactRequest request =
          new ArtifactRequest(artifact, project.getRemotePluginRepositories(), null);
      URL jar =
          repositories.resolveArtifact(session, request).getArtifact().getFile().toURI().toURL();
      return new URLClassLoader(new URL[] {jar}, ClassLoader.getPlatformClassLoader());
    } catch (ArtifactResolutionException | MalformedURLException e) {
      throw new ProblemException(
          "query-engine-missing",
          "DuckDB, which answers questions, could not be fetched: %s. Expected %s in a repository for plugins, or in the local one."
              .formatted(e.getMessage(), artifact),
          e);
    }
  }

  /** The platform as DuckDB names it; empty, for the jar of all platforms, where it is unknown. */
  static String classifier(String system, String processor) {
    String name = system.toLowerCase(Locale.ROOT);
    boolean arm = processor.equals("aarch64") || processor.equals("arm64");
    if (name.startsWith("mac")) {
      return "osx_universal";
    }
    if (!arm && !processor.equals("amd64") && !processor.equals("x86_64")) {
      return "";
    }
    if (name.startsWith("windows")) {
      return arm ? "windows_arm64" : "windows_amd64";
    }
    return name.startsWith("linux") ? (arm ? "linux_arm64" : "linux_amd64") : "";
  }

  private static String version() {
    Properties properties = new Properties();
    try (InputStream in = DuckDbResolution.class.getResourceAsStream("duckdb.properties")) {
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
