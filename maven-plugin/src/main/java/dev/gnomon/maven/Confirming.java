package dev.gnomon.maven;

import dev.gnomon.compare.Baseline;
import dev.gnomon.evaluation.Confirmations;
import dev.gnomon.evaluation.Evaluation;
import dev.gnomon.evaluation.Evaluator;
import dev.gnomon.evaluation.Interleaving;
import dev.gnomon.gate.Acceptance;
import dev.gnomon.gate.Judgement;
import dev.gnomon.gate.Screening;
import dev.gnomon.maven.base.BasePreparation;
import dev.gnomon.maven.base.BaseRequest;
import dev.gnomon.maven.base.Preparation;
import dev.gnomon.maven.base.Preparation.Ready;
import dev.gnomon.maven.base.PreparedBase;
import dev.gnomon.maven.goal.EvidenceForks;
import dev.gnomon.maven.goal.Judging;
import dev.gnomon.maven.goal.PairMeasuring;
import dev.gnomon.maven.goal.PairMeasuring.Question;
import dev.gnomon.maven.goal.PairMeasuring.Sides;
import dev.gnomon.maven.goal.SideProfiles;
import dev.gnomon.maven.identity.SameCode;
import dev.gnomon.maven.layout.Found.Benchmarks;
import dev.gnomon.measure.GivenPlan;
import dev.gnomon.measure.MeasurementRequest;
import dev.gnomon.measure.MeasurementRequest.Selection;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Revision;
import dev.gnomon.model.Run;
import dev.gnomon.model.Series;
import dev.gnomon.problem.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Measures what a stored baseline made suspicious once more, side by side with the baseline's own
 * code: a slow phase of the machine between two runs looks like a change, and here it does not.
 */
final class Confirming {
  private static final Duration DEFAULT_BUDGET = Duration.ofMinutes(10);

  /** When suspicions are confirmed. */
  enum When {
    /** Where the baseline's code can be built. */
    AUTO,
    /** As auto, and what nobody could decide too; it is an error where it cannot be built. */
    ALWAYS,
    NEVER
  }

  /**
   * What the stored baseline gave.
   *
   * @param evaluation the verdicts
   * @param candidate the run they are about
   * @param baseline the runs they rest on
   * @param accepted what was accepted
   */
  record Screened(
      Evaluation evaluation, Run candidate, Baseline baseline, List<Acceptance> accepted) {}

  private final GateMojo mojo;
  private final When when;
  private final BaseRequest request;
  private final long began;

  /**
   * A confirmation.
   *
   * @param began when the goal began, by {@link System#nanoTime}: its budget holds for all of it
   */
  Confirming(GateMojo mojo, When when, BaseRequest request, long began) {
    this.mojo = mojo;
    this.when = when;
    this.request = request;
    this.began = began;
  }

  /**
   * Confirms or clears every suspicion.
   *
   * @param screened what the stored baseline gave
   * @param ours the candidate's benchmarks
   * @param finish told the evaluation, also where the build is being stopped meanwhile
   * @throws ProblemException with {@link When#ALWAYS} where it cannot be done; {@code interrupted}
   *     where the build is being stopped
   */
  void confirm(Screened screened, Benchmarks ours, Consumer<Evaluation> finish) {
    List<Judgement> open = open(screened.evaluation());
    Optional<Fresh> fresh = open.isEmpty() ? Optional.empty() : fresh(screened, open, ours);
    if (fresh.isEmpty()) {
      finish.accept(screened.evaluation());
      return;
    }
    Evaluation known = withSameCode(screened, fresh.get().sameCode());
    if (fresh.get().flagged().isEmpty()) {
      finish.accept(known);
      return;
    }
    confirm(screened, known, fresh.get(), finish);
  }

  private void confirm(
      Screened screened, Evaluation known, Fresh fresh, Consumer<Evaluation> finish) {
    MeasurementRequest asked = request(screened.candidate(), fresh.flagged());
    Deadline deadline =
        asked
            .budget()
            .map(budget -> Deadline.of(budget, began))
            .orElseGet(() -> Deadline.of(DEFAULT_BUDGET, System.nanoTime()));
    MeasurementRequest limited = asked.withBudget(deadline.forMeasuring(asked.profile()));
    EvidenceForks evidence = fresh.evidence(limited, deadline::left);
    Function<Sides, Evaluation> judge =
        sides -> confirmed(known, sides, fresh.flagged(), screened.accepted());
    Question question =
        new Question(
            fresh.revision(),
            limited,
            soFar ->
                Interleaving.wishes(
                    soFar.candidate(), soFar.baseline(), known.policy(), fresh.flagged()),
            sides -> evidence.search(judge.apply(sides), sides, fresh.code().differing()),
            List.of());
    fresh
        .measuring()
        .measure(
            question,
            mojo.workspace().confirmation().resolve("candidate.json"),
            mojo.progressLog(),
            sides -> {
              Judging.keepConfirmation(sides, mojo.workspace());
              finish.accept(
                  fresh
                      .profiles()
                      .explain(
                          evidence.explain(judge.apply(sides)), sides, fresh.code().differing()));
            });
  }

