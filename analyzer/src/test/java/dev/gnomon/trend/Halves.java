package dev.gnomon.trend;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** A random split into a half to tune on and a half to report. */
record Halves(List<LabelledSeries> tuning, List<LabelledSeries> reported) {
  static Halves of(List<LabelledSeries> all, long seed) {
    List<LabelledSeries> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, new Random(seed));
    int middle = all.size() / 2;
    return new Halves(shuffled.subList(0, middle), shuffled.subList(middle, all.size()));
  }
}
