package dev.gnomon.archive.postgres;

import java.sql.Connection;
import java.sql.SQLException;

/** Opens connections to the database of an archive, with whatever driver. */
@FunctionalInterface
public interface Connector {
  /** A new connection, which the caller closes. */
  Connection connect() throws SQLException;
}
