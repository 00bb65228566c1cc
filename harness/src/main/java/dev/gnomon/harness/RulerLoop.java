package dev.gnomon.harness;

import java.util.Locale;
import java.util.SplittableRandom;

/** Work that a benchmark might do, in units of a few microseconds. */
interface RulerLoop {
  /** Steps of a unit. */
  int STEPS = 1_000;

  /** Does the work so many times; the result depends on all of it. */
  long run(int units);

  /** The loops there are, each of which meets another kind of disturbance. */
  enum Kind {
    /** Arithmetic in registers: the clock, and whoever shares the core. */
    CPU,
    /** Loads that wait for each other: the caches, and whoever shares them. */
    MEMORY,
    /** Short-lived objects: the memory's bandwidth, and the collector. */
    ALLOCATION;

    RulerLoop create() {
      return switch (this) {
        case CPU -> new Arithmetic();
        case MEMORY -> new Chase();
        case ALLOCATION -> new Allocating();
      };
    }

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A chain of multiplications and shifts. */
  final class Arithmetic implements RulerLoop {
    private long state = 1;

    @Override
    public long run(int units) {
      long x = state;
      for (int unit = 0; unit < units; unit++) {
        for (int step = 0; step < STEPS; step++) {
          x ^= x << 13;
          x ^= x >>> 7;
          x = (x ^ x << 17) * 0x9E3779B97F4A7C15L;
        }
      }
      state = x | 1;
      return x;
    }
  }

  /** One random cycle through more memory than most caches of a core hold. */
  final class Chase implements RulerLoop {
    private static final int MOST_CELLS = 1 << 22;
    private static final int SHARE_OF_HEAP = 8;

    private final int[] next = cycle();
    private int at;

    /** Sattolo's algorithm: a single cycle, so that no chase ends up in a short one. */
    private static int[] cycle() {
      long fits = Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP / Integer.BYTES;
      int[] cells = new int[(int) Math.max(1 << 10, Math.min(MOST_CELLS, fits))];
      for (int i = 0; i < cells.length; i++) {
        cells[i] = i;
      }
      SplittableRandom random = new SplittableRandom(1);
      for (int i = cells.length - 1; i > 0; i--) {
        int other = random.nextInt(i);
        int cell = cells[i];
        cells[i] = cells[other];
        cells[other] = cell;
      }
      return cells;
    }

    @Override
    public long run(int units) {
      int position = at;
      for (int unit = 0; unit < units; unit++) {
        for (int step = 0; step < STEPS; step++) {
          position = next[position];
        }
      }
      at = position;
      return position;
    }
  }

  /** Small arrays, each kept until its place is taken by another. */
  final class Allocating implements RulerLoop {
    private static final int BYTES = 256;
    private static final int ARRAYS = STEPS / 10;
    static final long BYTES_PER_UNIT = (long) BYTES * ARRAYS;
    private static final int KEPT = 1 << 10;

    private final byte[][] kept = new byte[KEPT][];
    private int at;

    @Override
    public long run(int units) {
      long sum = 0;
      for (int unit = 0; unit < units; unit++) {
        for (int array = 0; array < ARRAYS; array++) {
          byte[] fresh = new byte[BYTES];
          fresh[at & BYTES - 1] = (byte) at;
          at = at + 1 & KEPT - 1;
          kept[at] = fresh;
          sum += fresh[BYTES / 2];
        }
      }
      return sum;
    }
  }
}
