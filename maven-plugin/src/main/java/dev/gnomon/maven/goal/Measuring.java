package dev.gnomon.maven.goal;

import dev.gnomon.archive.directory.RunFile;
import dev.gnomon.environment.probe.GitProbe;
import dev.gnomon.maven.layout.Found.Benchmarks;
import dev.gnomon.measure.HostCommand;
import dev.gnomon.measure.Measured;
import dev.gnomon.measure.MeasurementListener;
import dev.gnomon.measure.MeasurementRequest;
import dev.gnomon.measure.MeasurementRequest.Selection;
import dev.gnomon.model.Origin;
import dev.gnomon.model.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Measures the benchmarks of one module and keeps the run in {@code run.json}, also where it was
 * cut short.
 *
 * @param origin what the run is filed under
 * @param base base directory of the module
 * @param workspace where everything is written
 * @param label a name for this kind of machine, if the user gave one
 * @param measurer measures
 */
public record Measuring(
    Origin origin, Path base, Workspace workspace, Optional<String> label, Measurer measurer) {

  /** Measures; the run is on disk when this returns. */
  public Run measure(
      Benchmarks benchmarks,
      HostCommand command,
      MeasurementRequest request,
      MeasurementListener listener) {
    MeasurementRequest narrowed = request.withSelection(without(request.selection(), benchmarks));
    // Asked before the forks run: whoever edits meanwhile does not change what was measured.
    Observation observation =
        Observation.here(origin, new GitProbe(System.getenv()).revision(base), label);
    try (Interrupt interrupt = Interrupt.ofThisThread()) {
      Measured measured = measurer.measure(command, narrowed, listener);
      interrupt.measured();
      Run run = observation.run(measured, narrowed, benchmarks.notes());
      RunFile.write(workspace.run(), run);
      interrupt.kept("kept in " + workspace.run());
      return run;
    }
  }

  /** The same selection without what the class path lists and must not run. */
  public static Selection without(Selection asked, Benchmarks benchmarks) {
    List<String> all = new ArrayList<>(asked.excludes());
    all.addAll(benchmarks.excludes());
    return new Selection(asked.includes(), all, asked.params(), asked.jmhArgs());
  }
}
