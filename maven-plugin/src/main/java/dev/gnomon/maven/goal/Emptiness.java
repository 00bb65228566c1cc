package dev.gnomon.maven.goal;

import dev.gnomon.maven.build.ReactorTally;
import dev.gnomon.maven.layout.Found.Nothing;
import dev.gnomon.problem.ProblemException;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Decides whether nothing to measure is an error. A gate that looked at nothing must not pass; a
 * reactor whose modules are mostly without benchmarks must.
 *
 * @param always what {@code perf.failIfNoBenchmarks} says, if it says anything
 * @param tally what is known of the build's other modules
 * @param info takes the word about a module that is skipped
 */
public record Emptiness(Optional<Boolean> always, ReactorTally tally, Consumer<String> info) {

  /**
   * Told about a module with nothing to measure.
   *
   * @throws ProblemException if that is an error
   */
  public void met(String module, Nothing nothing) {
    boolean all = tally.nothingIn(module, nothing.sentence());
    if (always.orElse(tally.alone())) {
      throw new ProblemException(nothing.code(), nothing.message());
    }
    if (all && always.isEmpty()) {
      throw new ProblemException(
          nothing.code(),
          tally.alone()
              ? nothing.message()
              : "No module of this build has anything to measure; the last was %s. %s"
                  .formatted(module, nothing.message()));
    }
    info.accept("%s has %s: skipped.".formatted(module, nothing.sentence()));
  }
}
