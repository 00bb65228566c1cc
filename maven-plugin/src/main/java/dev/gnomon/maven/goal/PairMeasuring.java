package dev.gnomon.maven.goal;

import dev.gnomon.archive.directory.RunFile;
import dev.gnomon.environment.probe.GitProbe;
import dev.gnomon.measure.Measured;
import dev.gnomon.measure.MeasurementListener;
import dev.gnomon.measure.MeasurementRequest;
import dev.gnomon.measure.PairWishes;
import dev.gnomon.measure.PairedMeasured;
import dev.gnomon.model.Origin;
import dev.gnomon.model.Revision;
import dev.gnomon.model.Run;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Measures two sides of a change in pairs of forks until nothing more is wanted.
 *
 * @param origin what the runs are filed under
 * @param base base directory of the module
 * @param label a name for this kind of machine, if the user gave one
 * @param measurer measures
 */
public record PairMeasuring(Origin origin, Path base, Optional<String> label, Measurer measurer) {

  /** Whatever measures in pairs: two host JVMs, or a test's own idea. */
  @FunctionalInterface
  public interface Measurer {
    /** Measures; where the thread is interrupted, what was measured until then. */
    PairedMeasured measure(
        MeasurementRequest request, PairWishes wishes, MeasurementListener listener);
  }

  /**
   * The two sides of one measurement.
   *
   * @param baseline the baseline's run
   * @param candidate the candidate's run
   */
  public record Sides(Run baseline, Run candidate) {}

  /**
   * What to measure with.
   *
   * @param against the code of the baseline
   * @param request which benchmarks, how, and for how long
   * @param wanted which pairs are worth measuring next, given both sides so far
   * @param explain measures what explains the result, once both sides are measured; ends early
   *     where the thread is interrupted
   * @param notes what the runs have to say about themselves
   */
  public record Question(
      Revision against,
      MeasurementRequest request,
      Function<Sides, List<PairWishes.Wish>> wanted,
      Consumer<Sides> explain,
      List<String> notes) {
    public Question {
      notes = List.copyOf(notes);
    }

    /** A question of which nothing needs to be explained. */
    public Question(
        Revision against,
        MeasurementRequest request,
        Function<Sides, List<PairWishes.Wish>> wanted,
        List<String> notes) {
      this(against, request, wanted, sides -> {}, notes);
    }
  }

  /**
   * Measures. Where the build is being stopped, what is known is kept and told before it ends.
   *
   * @param file where the candidate's run is written
   * @param then told what was measured
   */
  public void measure(
      Question question, Path file, MeasurementListener listener, Consumer<Sides> then) {
    // Asked before the forks run: whoever edits meanwhile does not change what was measured.
    Observation candidate =
        Observation.here(origin, new GitProbe(System.getenv()).revision(base), label);
    Observation baseline = candidate.of(question.against());
    MeasurementRequest request = question.request();
    PairWishes wishes =
        soFar ->
            question
                .wanted()
                .apply(
                    new Sides(
                        baseline.run(soFar.baseline(), request, List.of()),
                        candidate.run(soFar.candidate(), request, List.of())));
    try (Interrupt interrupt = Interrupt.ofThisThread()) {
      PairedMeasured measured = measurer.measure(request, wishes, listener);
      Run run = candidate.run(measured.candidate(), request, question.notes());
      Sides sides = new Sides(baseline.run(measured.baseline(), request, List.of()), run);
      try {
        if (!Thread.currentThread().isInterrupted()) {
          question.explain().accept(sides);
        }
      } finally {
        // Whatever becomes of the explanation, what was measured is kept.
        interrupt.measured();
        RunFile.write(file, run);
      }
      then.accept(sides);
      interrupt.kept("kept in " + file);
    }
  }

  /** Both sides where nothing needs to be measured. */
  public Sides unmeasured(Question question, Path file) {
    Observation candidate =
        Observation.here(origin, new GitProbe(System.getenv()).revision(base), label);
    Measured nothing =
        new Measured(List.of(), List.of(), Instant.now(), Duration.ZERO, true, List.of());
    Run run = candidate.run(nothing, question.request(), question.notes());
    RunFile.write(file, run);
    return new Sides(
        candidate.of(question.against()).run(nothing, question.request(), List.of()), run);
  }
}
