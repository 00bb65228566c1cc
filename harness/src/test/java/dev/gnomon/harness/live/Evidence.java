package dev.gnomon.harness.live;

import dev.gnomon.attribution.Attribution;
import dev.gnomon.environment.Environment;
import dev.gnomon.evaluation.CauseSearch;
import dev.gnomon.evaluation.ProfiledRun;
import dev.gnomon.measure.EvidencePlan;
import dev.gnomon.measure.HostCommand;
import dev.gnomon.measure.Interleave;
import dev.gnomon.measure.Measured;
import dev.gnomon.measure.MeasurementRequest;
import dev.gnomon.measure.MeasurementRequest.PlanKind;
import dev.gnomon.measure.MeasurementRequest.Selection;
import dev.gnomon.measure.PairWishes.Wish;
import dev.gnomon.measure.PairedMeasured;
import dev.gnomon.measure.Profiling;
import dev.gnomon.measure.process.PairedMeasurement;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Origin;
import dev.gnomon.model.ProfileRef;
import dev.gnomon.model.Revision;
import dev.gnomon.model.Run;
import dev.gnomon.model.Sampling;
import dev.gnomon.model.Series;
import dev.gnomon.profile.CollapsedReader;
import dev.gnomon.profile.Profile;
import dev.gnomon.profile.ProfileEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Forks that explain what was planted, as a comparison measures them: in pairs, finely profiled.
 *
 * @param suite what it is planted in
 * @param seed of the order of forks
 */
record Evidence(SampleSuite suite, long seed) {
  /** Iterations of an evidence fork: about 2,000 samples. */
  private static final List<String> LONG = List.of("-i", "20", "-r", "100ms");

  /** One parameter, for the benchmarks that have it. */
  private static final Map<String, List<String>> SHORT_TEXT = Map.of("length", List.of("100"));

  /** Measures both sides of a plant, once for each event. */
  Outcome of(Plant plant) throws IOException {
    String directory = plant.name().replace(' ', '-');
    HostCommand baseline = suite.edited(directory + "-baseline", plant.before());
    HostCommand candidate = suite.edited(directory + "-candidate", plant.after());
    List<Attribution> found = new ArrayList<>();
    for (ProfileEvent event : plant.events()) {
      found.addAll(of(plant, event, apart(baseline, event), apart(candidate, event)));
    }
    return new Outcome(plant, found);
  }

  /** The same host with a place of its own for the profiles of an event. */
  private static HostCommand apart(HostCommand host, ProfileEvent event) {
    return new HostCommand(
        host.java(),
        host.classPath(),
        host.directory(),
        host.workspace().resolve(event.word()),
        host.libraries(),
        host.jvmArgs());
  }

  private List<Attribution> of(
      Plant plant, ProfileEvent event, HostCommand baseline, HostCommand candidate) {
    EvidencePlan plan = new EvidencePlan(event);
    PairedMeasured sides =
        new PairedMeasurement(baseline, candidate, Interleave.ITERATIONS)
            .measure(request(plant, plan), soFar -> wishes(plan, soFar), new OnlyFailures());
    ProfiledRun before = profiled(sides.baseline(), baseline);
    ProfiledRun after = profiled(sides.candidate(), candidate);
    return ids(sides).stream()
        .flatMap(id -> CauseSearch.between(id, plant.changed(), before, after).stream())
        .toList();
  }

  private MeasurementRequest request(Plant plant, EvidencePlan plan) {
    String only = "^" + Pattern.quote(plant.benchmark()) + "$";
    return new MeasurementRequest(
            new Selection(List.of(only), List.of(), SHORT_TEXT, LONG),
            PlanKind.ADAPTIVE,
            1,
            seed,
            Optional.empty(),
            Profiling.Mode.ALWAYS)
        .withProfiling(plan.profiling());
  }

  private static List<Wish> wishes(EvidencePlan plan, PairedMeasured soFar) {
    return plan.wishes(ids(soFar)).next(soFar);
  }

  private static List<BenchmarkId> ids(PairedMeasured sides) {
    return sides.candidate().series().stream().map(Series::id).toList();
  }

  private ProfiledRun profiled(Measured side, HostCommand host) {
    Run run =
        new Run(
            new Origin("dev.gnomon:gnomon", "gnomon-sample-project", Origin.INTERLEAVED, ""),
            Revision.UNKNOWN,
            side.startedAt(),
            side.took(),
            new Environment(side.facts()),
            new Sampling("adaptive", 1, seed, side.complete()),
            side.series(),
            side.notes());
    Path profiles = host.workspace().resolve("profiles");
    return new ProfiledRun(run, ref -> read(profiles, ref));
  }

  private static Optional<Profile> read(Path profiles, ProfileRef ref) {
    if (!ref.present()) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(profiles.resolve(ref.file()))) {
      return Optional.of(CollapsedReader.read(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
