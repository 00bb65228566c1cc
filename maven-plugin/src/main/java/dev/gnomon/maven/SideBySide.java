package dev.gnomon.maven;

import dev.gnomon.compare.Asked;
import dev.gnomon.maven.base.PreparedBase;
import dev.gnomon.maven.goal.EvidenceForks;
import dev.gnomon.maven.goal.Measuring;
import dev.gnomon.maven.goal.PairMeasuring;
import dev.gnomon.maven.goal.SideProfiles;
import dev.gnomon.maven.identity.Identity;
import dev.gnomon.maven.identity.OtherFiles;
import dev.gnomon.maven.identity.SameCode;
import dev.gnomon.maven.layout.Found;
import dev.gnomon.maven.layout.Found.Benchmarks;
import dev.gnomon.maven.layout.ModulePaths;
import dev.gnomon.maven.layout.Overlay;
import dev.gnomon.maven.layout.RemovedBenchmarks;
import dev.gnomon.measure.HostCommand;
import dev.gnomon.measure.MeasurementRequest;
import dev.gnomon.measure.MeasurementRequest.Selection;
import dev.gnomon.measure.process.Measurement;
import dev.gnomon.measure.process.PairedMeasurement;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Revision;
import dev.gnomon.problem.ProblemException;
import dev.gnomon.profile.ProfileEvent;
import dev.gnomon.report.text.Visible;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The module at hand and a base of it, to be measured side by side. */
final class SideBySide {
  /** Whose benchmarks run on the base's side. */
  enum Owner {
    CANDIDATE,
    OWN
  }

  private static final String PROFILES = "profiles";

  /** Characters of a list of names. */
  private static final int LONGEST = 500;

  private final MeasuringMojo mojo;
  private final MeasuringSettings settings;
  private final ModulePaths candidate;

  SideBySide(MeasuringMojo mojo) {
    this(mojo, mojo.module().paths());
  }

  SideBySide(MeasuringMojo mojo, ModulePaths candidate) {
    this.mojo = mojo;
    this.candidate = candidate;
    this.settings = new MeasuringSettings(mojo);
  }

  /**
   * The benchmarks of the base's side.
   *
   * @return empty where the base has none, so that all of the candidate's are new
   */
  Optional<Benchmarks> of(PreparedBase base, Benchmarks ours, Owner owner) {
    Optional<Benchmarks> over =
        owner == Owner.OWN ? Optional.empty() : new Overlay(candidate, base.paths()).over(ours);
    if (over.isPresent()) {
      return over;
    }
    Found found = mojo.find(settings, base.paths(), directory().resolve("generated"));
    return found instanceof Benchmarks theirs ? Optional.of(theirs) : Optional.empty();
  }

  /**
   * The benchmarks of the base's side.
   *
   * @throws ProblemException {@code no-benchmarks} where the base has none
   */
  Benchmarks require(PreparedBase base, Benchmarks ours) {
    return of(base, ours, Owner.CANDIDATE)
        .orElseThrow(
            () ->
                new ProblemException(
                    "no-benchmarks",
                    "The baseline's code at %s has no benchmarks to run."
                        .formatted(revision(base).label())));
  }

