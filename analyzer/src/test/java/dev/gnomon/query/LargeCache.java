package dev.gnomon.query;

import dev.gnomon.environment.Fingerprint;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Fills a cache with the rows that {@link SyntheticRuns} would give, by the database itself: ten
 * million results and twice as many forks take minutes by way of Java.
 */
final class LargeCache {
  private LargeCache() {}

  /** Fills the tables of an empty cache. */
  static void fill(SqlEngine engine, QueryCache cache, SyntheticRuns archive) throws SQLException {
    try (Connection database = engine.toWrite(cache.file());
        Statement statement = database.createStatement()) {
      CacheTables.make(database);
      statement.execute("SELECT setseed(0.5)");
      for (String step : steps(archive)) {
        statement.execute(step);
      }
    }
  }

  private static List<String> steps(SyntheticRuns archive) {
    String start = "TIMESTAMP '2025-01-01 00:00:00'";
    List<String> steps = new ArrayList<>();
    steps.add(
        """
        CREATE TEMP TABLE r AS SELECT i, printf('v1/large/core/%%06d.json.gz', i) AS run_id,
          %s + i * INTERVAL 90 MINUTE AS moment, i %% 4 <> 0 AS first,
          CASE WHEN i %% 4 <> 0 AND i > %d THEN '21' ELSE '17' END AS jdk,
          CASE WHEN i %% 10 = 7 THEN 'topic' ELSE 'main' END AS branch,
          repeat(printf('%%08x', 268435456 + i // 2), 5) AS commit
        FROM range(%d) t(i)
        """
            .formatted(start, archive.runs() / 2, archive.runs()));
    steps.add(
        """
        CREATE TEMP TABLE b AS SELECT i,
          printf('org.example.part%%02d', i // 50) AS package,
          printf('org.example.part%%02d.Bench%%d.m%%d', i // 50, i // 10, i) AS benchmark,
          CASE WHEN i %% 3 = 0 THEN 'size=100' ELSE '' END AS params, 10.0 * (1 + i) AS level
        FROM range(%d) t(i)
        """
            .formatted(archive.benchmarks()));
    steps.add(
        """
        INSERT INTO run_data SELECT run_id, '%s', '%s', 'measured', commit, branch, false, NULL, moment,
          1800, CASE WHEN NOT first THEN '%s' WHEN jdk = '17' THEN '%s' ELSE '%s' END, jdk || '.0.1',
          CASE WHEN first THEN 'Processor A' ELSE 'Processor B' END, '',
          CASE WHEN first THEN 'a' ELSE 'b' END, '', %d, true FROM r ORDER BY i
        """
            .formatted(
                SyntheticRuns.PROJECT,
                SyntheticRuns.MODULE,
                place(false, "17"),
                place(true, "17"),
                place(true, "21"),
                archive.forks()));
    // Sums of uniform numbers are normal enough; steps are where SyntheticRuns has them.
    String value =
        "level * exp((random() + random() + random() - 1.5) / 50)"
            + " * CASE WHEN b.i %% 20 = 0 AND r.i > %d + b.i THEN 1.2 ELSE 1 END"
                .formatted(archive.runs() / 3);
    steps.add(
        """
        INSERT INTO result_data SELECT run_id, package, benchmark, params, 'avgt', 1, 'time', 'ns/op',
          %1$d, 0, v, v * 0.995, v * 1.005, random() / 50, false, '', '1 × 1000 ms after 1 × 1000 ms'
        FROM (SELECT *, %2$s AS v FROM r, b ORDER BY r.i, b.i)
        """
            .formatted(archive.forks(), value));
    steps.add(
        """
        INSERT INTO result_data SELECT run_id, package, benchmark, params, 'avgt', 1,
          'gc.alloc.rate.norm', 'B/op', %d, 0, v, v, v, 0, false, '', '1 × 1000 ms after 1 × 1000 ms'
        FROM (SELECT *, 24 + 8 * (r.i // 5000) AS v FROM r, b WHERE b.i %% 10 = 0 ORDER BY r.i, b.i)
        """
            .formatted(archive.forks()));
    steps.add(
        """
        INSERT INTO fork_data SELECT run_id, moment, benchmark, params, 'avgt', 1, f,
          CASE WHEN random() < 0.00005 THEN 'crashed' ELSE 'good' END, %s, level, 1, NULL
        FROM r, b, range(%d) t(f) ORDER BY r.i, b.i, f
        """
            .formatted(value, archive.forks()));
    steps.add(
        """
        INSERT INTO iteration_data SELECT run_id, benchmark, params, 'avgt', 1, f, 'measurement', 0, %s,
          NULL, NULL FROM r, b, range(%d) t(f) ORDER BY r.i, b.i, f
        """
            .formatted(value, archive.forks()));
    steps.add(
        """
        INSERT INTO change_point_data SELECT '%s', branch, '%s', benchmark, params, 'avgt', 1, 'time',
          'ns/op', run_id, moment, commit, commit, 'change', 0.2, 0.19, 0.21, 1e-9, level, level * 1.2
        FROM r JOIN b ON r.i = %d + b.i WHERE b.i %% 20 = 0
        """
            .formatted(SyntheticRuns.MODULE, place(true, "17"), archive.runs() / 3));
    return steps;
  }

  private static String place(boolean first, String jdk) {
    return Fingerprint.of(SyntheticRuns.place(first, jdk));
  }
}
