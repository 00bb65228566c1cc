package dev.gnomon.query;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Cancels a statement when its time is up, again and again until it has ended. */
final class Deadline implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Deadline.class.getName());
  private static final long AGAIN_MS = 100;

  private final ScheduledExecutorService watch;
  private volatile boolean passed;

  Deadline(Statement statement, Duration time) {
    watch =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "gnomon-query-deadline");
              thread.setDaemon(true);
              return thread;
            });
    var unused =
        watch.scheduleAtFixedRate(
            () -> cancel(statement), time.toMillis(), AGAIN_MS, TimeUnit.MILLISECONDS);
  }

  private void cancel(Statement statement) {
    passed = true;
    try {
      statement.cancel();
    } catch (SQLException e) {
      // It ended by itself in this very moment.
      LOG.log(Level.FINE, "a question could not be cancelled", e);
    }
  }

  void check() throws SQLException {
    if (passed) {
      throw new SQLTimeoutException("INTERRUPT Error: Interrupted!");
    }
  }

  @Override
  public void close() {
    watch.shutdownNow();
  }
}
