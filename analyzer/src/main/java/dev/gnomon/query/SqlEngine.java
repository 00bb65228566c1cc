package dev.gnomon.query;

import dev.gnomon.problem.ProblemException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;

/**
 * The database that answers. It is found in a class loader that is given, since whoever never asks
 * a question never needs it; nothing is registered with the driver manager.
 */
public final class SqlEngine {
  private static final String DRIVER = "org.duckdb.DuckDBDriver";

  private final Driver driver;

  private SqlEngine(Driver driver) {
    this.driver = driver;
  }

  /**
   * The engine of a class loader that holds DuckDB's driver.
   *
   * @throws ProblemException {@code query-engine-missing} if it holds none that runs here
   */
  public static SqlEngine of(ClassLoader loader) {
    try {
      Object driver = Class.forName(DRIVER, true, loader).getDeclaredConstructor().newInstance();
      return new SqlEngine((Driver) driver);
    } catch (ReflectiveOperationException | ClassCastException | LinkageError e) {
      throw new ProblemException(
          "query-engine-missing",
          "DuckDB, which answers questions, cannot be started here: %s. Expected its driver for this platform."
              .formatted(e),
          e);
    }
  }

  Connection toWrite(Path file) throws SQLException {
    return connect(file, new Properties());
  }

  Connection toRead(Path file) throws SQLException {
    Properties settings = new Properties();
    settings.setProperty("duckdb.read_only", "true");
    settings.setProperty("jdbc_stream_results", "true");
    return connect(file, settings);
  }

  private Connection connect(Path file, Properties settings) throws SQLException {
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("autoload_known_extensions", "false");
    Connection connection = driver.connect("jdbc:duckdb:" + file.toAbsolutePath(), settings);
    if (connection == null) {
      throw new SQLException("the driver does not know jdbc:duckdb:");
    }
    return connection;
  }
}
