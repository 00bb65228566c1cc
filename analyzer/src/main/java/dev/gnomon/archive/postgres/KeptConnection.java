package dev.gnomon.archive.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One connection for all that a goal asks, since making one takes longer than an answer. It may be
 * used from several threads, one after the other. One that broke meanwhile, for a goal may measure
 * for an hour between two questions, is made anew.
 */
final class KeptConnection implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(KeptConnection.class.getName());
  private static final int PATIENCE_SECONDS = 10;

  private final Connector connector;
  private Connection open;

  KeptConnection(Connector connector) {
    this.connector = connector;
  }

  /** Work with a connection. */
  @FunctionalInterface
  interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  /** Asks something; it is asked once more where the connection was lost. */
  synchronized <T> T reading(Work<T> work) throws SQLException {
    boolean kept = open != null;
    try {
      return work.with(connection());
    } catch (SQLException e) {
      if (!kept || isAlive()) {
        throw e;
      }
      close();
      return work.with(connection());
    }
  }

  /** Does something in one transaction, whole or not at all. */
  synchronized void writing(Work<?> work) throws SQLException {
    if (open != null && !isAlive()) {
      close();
    }
    Connection connection = connection();
    boolean done = false;
    try {
      work.with(connection);
      connection.commit();
      connection.setAutoCommit(true);
      done = true;
    } finally {
      if (!done) {
        close(); // and with it what was not committed
      }
    }
  }

  private Connection connection() throws SQLException {
    if (open == null) {
      open = connector.connect();
    }
    return open;
  }

  private boolean isAlive() throws SQLException {
    return open.isValid(PATIENCE_SECONDS);
  }

  @Override
  public synchronized void close() {
    try {
      if (open != null) {
        open.close();
      }
    } catch (SQLException e) {
      LOG.log(Level.FINE, "a connection was not closed", e); // the server does it
    } finally {
      open = null;
    }
  }
}
