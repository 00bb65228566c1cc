package dev.gnomon.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Times a loop in slices of equal work. */
final class RulerSlices {
  /** Several times the scheduler's longest turn, and short enough for dozens of them. */
  private static final long SLICE_NS = 20_000_000;

  private static final int MOST_SLICES = 60;
  private static final int MOST_WORK = 1 << 24;

  private final RulerLoop loop;
  private final ThreadAccount account;
  private int work = 1;
  private long unused;

  RulerSlices(RulerLoop loop, ThreadAccount account) {
    this.loop = loop;
    this.account = account;
  }

  /**
   * One slice, in nanoseconds; unknown where the kernel does not tell.
   *
   * @param wall from start to end
   * @param onCpu of it on a CPU
   * @param delay of it waiting for one
   */
  record Slice(long wall, long onCpu, long delay) {
    long uncontended() {
      return delay < 0 ? wall : Math.max(1, wall - delay);
    }

    Map<String, Object> fields(String name) {
      return Map.of("loop", name, "wall", wall, "onCpu", onCpu, "delay", delay);
    }
  }

  /** Runs until the compilers have had their time, and finds how much work fills a slice. */
  void warmUp(long ns) {
    long fastest = Long.MAX_VALUE;
    int timed = work;
    for (long start = System.nanoTime(); System.nanoTime() - start < ns; ) {
      long took = slice().uncontended();
      if (took < SLICE_NS / 4 && work < MOST_WORK) {
        work *= 2;
        fastest = Long.MAX_VALUE;
      } else {
        // Slow at first, and again whenever something comes between: the fastest is the code's own.
        fastest = Math.min(fastest, took);
      }
      timed = work;
    }
    if (fastest != Long.MAX_VALUE) {
      work = (int) Math.max(1, Math.min(MOST_WORK, timed * (double) SLICE_NS / fastest));
    }
  }

  List<Slice> measure(long ns) {
    List<Slice> slices = new ArrayList<>();
    for (long start = System.nanoTime();
        System.nanoTime() - start < ns && slices.size() < MOST_SLICES; ) {
      slices.add(slice());
    }
    return slices;
  }

  private Slice slice() {
    Reading.Task before = account.read();
    long start = System.nanoTime();
    unused += loop.run(work);
    long wall = System.nanoTime() - start;
    Reading.Task after = account.read();
    boolean known = before.onCpu() >= 0 && after.onCpu() >= 0;
    return new Slice(
        wall,
        known ? after.onCpu() - before.onCpu() : Reading.UNKNOWN,
        // The readings enclose the slice, so a little more than the slice may have been waited for.
        known ? Math.min(wall, after.delay() - before.delay()) : Reading.UNKNOWN);
  }

  /** The sum of all results, so that no loop can be left out as useless. */
  long unused() {
    return unused;
  }
}
