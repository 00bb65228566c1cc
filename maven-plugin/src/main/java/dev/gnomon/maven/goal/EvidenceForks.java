package dev.gnomon.maven.goal;

import dev.gnomon.attribution.Attribution;
import dev.gnomon.evaluation.CauseSearch;
import dev.gnomon.evaluation.Evaluation;
import dev.gnomon.evaluation.EvidenceNeeds;
import dev.gnomon.evaluation.EvidenceNeeds.Need;
import dev.gnomon.evaluation.ProfiledRun;
import dev.gnomon.maven.goal.PairMeasuring.Sides;
import dev.gnomon.measure.EvidencePlan;
import dev.gnomon.measure.GivenPlan;
import dev.gnomon.measure.Measured;
import dev.gnomon.measure.MeasurementListener;
import dev.gnomon.measure.MeasurementRequest;
import dev.gnomon.measure.MeasurementRequest.Selection;
import dev.gnomon.measure.PairedMeasured;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Run;
import dev.gnomon.model.Series;
import dev.gnomon.problem.ProblemException;
import dev.gnomon.profile.ProfileEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Measures forks of both sides that only explain what changed: profiled too finely to be scored,
 * and never scored.
 */
public final class EvidenceForks {
  /** With less time than this no event gets enough forks to name a frame. */
  private static final Duration LEAST = Duration.ofSeconds(20);

  /**
   * Both sides, ready to be profiled.
   *
   * @param measurer measures pairs
   * @param profiles where the forks leave their profiles
   */
  public record Bench(PairMeasuring.Measurer measurer, SideProfiles profiles) {}

  private final Function<ProfileEvent, Bench> benches;
  private final Set<ProfileEvent> events;
  private final MeasurementRequest request;
  private final Supplier<Duration> left;
  private final MeasurementListener listener;
  private final Consumer<String> say;
  private List<Attribution> found = List.of();

  /**
   * Forks of one comparison.
   *
   * @param benches a place for the profiles of each event, so that none overwrites another's
   * @param events what may be sampled
   * @param request how the sides were measured
   * @param left how much time there still is
   * @param listener told of every fork
   * @param say told in a sentence what is done
   */
  public EvidenceForks(
      Function<ProfileEvent, Bench> benches,
      Set<ProfileEvent> events,
      MeasurementRequest request,
      Supplier<Duration> left,
      MeasurementListener listener,
      Consumer<String> say) {
    this.benches = benches;
    this.events = Set.copyOf(events);
    this.request = request;
    this.left = left;
    this.listener = listener;
    this.say = say;
  }

  /**
   * Looks for the causes of what changed, most important event first, as long as there is time.
   * Where this thread is interrupted, what was found until then stays.
   *
   * @param evaluation what changed
   * @param sides what that rests on
   * @param changed names of classes whose code differs between the sides
   */
  public void search(Evaluation evaluation, Sides sides, Set<String> changed) {
    if (!request.profile().byEvidence()) {
      return;
    }
    List<Attribution> all = new ArrayList<>();
    for (Need need : EvidenceNeeds.of(evaluation, sides.baseline(), sides.candidate(), events)) {
      Duration time = left.get();
      if (Thread.currentThread().isInterrupted()) {
        break;
      }
      if (time.compareTo(LEAST) < 0) {
        say.accept(
            "No time is left for forks that explain a change by %s: perf.budget sets more."
                .formatted(need.event().word()));
        break;
      }
      all.addAll(measured(need, sides, changed, time));
    }
    all.sort(Comparator.comparingInt(a -> order(evaluation, a.id())));
    found = List.copyOf(all);
  }

  private static int order(Evaluation evaluation, BenchmarkId id) {
    List<BenchmarkId> ids = evaluation.judgements().stream().map(j -> j.id()).toList();
    return ids.indexOf(id);
  }

  /** The evaluation with what was found. */
  public Evaluation explain(Evaluation evaluation) {
    return found.isEmpty() ? evaluation : evaluation.with(found);
  }

  private List<Attribution> measured(Need need, Sides sides, Set<String> changed, Duration time) {
    say.accept(
        "Gnomon · looking for the cause of %s by %s: forks with a fine profile, which do not count"
            .formatted(
                need.ids().size() == 1 ? "1 change" : need.ids().size() + " changes",
                need.event().word()));
    EvidencePlan plan = new EvidencePlan(need.event());
    Bench bench = benches.apply(need.event());
    try {
      PairedMeasured measured =
          bench
              .measurer()
              .measure(request(need, plan, sides, time), plan.wishes(need.ids()), listener);
      ProfiledRun baseline = bench.profiles().baseline(run(sides.baseline(), measured.baseline()));
      ProfiledRun candidate =
          bench.profiles().candidate(run(sides.candidate(), measured.candidate()));
      return need.ids().stream()
          .flatMap(id -> CauseSearch.between(id, changed, baseline, candidate).stream())
          .toList();
    } catch (ProblemException e) {
      // The verdict stands without an explanation.
      say.accept("Not explained by %s: %s".formatted(need.event().word(), e.getMessage()));
      return List.of();
    }
  }

  private MeasurementRequest request(Need need, EvidencePlan plan, Sides sides, Duration time) {
    Map<BenchmarkId, GivenPlan> plans =
        sides.candidate().series().stream()
            .filter(series -> need.ids().contains(series.id()))
            .collect(
                Collectors.toMap(
                    Series::id, series -> GivenPlan.always(plan.forks(series.plan()))));
    return request
        .withSelection(only(need.ids()))
        .withPlans(plans)
        .withBudget(time)
        .withProfiling(plan.profiling());
  }

  private Selection only(Collection<BenchmarkId> ids) {
    Selection asked = request.selection();
    List<String> names = ids.stream().map(BenchmarkId::pattern).distinct().toList();
    return new Selection(names, asked.excludes(), asked.params(), asked.jmhArgs());
  }

  private static Run run(Run side, Measured measured) {
    return new Run(
        side.origin(),
        side.revision(),
        measured.startedAt(),
        measured.took(),
        side.environment(),
        side.sampling(),
        measured.series(),
        List.of());
  }
}
