package dev.gnomon.query;

import dev.gnomon.archive.RunAddress;
import dev.gnomon.archive.RunArchive;
import dev.gnomon.archive.StoredProfiles;
import dev.gnomon.archive.StoredRun;
import dev.gnomon.model.Run;
import dev.gnomon.problem.ProblemException;
import dev.gnomon.profile.RunProfiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A database made of an archive, brought up to date before each question: runs that the archive has
 * and it has not are read, those that the archive lost are removed. It holds nothing of its own and
 * may be deleted at any time; one that cannot be used is made anew.
 */
public final class QueryCache {
  /** Runs that are on their way at once; more would need more room on the disk. */
  private static final int BATCH = 200;

  private static final String TOUCHED =
      """
      CREATE OR REPLACE TEMP TABLE touched AS
      SELECT DISTINCT module, branch, environment, benchmark, params, mode, threads, metric
      FROM result WHERE run_id IN (SELECT run_id FROM moved)
      """;

  /** The first reading of a large archive takes minutes. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final SqlEngine engine;
  private final Path directory;
  private final Duration patience;

  /**
   * What bringing it up to date did.
   *
   * @param added runs that were read
   * @param removed runs that the archive has no longer
   * @param skipped damaged runs, and damaged profiles of whole ones, that were passed over, a
   *     sentence each
   */
  public record Refreshed(int added, int removed, List<String> skipped) {
    public Refreshed {
      skipped = List.copyOf(skipped);
    }
  }

  /**
   * A cache.
   *
   * @param directory where it lies; made if need be
   */
  public QueryCache(SqlEngine engine, Path directory) {
    this(engine, directory, PATIENCE);
  }

  /** A cache with how long it waits for others who use it. */
  QueryCache(SqlEngine engine, Path directory, Duration patience) {
    this.engine = engine;
    this.directory = directory;
    this.patience = patience;
  }

  /** Work with a connection that only reads. */
  @FunctionalInterface
  interface Reading<T> {
    T with(Connection database) throws SQLException;
  }

  /**
   * Reads it, while nobody changes it.
   *
   * @throws ProblemException {@code query-cache-unusable} if somebody changes it for too long
   */
  <T> T read(Reading<T> reading) throws SQLException {
    CacheLock lock = lock(true);
    try (Connection database = engine.toRead(file())) {
      return reading.with(database);
    } finally {
      lock.close();
    }
  }

  private CacheLock lock(boolean shared) {
    try {
      return CacheLock.take(directory.resolve("archive.lock"), shared, patience);
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  Path file() {
    return directory.resolve("archive-v" + CacheTables.VERSION + ".duckdb");
  }

  /**
   * Brings it up to date with an archive.
   *
   * @param project whose runs
   * @param modules of which modules; runs of others are removed from the cache
   * @param skipDamaged whether a damaged run is passed over; otherwise it is an error
   * @throws ProblemException {@code query-cache-unusable} if it can be neither used nor made, and
   *     whatever the archive throws
   */
  public Refreshed refresh(
      RunArchive archive, String project, Collection<String> modules, boolean skipDamaged) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw unusable(e);
    }
    CacheLock lock = lock(false);
    try {
      // Not before: what another process adds meanwhile would look as if the archive had lost it.
      List<RunAddress> listed = new ArrayList<>();
      modules.forEach(module -> listed.addAll(archive.list(project, module)));
      return usable(archive, listed, skipDamaged);
    } finally {
      lock.close();
    }
  }

  private Refreshed usable(RunArchive archive, List<RunAddress> listed, boolean skipDamaged) {
    try {
      return refreshed(archive, listed, skipDamaged);
    } catch (IOException | SQLException e) {
      if (isHeld(e)) {
        throw unusable(e);
      }
      return anew(archive, listed, skipDamaged, e);
    }
  }

  /** A program that is not ours may have the file open. */
  private static boolean isHeld(Exception e) {
    return String.valueOf(e.getMessage()).contains("lock");
  }

  private Refreshed anew(
      RunArchive archive, List<RunAddress> listed, boolean skipDamaged, Exception first) {
    try {
      Files.deleteIfExists(file());
      Files.deleteIfExists(Path.of(file() + ".wal"));
      return refreshed(archive, listed, skipDamaged);
    } catch (IOException | SQLException e) {
      e.addSuppressed(first);
      throw unusable(e);
    }
  }

