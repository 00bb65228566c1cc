package dev.gnomon.json;

import dev.gnomon.model.Background;
import dev.gnomon.model.Iteration;
import dev.gnomon.model.WorkerTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Iterations as columns, one array of numbers for each field, so that a run stays small and zips
 * well. A column that says nothing in any row is left out.
 */
final class IterationsJson {
  private static final String SCORE = "nsPerOp";

  private static final List<Column> COLUMNS =
      List.of(
          new Column(SCORE, Double.NaN, Iteration::nsPerOp),
          new Column("ops", 0, Iteration::ops),
          new Column("threads", 0, i -> i.workers().threads()),
          timed("windowNs", i -> i.workers().windowNs()),
          timed("onCpuNs", i -> i.workers().onCpuNs()),
          timed("delayNs", i -> i.workers().delayNs()),
          timed("systemBusyNs", i -> i.background().systemBusyNs()),
          timed("otherThreadsNs", i -> i.background().otherThreadsNs()),
          timed("jitNs", i -> i.background().jitNs()),
          timed("jitDelayNs", i -> i.background().jitDelayNs()),
          timed("gcNs", i -> i.background().gcNs()),
          timed("stealNs", i -> i.background().stealNs()),
          timed("pressureNs", i -> i.background().pressureNs()));

  private IterationsJson() {}

  private record Column(String field, double silent, ToDoubleFunction<Iteration> value) {}

  private static Column timed(String field, ToDoubleFunction<Iteration> value) {
    return new Column(field, WorkerTime.UNKNOWN, value);
  }

  static void write(JsonOut out, String name, List<Iteration> iterations) {
    out.object(name, columns -> COLUMNS.forEach(column -> write(columns, column, iterations)));
  }

  private static void write(JsonOut out, Column column, List<Iteration> iterations) {
    double[] values = iterations.stream().mapToDouble(column.value).toArray();
    if (column.field.equals(SCORE) || Arrays.stream(values).anyMatch(v -> v != column.silent)) {
      out.reals(column.field, values);
    }
  }

  static List<Iteration> read(Fields fields) {
    int rows = fields.reals(SCORE).length;
    List<double[]> columns = COLUMNS.stream().map(column -> values(fields, column, rows)).toList();
    List<Iteration> iterations = new ArrayList<>(rows);
    for (int i = 0; i < rows; i++) {
      iterations.add(new Row(columns, i).iteration());
    }
    return iterations;
  }

  private static double[] values(Fields fields, Column column, int rows) {
    if (!fields.has(column.field)) {
      double[] silent = new double[rows];
      Arrays.fill(silent, column.silent);
      return silent;
    }
    double[] found = fields.reals(column.field);
    if (found.length != rows) {
      throw fields.expected(column.field, found.length + " numbers", rows + " as in nsPerOp");
    }
    return found;
  }

  /** One row of a table, read from left to right as {@link #COLUMNS} are ordered. */
  private static final class Row {
    /** Beyond this a number of JSON may not be exact. */
    private static final double EXACT = 1L << 53;

    private final List<double[]> columns;
    private final int row;
    private int next;

    Row(List<double[]> columns, int row) {
      this.columns = columns;
      this.row = row;
    }

    Iteration iteration() {
      return new Iteration(real(), real(), workers(), background());
    }

    private WorkerTime workers() {
      return new WorkerTime(Math.toIntExact(whole()), whole(), whole(), whole());
    }

    private Background background() {
      return new Background(whole(), whole(), whole(), whole(), whole(), whole(), whole());
    }

    private double real() {
      return columns.get(next++)[row];
    }

    private long whole() {
      double value = real();
      if (value != Math.rint(value) || value < WorkerTime.UNKNOWN || value > EXACT) {
        String field = COLUMNS.get(next - 1).field;
        throw new IllegalArgumentException(
            field + "[" + row + "] is " + value + ", expected a whole number from -1");
      }
      return (long) value;
    }
  }
}
