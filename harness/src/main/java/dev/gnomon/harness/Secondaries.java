package dev.gnomon.harness;

import java.util.Map;
import java.util.function.BiConsumer;
import org.openjdk.jmh.results.Result;

/** Tells the secondary results of JMH apart: ours, which begin with a prefix, and all others. */
final class Secondaries {
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
          } else {
            theirs.accept(name, result);
          }
        });
  }
}
