package dev.gnomon.trend;

/**
 * A history that grows by one run at a time. Immutable: each step gives a new history.
 *
 * <p>Appending looks only at the newest runs, between 512 and 1,024 of them, so its cost does not
 * grow with the history; change points further back are settled. {@link ChangePointDetector#detect}
 * takes the same steps, so both give equal answers.
 */
public final class ChangePointTracker {
  private final Tail tail;

  ChangePointTracker(Tail tail) {
    this.tail = tail;
  }

  /**
   * The history with one more run.
   *
   * @param value the run's value; anything but a positive finite number is a run without a result
   */
  public ChangePointTracker append(double value) {
    Tail longer = tail.copy();
    longer.add(value);
    return new ChangePointTracker(longer);
  }

  /** The history with the environment changed after its newest run. */
  public ChangePointTracker cut() {
    Tail other = tail.copy();
    other.cut();
    return new ChangePointTracker(other);
  }

  /** Runs so far, those without a result included. */
  public int size() {
    return tail.size();
  }

  /** The change points of the history so far. */
  public ChangePoints points() {
    return tail.points();
  }
}
