package dev.gnomon.calibration;

import dev.gnomon.compare.Location;
import dev.gnomon.stats.Sample;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Forks of one benchmark that all ran the same code.
 *
 * @param name its name
 * @param iterations steady iterations by fork, ns/op
 * @param values the gate's value of each fork
 * @param spread between-fork standard deviation of the logs of the values
 */
record Population(String name, List<double[]> iterations, List<Double> values, double spread) {

  private static final int WARM_UP = 300;
  private static final int MEASURED = 100;

  static List<Population> read(Path file) {
    return ForkFile.read(file).stream()
        .filter(line -> line.forks().size() >= 10)
        .map(line -> of(line.texts().get("benchmark"), line.forks()))
        .toList();
  }

  private static Population of(String name, List<double[]> forks) {
    List<double[]> steady =
        forks.stream().map(f -> Arrays.copyOfRange(f, WARM_UP, WARM_UP + MEASURED)).toList();
    List<Double> values = steady.stream().map(f -> Location.CHOSEN.of(Sample.of(f))).toList();
    return new Population(name, steady, values, Sample.of(values).log().standardDeviation());
  }

  double value(int fork) {
    return values.get(fork);
  }

  /** So many forks, each any of them with equal chance; the draws are independent. */
  List<Integer> drawn(Random random, int count) {
    return random.ints(count, 0, values.size()).boxed().toList();
  }

  /** All forks in a random order, so that disjoint sets can be dealt. */
  List<Integer> dealt(Random random) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, random);
    return order;
  }
}
