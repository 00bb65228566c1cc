package dev.gnomon.maven.goal;

import dev.gnomon.environment.Environment;
import dev.gnomon.environment.Fact;
import dev.gnomon.environment.probe.MachineProbe;
import dev.gnomon.measure.Measured;
import dev.gnomon.measure.MeasurementRequest;
import dev.gnomon.model.Origin;
import dev.gnomon.model.Revision;
import dev.gnomon.model.Run;
import dev.gnomon.model.Sampling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is known around a measurement and makes a run of it.
 *
 * @param origin what the run is filed under
 * @param revision what code is measured
 * @param machine facts that Maven's own JVM can see
 * @param label a name for this kind of machine, if the user gave one
 */
record Observation(Origin origin, Revision revision, List<Fact> machine, Optional<String> label) {

  /** On this machine. */
  static Observation here(Origin origin, Revision revision, Optional<String> label) {
    return new Observation(origin, revision, MachineProbe.ofThisMachine().facts(), label);
  }

  /** The same place, another code. */
  Observation of(Revision other) {
    return new Observation(origin, other, machine, label);
  }

  /** The run that a measurement was. */
  Run run(Measured measured, MeasurementRequest request, List<String> layoutNotes) {
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
    machine.forEach(fact -> facts.put(fact.name(), fact));
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
}