  /** What is said of benchmarks that were asked for, and that the base alone has. */
  Optional<String> removed(PreparedBase base) {
    Asked asked = settings.asked();
    List<String> names =
        RemovedBenchmarks.between(base.paths(), candidate).stream()
            .filter(asked::covers)
            .sorted()
            .toList();
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "This change removes benchmarks that the base has, so nothing judges what they measured: %s."
                .formatted(Visible.line(String.join(", ", names), LONGEST)));
  }

  /** The candidate's benchmarks that a selection names. */
  List<BenchmarkId> listed(Selection selection, Benchmarks ours) {
    return new Measurement(settings.command(ours)).list(Measuring.without(selection, ours));
  }

  /** What differs between the two sides. */
  static SameCode code(Benchmarks ours, Benchmarks theirs) {
    // Both sides run in one directory, but that of the base may have held other files.
    return SameCode.between(theirs.classPath(), ours.classPath(), OtherFiles.MAY_DIFFER);
  }

  /**
   * Benchmarks that can reach nothing which differs between the two sides, each with the reason.
   */
  static Map<BenchmarkId, String> unchanged(Collection<BenchmarkId> benchmarks, SameCode code) {
    Map<BenchmarkId, String> same = new TreeMap<>();
    for (BenchmarkId id : benchmarks) {
      Identity identity = code.of(id.benchmark());
      if (identity.same()) {
        same.put(id, "not measured: " + identity.reason());
      }
    }
    return same;
  }

  /** The same request without some benchmarks. */
  static MeasurementRequest without(
      MeasurementRequest request, Benchmarks ours, Set<BenchmarkId> unchanged) {
    Selection asked = Measuring.without(request.selection(), ours);
    List<String> excludes = new ArrayList<>(asked.excludes());
    unchanged.stream().map(BenchmarkId::pattern).distinct().forEach(excludes::add);
    return request.withSelection(
        new Selection(asked.includes(), excludes, asked.params(), asked.jmhArgs()));
  }

  /** A place of the base's side for what its host leaves. */
  private Path directory() {
    return mojo.workspace().directory().resolve("baseline-side");
  }

  /** The same of the candidate's side, where a run of its own has left its profiles before. */
  private Path candidateDirectory() {
    return mojo.workspace().directory().resolve("candidate-side");
  }

  /** Measures both sides. */
  PairMeasuring measuring(Benchmarks ours, Benchmarks theirs) {
    HostCommand candidate = settings.command(ours);
    HostCommand baseline = settings.command(theirs, directory());
    return settings.pairMeasuring(baseline, candidate);
  }

  /** Measures both sides, and leaves it to the caller what becomes of it. */
  PairedMeasurement measurement(Benchmarks ours, Benchmarks theirs) {
    return settings.paired(
        settings.command(theirs, directory()), settings.command(ours, candidateDirectory()));
  }

  /** Measures both sides after the candidate was measured alone, whose profiles stay. */
  PairMeasuring measuringAgain(Benchmarks ours, Benchmarks theirs) {
    HostCommand candidate = settings.command(ours, candidateDirectory());
    HostCommand baseline = settings.command(theirs, directory());
    return settings.pairMeasuring(baseline, candidate);
  }

  /**
   * Forks that explain what the two sides differ in.
   *
   * @param request how the sides are measured
   * @param left how much time there still is
   */
  EvidenceForks evidence(
      Benchmarks ours, Benchmarks theirs, MeasurementRequest request, Supplier<Duration> left) {
    return new EvidenceForks(
        event -> bench(event, ours, theirs),
        settings.profileEvents(),
        request,
        left,
        mojo.progressLog(),
        mojo.getLog()::info);
  }

  private EvidenceForks.Bench bench(ProfileEvent event, Benchmarks ours, Benchmarks theirs) {
    Path place = mojo.workspace().directory().resolve("evidence").resolve(event.word());
    Path baseline = place.resolve("baseline");
    Path candidate = place.resolve("candidate");
    PairedMeasurement measurement =
        settings.paired(settings.command(theirs, baseline), settings.command(ours, candidate));
    return new EvidenceForks.Bench(
        measurement::measure,
        new SideProfiles(baseline.resolve(PROFILES), candidate.resolve(PROFILES)));
  }

  /** What the forks of {@link #measuring} left. */
  SideProfiles profiles() {
    return new SideProfiles(mojo.workspace().baselineProfiles(), mojo.workspace().profiles());
  }

  /** What the forks of {@link #measuringAgain} left. */
  SideProfiles profilesAgain() {
    return new SideProfiles(directory().resolve(PROFILES), candidateDirectory().resolve(PROFILES));
  }

  /** The code that the base's side runs. */
  static Revision revision(PreparedBase base) {
    return new Revision(base.commit(), base.label(), false, Optional.empty());
  }
}
