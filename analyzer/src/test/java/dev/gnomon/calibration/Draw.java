package dev.gnomon.calibration;

import java.util.Arrays;
import java.util.List;

/**
 * A baseline and a candidate of identical code, the candidate's times multiplied by a factor.
 *
 * @param population where the forks come from
 * @param baseline places of the baseline's forks
 * @param candidate places of the candidate's forks
 * @param factor 1 for no change, 1.05 for five percent slower
 */
record Draw(Population population, List<Integer> baseline, List<Integer> candidate, double factor) {

  List<Double> baselineValues() {
    return baseline.stream().map(population::value).toList();
  }

  List<Double> candidateValues() {
    return candidate.stream().map(i -> factor * population.value(i)).toList();
  }

  double[] pooledBaseline(int iterations) {
    return pooled(baseline, iterations, 1);
  }

  double[] pooledCandidate(int iterations) {
    return pooled(candidate, iterations, factor);
  }

  private double[] pooled(List<Integer> forks, int iterations, double times) {
    return forks.stream()
        .map(i -> population.iterations().get(i))
        .flatMapToDouble(fork -> Arrays.stream(fork).limit(iterations))
        .map(t -> times * t)
        .toArray();
  }
}
