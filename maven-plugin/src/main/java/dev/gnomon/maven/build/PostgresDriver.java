package dev.gnomon.maven.build;

import dev.gnomon.archive.postgres.Connector;
import dev.gnomon.archive.postgres.PostgresArchive;
import dev.gnomon.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;

/** Fetches PostgreSQL's driver when an archive is in a database; others never download it. */
public final class PostgresDriver {
  private static final String COORDINATES = "org.postgresql:postgresql:";
  private static final String CLASS = "org.postgresql.Driver";

  private final RepositorySystem repositories;
  private final RepositorySystemSession session;
  private final MavenProject project;

  public PostgresDriver(
      RepositorySystem repositories, RepositorySystemSession session, MavenProject project) {
    this.repositories = repositories;
    this.session = session;
    this.project = project;
  }

  /**
   * Ways into a database.
   *
   * @param url what {@code perf.archive} says
   * @param variables the environment, whose PGUSER and PGPASSWORD stand in for what the URL does
   *     not say, so that no password need be in a POM or on a command line
   * @throws ProblemException {@code archive-driver-missing}
   */
  public Connector connector(String url, Map<String, String> variables) {
    Driver driver = driver();
    Properties properties = new Properties();
    setUnlessSaid(properties, "user", url, variables.get("PGUSER"));
    setUnlessSaid(properties, "password", url, variables.get("PGPASSWORD"));
    return () -> connection(driver, url, properties);
  }

  private static void setUnlessSaid(Properties to, String name, String url, String value) {
    if (value != null && !url.matches(".*[?&]" + name + "=.*")) {
      to.setProperty(name, value);
    }
  }

  private static Connection connection(Driver driver, String url, Properties properties)
      throws SQLException {
    Connection connection = driver.connect(url, properties);
    if (connection == null) {
      throw new SQLException(
          "%s is no URL of PostgreSQL, expected jdbc:postgresql://HOST/DATABASE"
              .formatted(PostgresArchive.place(url)));
    }
    return connection;
  }

  private Driver driver() {
    String coordinates = COORDINATES + version();
    try {
      URLClassLoader loader =
          new URLClassLoader(jars(coordinates), ClassLoader.getPlatformClassLoader());
      return Class.forName(CLASS, true, loader)
          .asSubclass(Driver.class)
          .getDeclaredConstructor()
          .newInstance();
    } catch (DependencyResolutionException | ReflectiveOperationException | IOException e) {
      throw new ProblemException(
          "archive-driver-missing",
          "The archive is in PostgreSQL, whose driver %s could not be had: %s. Expected it in the repositories of the project. Let Maven reach one that has it."
              .formatted(coordinates, e.getMessage()),
          e);
    }
  }

  private URL[] jars(String coordinates)
      throws DependencyResolutionException, MalformedURLException {
    CollectRequest collect = new CollectRequest();
    collect.setRoot(new Dependency(new DefaultArtifact(coordinates), "runtime"));
    collect.setRepositories(project.getRemotePluginRepositories());
    List<URL> jars = new ArrayList<>();
    for (ArtifactResult result :
        repositories
            .resolveDependencies(session, new DependencyRequest(collect, null))
            .getArtifactResults()) {
      jars.add(result.getArtifact().getFile().toURI().toURL());
    }
    return jars.toArray(URL[]::new);
  }

  /** The version that this build was tested with, which stands in the root POM. */
  private static String version() {
    try (InputStream in = PostgresDriver.class.getResourceAsStream("versions.properties")) {
      Properties versions = new Properties();
      versions.load(in);
      return versions.getProperty("postgresql");
    } catch (IOException e) {
      throw new UncheckedIOException("versions.properties", e);
    }
  }
}
