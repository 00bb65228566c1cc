package dev.gnomon.gate;

import dev.gnomon.compare.Change;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.unit.Figures;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What was accepted, weighed on one day; remembers which of it was of use. */
public final class Acceptances {

  /** The metric by which the absence or failure of a benchmark is accepted. */
  public static final String PRESENCE = "presence";

  private final List<Entry> entries;
  private final LocalDate day;
  private final Set<Acceptance> used = new HashSet<>();

  private record Entry(Acceptance acceptance, Glob glob) {}

  /**
   * Acceptances on a day.
   *
   * @param accepted in the order of the file
   * @param day the day on which they are weighed
   */
  public Acceptances(List<Acceptance> accepted, LocalDate day) {
    this.entries = accepted.stream().map(a -> new Entry(a, new Glob(a.benchmark()))).toList();
    this.day = day;
  }

  /**
   * What acceptances make of a judgement: one that would fail or warn passes where somebody
   * accepted as much and the time is not over. Anything else is left, with a word on why an
   * acceptance did not help.
   */
  public Judgement apply(Judgement judgement) {
    boolean worse =
        switch (judgement.verdict()) {
          case REGRESSED, SUSPECT, MISSING, FAILED -> true;
          case INCOMPARABLE, INCONCLUSIVE, ENVIRONMENT, NEW, IMPROVED, UNCHANGED -> false;
        };
    if (!worse || judgement.effect() == Judgement.Effect.PASSES) {
      return judgement;
    }
    List<String> refusals = new ArrayList<>();
    for (Entry entry : matching(judgement)) {
      used.add(entry.acceptance);
      Optional<String> refusal = refusal(entry.acceptance, judgement.change());
      if (refusal.isEmpty()) {
        return accepted(judgement, entry.acceptance);
      }
      refusals.add(refusal.get());
    }
    return refusals.isEmpty() ? judgement : told(judgement, judgement.effect(), refusals.get(0));
  }

  /** Those that matched nothing that was worse: leftovers to be removed from the file. */
  public List<Acceptance> unused() {
    return entries.stream().map(Entry::acceptance).filter(a -> !used.contains(a)).toList();
  }

  private List<Entry> matching(Judgement judgement) {
    String metric = judgement.change().isPresent() ? judgement.metric().name() : PRESENCE;
    BenchmarkId id = judgement.id();
    return entries.stream()
        .filter(e -> e.acceptance.metric().equals(metric) && e.glob.matches(id))
        .toList();
  }

  private Optional<String> refusal(Acceptance acceptance, Optional<Change> change) {
    if (!acceptance.holdsOn(day)) {
      return Optional.of(
          "it was accepted by %s until %s, which is over"
              .formatted(acceptance.author(), acceptance.expiresOn()));
    }
    return change
        .filter(c -> c.relative() > acceptance.upTo())
        .map(
            c ->
                "only %s was accepted by %s"
                    .formatted(Figures.change(acceptance.upTo()), acceptance.author()));
  }

  private static Judgement accepted(Judgement judgement, Acceptance acceptance) {
    return told(
        judgement,
        Judgement.Effect.ACCEPTED,
        "accepted by %s until %s: %s"
            .formatted(acceptance.author(), acceptance.expiresOn(), acceptance.reason()));
  }

  private static Judgement told(Judgement judgement, Judgement.Effect effect, String more) {
    return new Judgement(
        judgement.id(),
        judgement.metric(),
        judgement.verdict(),
        effect,
        judgement.reason() + "; " + more,
        judgement.rule(),
        judgement.change());
  }
}
