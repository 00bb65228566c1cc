package dev.gnomon.evaluation;

import dev.gnomon.compare.Baseline;
import dev.gnomon.compare.Change;
import dev.gnomon.compare.Pairing;
import dev.gnomon.compare.Pairings;
import dev.gnomon.gate.Confirmation;
import dev.gnomon.gate.Confirmed;
import dev.gnomon.gate.GatePolicy;
import dev.gnomon.gate.RuleBook;
import dev.gnomon.gate.Screening;
import dev.gnomon.measure.PairWishes.Wish;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Metric;
import dev.gnomon.model.Run;
import dev.gnomon.model.Series;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Says which pairs of an interleaved measurement are worth measuring next. First every benchmark is
 * screened; then what looks worse is pursued until it is decided; then the rest.
 */
public final class Interleaving {
  /** Who needs more pairs than this many times the last look will not be decided by it. */
  private static final int HOPELESS = 2;

  private static final int[] LOOKS = Confirmation.looks();
  private static final int FIRST_LOOK = LOOKS[0];
  private static final int LAST_LOOK = LOOKS[LOOKS.length - 1];

  /** Pairs without a value, as of a failed profile, may not keep a measurement going forever. */
  private static final int MOST_PAIRS = LAST_LOOK + LAST_LOOK / 2;

  private final GatePolicy policy;
  private final Predicate<Subject> asked;
  private final Subjects subjects;

  private Interleaving(GatePolicy policy, Predicate<Subject> asked) {
    this.policy = policy;
    this.asked = asked;
    this.subjects = new Subjects(new RuleBook(policy.rules()), true);
  }

  /**
   * What is wanted next.
   *
   * @param candidate what was measured of the candidate so far
   * @param baseline what was measured of the baseline in the same session
   * @return most urgent first, all equally important; empty where nothing is worth more pairs
   */
  public static List<Wish> wishes(Run candidate, Run baseline, GatePolicy policy) {
    return new Interleaving(policy, subject -> true).wishes(pairings(candidate, baseline));
  }

  /**
   * What is wanted next to confirm what a screen flagged.
   *
   * @param flagged the benchmarks whose time is in question
   * @see #wishes(Run, Run, GatePolicy)
   */
  public static List<Wish> wishes(
      Run candidate, Run baseline, GatePolicy policy, Set<BenchmarkId> flagged) {
    return new Interleaving(policy, timeOf(flagged))
        .wishes(
            pairings(candidate, baseline).stream().filter(p -> flagged.contains(p.id())).toList());
  }

  /**
   * Where what a screen flagged stands after fresh forks of both sides.
   *
   * @param flagged the benchmarks whose time is in question
   */
  public static List<Confirmed> confirmed(
      Run candidate, Run baseline, GatePolicy policy, Set<BenchmarkId> flagged) {
    Interleaving interleaving = new Interleaving(policy, timeOf(flagged));
    List<Subject> subjects =
        pairings(candidate, baseline).stream()
            .filter(pairing -> pairing.candidate().isPresent() && pairing.known())
            .flatMap(pairing -> interleaving.subjects.of(pairing).stream())
            .filter(interleaving.asked)
            .toList();
    return new PairedJudge(policy, Set.of()).standing(subjects);
  }

  private static Predicate<Subject> timeOf(Set<BenchmarkId> flagged) {
    return subject ->
        subject.metric().equals(Metric.TIME) && flagged.contains(subject.pairing().id());
  }

  private static List<Pairing> pairings(Run candidate, Run baseline) {
    return Pairings.of(candidate, new Baseline(List.of(baseline), ""));
  }

  private List<Wish> wishes(List<Pairing> pairings) {
    List<Wish> unseen = new ArrayList<>();
    List<Subject> seen = new ArrayList<>();
    for (Pairing pairing : pairings) {
      if (open(pairing)) {
        int pairs = pairs(pairing);
        if (pairs < FIRST_LOOK) {
          unseen.add(new Wish(pairing.id(), FIRST_LOOK - pairs));
        }
        subjects.of(pairing).stream().filter(asked).forEach(seen::add);
      }
    }
    return unseen.isEmpty() ? pursued(seen) : unseen;
  }

  private static boolean open(Pairing pairing) {
    return pairing.candidate().isPresent()
        && pairing.known()
        && pairing.candidate().get().series().failure().isEmpty()
        && pairing.baseline().stream().noneMatch(b -> b.series().failure().isPresent())
        && pairs(pairing) < MOST_PAIRS;
  }

  private static int pairs(Pairing pairing) {
    Series series = pairing.candidate().orElseThrow().series();
    return (int) series.forks().stream().filter(fork -> fork.round() >= 0).count();
  }

  private List<Wish> pursued(List<Subject> seen) {
    Map<BenchmarkId, Need> worst = new HashMap<>();
    List<Confirmed> standing = new PairedJudge(policy, Set.of()).standing(seen);
    for (Confirmed confirmed : standing) {
      if (confirmed.state() == Confirmed.State.CONTINUE && confirmed.change().isPresent()) {
        Need need = need(confirmed, confirmed.change().get());
        if (need.suspicious() || !need.hopeless()) {
          worst.merge(confirmed.pairs().id(), need, Need::more);
        }
      }
    }
    boolean suspicion = worst.values().stream().anyMatch(Need::suspicious);
    return worst.entrySet().stream()
        .filter(entry -> entry.getValue().suspicious() || !suspicion)
        .sorted(
            Map.Entry.<BenchmarkId, Need>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(entry -> new Wish(entry.getKey(), entry.getValue().pairs()))
        .toList();
  }

  private static Need need(Confirmed confirmed, Change change) {
    int pairs = Confirmation.nextLook(confirmed) - confirmed.pairs().size();
    double limit = Math.log1p(confirmed.pairs().rule().threshold());
    return new Need(
        Math.max(1, pairs),
        Screening.suspicious(change, limit),
        change.evidence().forksToDecide() > HOPELESS * LAST_LOOK,
        change.evidence().pWorse(),
        change.evidence().forksToDecide());
  }

  /** What one benchmark needs, the most urgent first. */
  private record Need(
      int pairs, boolean suspicious, boolean hopeless, double pWorse, int forksToDecide)
      implements Comparable<Need> {
    private static final Comparator<Need> ORDER =
        Comparator.comparing(Need::suspicious)
            .reversed()
            .thenComparingDouble(Need::pWorse)
            .thenComparingInt(Need::forksToDecide);

    @Override
    public int compareTo(Need other) {
      return ORDER.compare(this, other);
    }

    /** Several metrics of one benchmark share its forks. */
    static Need more(Need one, Need other) {
      Need first = one.compareTo(other) <= 0 ? one : other;
      int pairs = Math.max(one.pairs, other.pairs);
      return new Need(
          pairs,
          first.suspicious,
          one.hopeless && other.hopeless,
          first.pWorse,
          first.forksToDecide);
    }
  }
}
