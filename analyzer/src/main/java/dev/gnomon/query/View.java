package dev.gnomon.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The views that a query sees; {@code docs/schema.md} describes them and a test compares. */
public enum View {
  /** One row a run. */
  RUN(
      "One row a run of the archive.",
      List.of(
          Column.RUN_ID,
          column("project", "VARCHAR", "the reactor's root, `group:artifact`"),
          Column.MODULE,
          column("source", "VARCHAR", "`measured`, or the format it was imported from"),
          column("commit", "VARCHAR", "commit id, empty where there is no version control"),
          column("branch", "VARCHAR", "branch, empty where unknown"),
          column("dirty", "BOOLEAN", "whether uncommitted changes were in the tree"),
          column("committed_at", "TIMESTAMP", "time of the commit in UTC; NULL where unknown"),
          column("started_at", "TIMESTAMP", "when measuring began, in UTC"),
          column("took_s", "DOUBLE", "how long measuring took, in seconds"),
          Column.ENVIRONMENT,
          column("jdk", "VARCHAR", "version of the JVM; empty where unknown"),
          column("cpu", "VARCHAR", "model of the processor; empty where unknown"),
          column("os", "VARCHAR", "operating system; empty where unknown"),
          column("host", "VARCHAR", "name of the machine; empty where unknown"),
          column("label", "VARCHAR", "the label given to the kind of machine; else empty"),
          column("forks_planned", "INTEGER", "forks that each benchmark should have"),
          column("complete", "BOOLEAN", "whether the plan was carried out to its end"))),
  /** One row a run, benchmark and metric. */
  RESULT(
      "One row a run, benchmark and metric, made of the forks that succeeded.",
      List.of(
          Column.RUN_ID,
          Column.MODULE,
          column("commit", "VARCHAR", "commit id"),
          column("branch", "VARCHAR", "branch"),
          column("dirty", "BOOLEAN", "whether uncommitted changes were in the tree"),
          column("started_at", "TIMESTAMP", "when measuring began, in UTC"),
          Column.ENVIRONMENT,
          column("jdk", "VARCHAR", "version of the JVM"),
          column("cpu", "VARCHAR", "model of the processor"),
          column("host", "VARCHAR", "name of the machine"),
          column("package", "VARCHAR", "package of the benchmark"),
          Column.BENCHMARK,
          Column.PARAMS,
          Column.MODE,
          Column.THREADS,
          column("metric", "VARCHAR", "`time`, or the name of one of JMH's secondary results"),
          column("unit", "VARCHAR", "unit of the value; `ns/op` for `time`, whatever the mode"),
          column("forks", "INTEGER", "forks with a value"),
          column("failed_forks", "INTEGER", "forks that failed"),
          column("value", "DOUBLE", "median of the forks; NULL where no fork has a value"),
          column("low", "DOUBLE", "smallest value of a fork"),
          column("high", "DOUBLE", "largest value of a fork"),
          column(
              "spread", "DOUBLE", "standard deviation of the forks over their mean; NULL for one"),
          column(
              "uncontended",
              "BOOLEAN",
              "whether waiting for a CPU was taken off the time, as the gate does"),
          column("bytecode", "VARCHAR", "hash of the benchmark's own class; empty where unknown"),
          column("plan", "VARCHAR", "how it was measured; two plans are not compared"))),
  /** One row a fork. */
  FORK(
      "One row a fork: a JVM that measured one benchmark.",
      List.of(
          Column.RUN_ID,
          column("started_at", "TIMESTAMP", "when the fork was started, in UTC"),
          Column.BENCHMARK,
          Column.PARAMS,
          Column.MODE,
          Column.THREADS,
          Column.FORK,
          column("status", "VARCHAR", "`good`, or how it failed"),
          column(
              "value", "DOUBLE", "its time in ns/op as the gate counts it; NULL where it failed"),
          column("wall", "DOUBLE", "the same of plain wall time"),
          column("iterations", "INTEGER", "measurement iterations"),
          column("steal_ns", "BIGINT", "time the hypervisor took; NULL where not measured"))),
  /** One row an iteration. */
  ITERATION(
      "One row a JMH iteration, warm-up included.",
      List.of(
          Column.RUN_ID,
          Column.BENCHMARK,
          Column.PARAMS,
          Column.MODE,
          Column.THREADS,
          Column.FORK,
          column("phase", "VARCHAR", "`warmup` or `measurement`"),
          column("iteration", "INTEGER", "number of the iteration in its phase, from 0"),
          column("value", "DOUBLE", "wall time in ns/op and thread"),
          column("on_cpu_ns", "BIGINT", "CPU time of the workers; NULL where not measured"),
          column("delay_ns", "BIGINT", "time they waited for a CPU; NULL where not measured"))),
  /** One row a place where the level of a series shifted. */
  CHANGE_POINT(
      "One row a place where the level of a series shifted. A series is one benchmark and metric on"
          + " one branch in one environment, clean runs only; it starts anew where the benchmark's own"
          + " code or its plan changed.",
      List.of(
          Column.MODULE,
          column("branch", "VARCHAR", "branch"),
          column("environment", "VARCHAR", "fingerprint of the environment"),
          Column.BENCHMARK,
          Column.PARAMS,
          Column.MODE,
          Column.THREADS,
          column("metric", "VARCHAR", "`time` or `gc.alloc.rate.norm`"),
          column("unit", "VARCHAR", "unit of the levels"),
          column("run_id", "VARCHAR", "first run at the new level"),
          column("started_at", "TIMESTAMP", "when that run was measured, in UTC"),
          column("commit", "VARCHAR", "its commit"),
          column("previous_commit", "VARCHAR", "commit of the run before it"),
          column("kind", "VARCHAR", "`change`, or `spike` where the level was soon back"),
          column("change", "DOUBLE", "relative change; 0.05 is 5 % more, which is worse"),
          column("low", "DOUBLE", "lower end of its interval"),
          column("high", "DOUBLE", "upper end of its interval"),
          column("p", "DOUBLE", "probability of such a shift by chance at a given place"),
          column("level_before", "DOUBLE", "level before, in the unit"),
          column("level_after", "DOUBLE", "level after, in the unit"))),
  /** One row a frame of a profile. */
  FRAME(
      "One row a frame of a fork's profile, the heaviest of each fork, as far as the archive holds profiles.",
      List.of(
          Column.RUN_ID,
          Column.BENCHMARK,
          Column.PARAMS,
          Column.MODE,
          Column.THREADS,
          Column.FORK,
          column("event", "VARCHAR", "what was sampled: `cpu`, `alloc`"),
          column("frame", "VARCHAR", "the frame, as the profiler prints it"),
          column("self", "DOUBLE", "what an operation cost in it alone: ns of CPU, or bytes"),
          column("total", "DOUBLE", "the same with all that it called; recursion counts once")));

  private final String meaning;

  // A list of records made by List.copyOf.
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<Column> columns;

  View(String meaning, List<Column> columns) {
    this.meaning = meaning;
    this.columns = List.copyOf(columns);
  }

  private static Column column(String name, String type, String meaning) {
    return new Column(name, type, meaning);
  }

  /** Its name in SQL. */
  public String sqlName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What a row of it is. */
  public String meaning() {
    return meaning;
  }

  /** Its columns in order. */
  public List<Column> columns() {
    return columns;
  }

  /** The table that holds its data. */
  String table() {
    return sqlName() + "_data";
  }

  /** The columns that are stored; a result takes those of its run from there. */
  List<Column> stored() {
    if (this != RESULT) {
      return columns;
    }
    List<String> ofRun = RUN.columns.stream().map(Column::name).toList();
    List<Column> own = new ArrayList<>();
    for (Column column : columns) {
      if (column.name().equals("run_id") || !ofRun.contains(column.name())) {
        own.add(column);
      }
    }
    return own;
  }
}
