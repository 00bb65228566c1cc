package dev.gnomon.harness;

import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.openjdk.jmh.results.Result;

/**
 * Tells the secondary results of JMH apart: ours, which begin with a prefix, and all others. JMH's
 * own percentiles of sample mode are left out: they are named after the benchmark, in a unit of its
 * own, and told of however few samples there are.
 */
final class Secondaries {
  /** {@code sampled:p0.99}, with a dot before version 1.37. */
  private static final Pattern PERCENTILE =
      Pattern.compile("(.*[:\\u00b7])?p[01]\\.\\d+", Pattern.DOTALL);

  private Secondaries() {}

  @SuppressWarnings("rawtypes") // JMH's own signatures are raw
  static void forEach(
      Map<String, Result> results,
      BiConsumer<String, Result> ours,
      BiConsumer<String, Result> theirs) {
    results.forEach(
        (label, result) -> {
          // JMH before 1.37 sets a dot before the name.
          String name = label.startsWith("\u00b7") ? label.substring(1) : label;
          if (name.startsWith(IterationProbe.PREFIX)) {
            ours.accept(name.substring(IterationProbe.PREFIX.length()), result);
          } else if (!PERCENTILE.matcher(label).matches()) {
            theirs.accept(name, result);
          }
        });
  }
}
