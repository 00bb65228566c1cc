package dev.gnomon.maven.goal;

import dev.gnomon.archive.directory.RunFile;
import dev.gnomon.environment.Environment;
import dev.gnomon.environment.Fact;
import dev.gnomon.environment.probe.GitProbe;
import dev.gnomon.environment.probe.MachineProbe;
import dev.gnomon.maven.layout.Found.Benchmarks;
import dev.gnomon.measure.HostCommand;
import dev.gnomon.measure.Measured;
import dev.gnomon.measure.MeasurementListener;
import dev.gnomon.measure.MeasurementRequest;
import dev.gnomon.measure.MeasurementRequest.Selection;
import dev.gnomon.model.Origin;
import dev.gnomon.model.Revision;
import dev.gnomon.model.Run;
import dev.gnomon.model.Sampling;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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
    MeasurementRequest narrowed = without(request, benchmarks.excludes());
    // Asked before the forks run: whoever edits meanwhile does not change what was measured.
    Revision revision = new GitProbe(System.getenv()).revision(base);
    try (Interrupt interrupt = Interrupt.ofThisThread()) {
      Measured measured = measurer.measure(command, narrowed, listener);
      interrupt.measured();
      Run run = run(measured, revision, narrowed, benchmarks.notes());
      RunFile.write(workspace.run(), run);
      interrupt.kept(workspace.run());
      return run;
    }
  }

  private Run run(
      Measured measured, Revision revision, MeasurementRequest request, List<String> layoutNotes) {
    List<String> notes = new ArrayList<>(measured.notes());
    notes.addAll(layoutNotes);
    return new Run(
        origin,
        revision,
        measured.startedAt(),
        measured.took(),
        environment(measured.facts()),
        new Sampling(planName(request), request.forks(), request.seed(), measured.complete()),
        measured.series(),
        notes);
  }

  /** What the forks say of themselves outranks what Maven's JVM can see of the machine. */
  private Environment environment(List<Fact> ofForks) {
    Map<String, Fact> facts = new TreeMap<>();
    MachineProbe.ofThisMachine().facts().forEach(fact -> facts.put(fact.name(), fact));
    ofForks.forEach(fact -> facts.put(fact.name(), fact));
    label.ifPresent(text -> facts.put("label", Fact.strict("label", text)));
    return new Environment(List.copyOf(facts.values()));
  }

  private static String planName(MeasurementRequest request) {
    return switch (request.plan()) {
      case ADAPTIVE -> "adaptive";
      case ANNOTATED -> "annotated";
    };
  }

  private static MeasurementRequest without(MeasurementRequest request, List<String> excludes) {
    Selection asked = request.selection();
    List<String> all = new ArrayList<>(asked.excludes());
    all.addAll(excludes);
    return request.withSelection(
        new Selection(asked.includes(), all, asked.params(), asked.jmhArgs()));
  }
}
