package dev.gnomon.calibration;

import java.util.Random;

/** Chooses a suite of so many benchmarks out of all, each once. */
record Suite(int all, int size) {

  int[] members(Random random) {
    return random.ints(0, all).distinct().limit(size).toArray();
  }
}
