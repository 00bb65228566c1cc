package dev.gnomon.maven.goal;

import dev.gnomon.attribution.Attribution;
import dev.gnomon.attribution.Attribution.Cause;
import dev.gnomon.attribution.Weight;
import dev.gnomon.environment.Comparability;
import dev.gnomon.environment.Difference;
import dev.gnomon.evaluation.CauseSearch;
import dev.gnomon.model.Fork;
import dev.gnomon.model.ProfileRef;
import dev.gnomon.model.Series;
import dev.gnomon.problem.ProblemException;
import dev.gnomon.profile.Profile;
import dev.gnomon.profile.ProfileEvent;
import dev.gnomon.report.flame.FlameRequest;
import dev.gnomon.report.flame.FlameSide;
import dev.gnomon.report.text.Causes;
import dev.gnomon.unit.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes the page of one profile, or of two and their difference.
 *
 * @param benchmark whose
 * @param event what was sampled; empty for the first that there is
 */
public record Flaming(ProfiledBenchmark benchmark, Optional<ProfileEvent> event) {

  /** One run's profile. */
  public FlameRequest of(FlameSource source) {
    Series series = benchmark.in(source.run().run(), source.label());
    ProfileEvent shown = shown(series, source);
    return new FlameRequest(
        "Flame graph of " + series.id().shortName(),
        name(series),
        List.of(side(source.label(), source, series, shown)),
        Optional.empty(),
        "");
  }

  /** Both runs' profiles, and how they differ if they were taken alike. */
  public FlameRequest of(FlameSource baseline, FlameSource candidate) {
    Series ours = benchmark.in(candidate.run().run(), candidate.label());
    Series theirs =
        baseline
            .run()
            .run()
            .series(ours.id())
            .orElseGet(() -> benchmark.in(baseline.run().run(), baseline.label()));
    ProfileEvent shown = shown(ours, candidate);
    String obstacle = obstacle(baseline, candidate, ours, theirs);
    Optional<Attribution> difference =
        obstacle.isEmpty() ? difference(ours, shown, baseline, candidate) : Optional.empty();
    boolean drawn = difference.filter(found -> !found.tree().isEmpty()).isPresent();
    return new FlameRequest(
        "Flame graphs of " + ours.id().shortName(),
        name(ours),
        List.of(
            side("baseline", baseline, theirs, shown), side("candidate", candidate, ours, shown)),
        difference.filter(found -> drawn),
        drawn ? "" : obstacle + difference.map(Causes::sentence).orElse(""));
  }

  private static String name(Series series) {
    return series.id().benchmark()
        + (series.id().params().isEmpty() ? "" : " " + series.id().params());
  }

  private ProfileEvent shown(Series series, FlameSource source) {
    Set<ProfileEvent> there =
        series.goodForks().stream()
            .map(Fork::profile)
            .filter(ProfileRef::present)
            .flatMap(ref -> ProfileEvent.named(ref.event()).stream())
            .collect(Collectors.toSet());
    return event
        .or(() -> there.stream().sorted().findFirst())
        .filter(there::contains)
        .orElseThrow(
            () ->
                new ProblemException(
                    "no-profile",
                    "%s has no profile of %s at %s, but of %s. Name one of these with -Dperf.flame.event."
                        .formatted(
                            name(series),
                            event.map(ProfileEvent::word).orElse("any event"),
                            source.label(),
                            there.isEmpty()
                                ? "none"
                                : there.stream()
                                    .map(ProfileEvent::word)
                                    .sorted()
                                    .collect(Collectors.joining(", ")))));
  }

  private static FlameSide side(
      String name, FlameSource source, Series series, ProfileEvent shown) {
    List<Profile> read = new ArrayList<>();
    ProfileRef how = ProfileRef.OFF;
    for (Fork fork : series.goodForks()) {
      ProfileRef ref = fork.profile();
      if (ref.present() && ref.event().equals(shown.word())) {
        how = ref;
        source.run().profiles().apply(ref).ifPresent(read::add);
      }
    }
    Profile sum = read.stream().reduce(Profile.EMPTY, Profile::plus);
    return new FlameSide(
        name, source.label(), words(how, shown, read.size()), sum, unit(how, shown));
  }

  private static String words(ProfileRef how, ProfileEvent shown, int forks) {
    String every =
        how.intervalNs() > 0
            ? " every " + Figures.quantity((double) how.intervalNs(), shown.unit())
            : "";
    String by = how.engine().isEmpty() ? "" : " by " + how.engine();
    return shown.word() + every + by + (forks == 1 ? " in 1 fork" : " in " + forks + " forks");
  }

  /** Of a foreign profile without an interval it is not known what its counts are. */
  private static String unit(ProfileRef how, ProfileEvent shown) {
    boolean time = shown == ProfileEvent.CPU || shown == ProfileEvent.WALL;
    return time && how.intervalNs() == 0 ? "samples" : shown.unit();
  }

  /** Why the two are not compared whatever was sampled; empty where nothing stands in the way. */
  private static String obstacle(
      FlameSource baseline, FlameSource candidate, Series ours, Series theirs) {
    if (!ours.id().equals(theirs.id())) {
      return "The two are not compared: they are of different benchmarks, %s and %s."
          .formatted(name(theirs), name(ours));
    }
    String differences =
        Comparability.between(
                candidate.run().run().environment(), baseline.run().run().environment())
            .strict()
            .stream()
            .filter(difference -> difference.name().startsWith("jvm."))
            .map(Difference::sentence)
            .collect(Collectors.joining("; "));
    return differences.isEmpty()
        ? ""
        : "The two are not compared: they ran on different JVMs (%s).".formatted(differences);
  }

  private static Optional<Attribution> difference(
      Series series, ProfileEvent shown, FlameSource baseline, FlameSource candidate) {
    return CauseSearch.between(series.id(), Set.of(), baseline.run(), candidate.run()).stream()
        .filter(found -> found.weight() == Weight.of(shown))
        .filter(found -> found.cause() != Cause.NO_CHANGE || !found.tree().isEmpty())
        .findFirst();
  }
}
