package dev.gnomon.maven.build;

import dev.gnomon.archive.postgres.Connector;
import dev.gnomon.archive.postgres.PostgresArchive;
import dev.gnomon.problem.ProblemException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.resolution.DependencyResolutionException;

/** Fetches PostgreSQL's driver when an archive is in a database; others never download it. */
public final class PostgresDriver {
  private static final String COORDINATES = "org.postgresql:postgresql";
  private static final String CLASS = "org.postgresql.Driver";

  private final Jars jars;

  /** A driver from some repositories. */
  public PostgresDriver(Jars jars) {
    this.jars = jars;
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
    Artifact driver = Jars.tested(COORDINATES, "postgresql");
    try {
      return Class.forName(CLASS, true, jars.loaderOf(driver))
          .asSubclass(Driver.class)
          .getDeclaredConstructor()
          .newInstance();
    } catch (DependencyResolutionException | ReflectiveOperationException | IOException e) {
      throw new ProblemException(
          "archive-driver-missing",
          "The archive is in PostgreSQL, whose driver %s could not be had: %s. Expected it in the repositories of the project. Let Maven reach one that has it."
              .formatted(driver, e.getMessage()),
          e);
    }
  }
}
