package dev.gnomon.query;

import java.util.Objects;

/**
 * A column of a view.
 *
 * @param name its name in SQL
 * @param type its type in SQL
 * @param meaning what it holds, its unit, and when it is NULL
 */
public record Column(String name, String type, String meaning) {
  // Those that several views have.
  static final Column RUN_ID = new Column("run_id", "VARCHAR", "path of the run in the archive");
  static final Column MODULE = new Column("module", "VARCHAR", "the module that was measured");
  static final Column ENVIRONMENT =
      new Column("environment", "VARCHAR", "fingerprint of all that must be equal to compare");
  static final Column BENCHMARK =
      new Column("benchmark", "VARCHAR", "class and method, with the package");
  static final Column PARAMS =
      new Column("params", "VARCHAR", "parameters as `name=value`, sorted, parted by a comma");
  static final Column MODE = new Column("mode", "VARCHAR", "`thrpt`, `avgt`, `sample` or `ss`");
  static final Column THREADS = new Column("threads", "INTEGER", "worker threads");
  static final Column FORK = new Column("fork", "INTEGER", "number of the fork in its run, from 0");

  public Column {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(meaning, "meaning");
  }
}
