package dev.gnomon.imported;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gnomon.model.Fork;
import dev.gnomon.model.Iteration;
import dev.gnomon.model.Series;
import dev.gnomon.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Files in memory, and what came of them. */
final class Imports {
  private Imports() {}

  static ImportFile file(String name, String text) {
    return ImportFile.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), name);
  }

  static Series series(ImportedRun run, String benchmark) {
    return run.series().stream()
        .filter(series -> series.id().benchmark().equals(benchmark))
        .findFirst()
        .orElseThrow(() -> new AssertionError(benchmark + " is not in " + run.series()));
  }

  /** Times of all forks of a benchmark in ns/op. */
  static List<Double> times(ImportedRun run, String benchmark) {
    List<Double> times = new ArrayList<>();
    for (Fork fork : series(run, benchmark).forks()) {
      fork.iterations().stream().map(Iteration::nsPerOp).forEach(times::add);
    }
    return times;
  }

  static ProblemException problem(ThrowingCallable call) {
    return catchThrowableOfType(ProblemException.class, call);
  }
}