  private ProblemException unusable(Exception e) {
    return new ProblemException(
        "query-cache-unusable",
        "The cache %s cannot be used: %s. Expected a file that this user may write and that no other process has open. Wait for that process, or name another directory: -Dperf.output=DIRECTORY"
            .formatted(file(), e.getMessage()),
        e);
  }

  private Refreshed refreshed(RunArchive archive, List<RunAddress> listed, boolean skipDamaged)
      throws IOException, SQLException {
    try (Connection database = engine.toWrite(file())) {
      database.setAutoCommit(false);
      CacheTables.make(database);
      Set<String> cached = cached(database);
      Set<String> gone = new HashSet<>(cached);
      List<RunAddress> fresh = new ArrayList<>();
      for (RunAddress address : listed) {
        if (!gone.remove(address.path()) && !cached.contains(address.path())) {
          fresh.add(address);
        }
      }
      List<String> skipped = new ArrayList<>();
      int added = 0;
      if (!fresh.isEmpty() || !gone.isEmpty()) {
        added = add(database, archive, fresh, skipDamaged, skipped);
        settle(database, fresh, gone);
      }
      database.commit();
      return new Refreshed(added, gone.size(), skipped);
    }
  }

  private static Set<String> cached(Connection database) throws SQLException {
    Set<String> runs = new HashSet<>();
    try (Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery("SELECT run_id FROM run_data")) {
      while (rows.next()) {
        runs.add(rows.getString(1));
      }
    }
    return runs;
  }

  private int add(
      Connection database,
      RunArchive archive,
      List<RunAddress> fresh,
      boolean skipDamaged,
      List<String> skipped)
      throws IOException, SQLException {
    int added = 0;
    for (int start = 0; start < fresh.size(); start += BATCH) {
      try (Staging staging = new Staging(directory)) {
        RunRows rows = new RunRows(staging);
        for (RunAddress address : fresh.subList(start, Math.min(start + BATCH, fresh.size()))) {
          try {
            Run run = archive.read(address);
            rows.write(address.path(), run, profiles(archive, address, skipDamaged, skipped));
            added++;
          } catch (ProblemException e) {
            passOver(e, StoredRun.DAMAGED, skipDamaged, skipped);
          }
        }
        staging.load(database);
      }
    }
    return added;
  }

  /** A run whose profiles are damaged is whole all the same. */
  private static RunProfiles profiles(
      RunArchive archive, RunAddress address, boolean skipDamaged, List<String> skipped) {
    try {
      return archive.profiles(address);
    } catch (ProblemException e) {
      passOver(e, StoredProfiles.DAMAGED, skipDamaged, skipped);
      return RunProfiles.NONE;
    }
  }

  private static void passOver(
      ProblemException problem, String code, boolean skipDamaged, List<String> skipped) {
    if (!skipDamaged || !problem.code().equals(code)) {
      throw problem;
    }
    skipped.add(problem.getMessage());
  }

  private void settle(Connection database, List<RunAddress> fresh, Set<String> gone)
      throws IOException, SQLException {
    List<String> moved = new ArrayList<>(gone);
    fresh.forEach(address -> moved.add(address.path()));
    fill(database, "moved", moved);
    fill(database, "gone", gone);
    try (Statement statement = database.createStatement();
        Staging staging = new Staging(directory)) {
      statement.execute(TOUCHED);
      for (View view : List.of(View.RUN, View.RESULT, View.FORK, View.ITERATION, View.FRAME)) {
        statement.execute(
            "DELETE FROM " + view.table() + " WHERE run_id IN (SELECT run_id FROM gone)");
      }
      new ChangePointRows(database, staging).refresh();
      staging.load(database);
    }
  }

  private static void fill(Connection database, String table, Collection<String> runs)
      throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute("CREATE OR REPLACE TEMP TABLE " + table + " (run_id VARCHAR)");
    }
    try (PreparedStatement insert =
        database.prepareStatement("INSERT INTO " + table + " VALUES (?)")) {
      for (String run : runs) {
        insert.setString(1, run);
        insert.execute();
      }
    }
  }
}