  private List<Judgement> open(Evaluation evaluation) {
    return switch (when) {
      case NEVER -> List.of();
      case AUTO -> Screening.suspects(evaluation.judgements());
      case ALWAYS -> Screening.flagged(evaluation.judgements());
    };
  }

  /**
   * What is to be measured afresh.
   *
   * @param sides where both sides are
   * @param ours the candidate's benchmarks
   * @param theirs the baseline's
   * @param revision the baseline's code
   * @param code what differs between the sides
   * @param sameCode benchmarks that run the same code on both sides: what differs is the machine
   * @param flagged the others that are suspected or undecided
   */
  private record Fresh(
      SideBySide sides,
      Benchmarks ours,
      Benchmarks theirs,
      Revision revision,
      SameCode code,
      Set<BenchmarkId> sameCode,
      Set<BenchmarkId> flagged) {
    PairMeasuring measuring() {
      return sides.measuringAgain(ours, theirs);
    }

    SideProfiles profiles() {
      return sides.profilesAgain();
    }

    EvidenceForks evidence(MeasurementRequest request, Supplier<Duration> left) {
      return sides.evidence(ours, theirs, request, left);
    }
  }

  private Optional<Fresh> fresh(Screened screened, List<Judgement> open, Benchmarks ours) {
    try {
      new MeasuringSettings(mojo).layout().requireNoJar();
      Revision revision = screened.baseline().runs().get(0).revision();
      PreparedBase base = base(revision);
      SideBySide sides = new SideBySide(mojo);
      Benchmarks theirs = sides.require(base, ours);
      Set<BenchmarkId> flagged =
          open.stream().map(Judgement::id).collect(Collectors.toCollection(TreeSet::new));
      SameCode code = SideBySide.code(ours, theirs);
      Set<BenchmarkId> same = SideBySide.unchanged(flagged, code).keySet();
      flagged.removeAll(same);
      if (!flagged.isEmpty()) {
        mojo.getLog()
            .info(
                "Gnomon · confirming %d of %d benchmarks side by side with %s"
                    .formatted(
                        flagged.size(),
                        screened.evaluation().candidate().benchmarks(),
                        revision.label()));
      }
      return Optional.of(new Fresh(sides, ours, theirs, revision, code, same, flagged));
    } catch (ProblemException e) {
      if (when == When.ALWAYS || e.code().equals("interrupted")) {
        throw e;
      }
      mojo.getLog().warn("Not confirmed on fresh forks of both sides: " + e.getMessage());
      return Optional.empty();
    }
  }

  private PreparedBase base(Revision revision) {
    if (revision.commit().isEmpty() || revision.dirty()) {
      throw new ProblemException(
          "base-unknown",
          "The baseline is of %s, which no commit holds, so it cannot be built again. Record baselines from a clean checkout."
              .formatted(revision.label()));
    }
    Preparation preparation =
        new BasePreparation(mojo.getLog()::info).prepareCommit(request, revision.commit());
    if (preparation instanceof Ready ready) {
      return ready.base();
    }
    throw new ProblemException(
        "base-unknown",
        "The baseline's commit %s has no module %s to build."
            .formatted(revision.label(), mojo.module().name()));
  }

  /** The flagged benchmarks alone, by the plans that their run was measured by. */
  private MeasurementRequest request(Run candidate, Set<BenchmarkId> flagged) {
    MeasurementRequest asked = new MeasuringSettings(mojo).request();
    Map<BenchmarkId, GivenPlan> plans =
        candidate.series().stream().collect(Collectors.toMap(Series::id, GivenPlan::of));
    Selection selection = asked.selection();
    List<String> names = flagged.stream().map(BenchmarkId::pattern).distinct().toList();
    return asked
        .withSelection(
            new Selection(names, selection.excludes(), selection.params(), selection.jmhArgs()))
        .withPlans(plans);
  }

  private static Evaluation withSameCode(Screened screened, Set<BenchmarkId> same) {
    return same.isEmpty()
        ? screened.evaluation()
        : Evaluator.evaluate(
            screened.candidate(),
            screened.baseline(),
            screened.evaluation().policy(),
            screened.accepted(),
            same);
  }

  private static Evaluation confirmed(
      Evaluation known, Sides sides, Set<BenchmarkId> flagged, List<Acceptance> accepted) {
    return Confirmations.apply(
        known,
        Interleaving.confirmed(sides.candidate(), sides.baseline(), known.policy(), flagged),
        accepted);
  }
}
