package dev.gnomon.history;

import java.util.Arrays;

/**
 * The values of one series, oldest first, in columns: sixteen bytes a run, so that a thousand
 * benchmarks of ten thousand runs fit into a small heap.
 */
public final class Points {
  private static final int FIRST_CAPACITY = 16;

  private int[] runs = new int[FIRST_CAPACITY];
  private double[] values = new double[FIRST_CAPACITY];
  private float[] errors = new float[FIRST_CAPACITY];
  private int size;

  Points() {}

  void add(int run, double value, double error) {
    if (size == runs.length) {
      int capacity = size + (size >> 1);
      runs = Arrays.copyOf(runs, capacity);
      values = Arrays.copyOf(values, capacity);
      errors = Arrays.copyOf(errors, capacity);
    }
    runs[size] = run;
    values[size] = value;
    errors[size] = (float) error;
    size++;
  }

  /** How many runs have a value, at least 1. */
  public int size() {
    return size;
  }

  /** Index in the history of the run at a position of the series; ascending. */
  public int run(int position) {
    return runs[check(position)];
  }

  /** The value at a position, in the metric's unit. */
  public double value(int position) {
    return values[check(position)];
  }

  /** Lower end of the interval of 95 %; the value itself where the interval is unknown. */
  public double low(int position) {
    return bound(position, -1);
  }

  /** Upper end of the interval of 95 %; the value itself where the interval is unknown. */
  public double high(int position) {
    return bound(position, 1);
  }

  /** Whether the interval at a position is known. */
  public boolean hasInterval(int position) {
    return Float.isFinite(errors[check(position)]);
  }

  private double bound(int position, int side) {
    return hasInterval(position)
        ? values[position] * Math.exp(side * errors[position])
        : values[position];
  }

  /** All values; a copy. */
  public double[] values() {
    return Arrays.copyOf(values, size);
  }

  private int check(int position) {
    if (position < 0 || position >= size) {
      throw new IndexOutOfBoundsException("position " + position + " of " + size);
    }
    return position;
  }
}
