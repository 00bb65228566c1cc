package dev.gnomon.archive;

import dev.gnomon.compare.Baseline;
import dev.gnomon.environment.Comparability;
import dev.gnomon.environment.Fingerprint;
import dev.gnomon.model.Run;
import dev.gnomon.model.RunHead;
import dev.gnomon.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Chooses from an archive the runs that a candidate is compared with.
 *
 * <p>A run counts if its strict facts are those of the candidate, its branch or commit is the one
 * asked for, and it began before the candidate did, so that a replay in a year chooses the same
 * runs. Runs of uncommitted changes are kept in the archive and count only where the query says so.
 */
public final class BaselineSelector {

  private final RunArchive archive;
  private final Run candidate;
  private final BaselineQuery query;
  private final BaselineChoice choice;

  private BaselineSelector(RunArchive archive, Run candidate, BaselineQuery query) {
    this.archive = archive;
    this.candidate = candidate;
    this.query = query;
    this.choice = new BaselineChoice(candidate, query);
  }

  /**
   * Chooses comparable runs of a branch or commit, never the candidate itself.
   *
   * @return the runs, newest first, and how they were chosen; without any, why there are none:
   *     which facts differ, with both values, where runs exist but may not be compared
   * @throws ProblemException {@code archive-file-damaged} unless the query says to skip such files,
   *     and whatever the archive has to say about its place
   */
  public static Baseline select(RunArchive archive, Run candidate, BaselineQuery query) {
    return new BaselineSelector(archive, candidate, query).select();
  }

  /**
   * Takes one given run, for instance of a file, if it may be compared.
   *
   * @param name what the choice calls it
   */
  public static Baseline given(Run baseline, Run candidate, String name) {
    Comparability places = Comparability.between(candidate.environment(), baseline.environment());
    return places.comparable()
        ? new Baseline(List.of(baseline), name + ", " + BaselineChoice.label(RunHead.of(baseline)))
        : new Baseline(List.of(), name + " was measured elsewhere: " + places.strictSentence());
  }

  private Baseline select() {
    List<RunAddress> all = archive.list(candidate.origin().project(), candidate.origin().module());
    String here = Fingerprint.of(candidate.environment());
    List<Run> runs = comparable(all.stream().filter(a -> a.environment().equals(here)).toList());
    if (runs.isEmpty()) {
      lookElsewhere(all.stream().filter(a -> !a.environment().equals(here)).toList());
    }
    return new Baseline(runs, choice.sentence(runs));
  }

  private List<Run> comparable(List<RunAddress> addresses) {
    List<Run> runs = new ArrayList<>();
    for (RunAddress address : addresses) {
      if (runs.size() == query.runs()) {
        break;
      }
      head(address)
          .filter(this::eligible)
          .filter(this::sameStrictFacts)
          .flatMap(head -> unlessDamaged(() -> archive.read(address)))
          .ifPresent(runs::add);
    }
    return runs;
  }

  /** A short fingerprint may collide, and a file may be copied to a place that is not its own. */
  private boolean sameStrictFacts(RunHead head) {
    Comparability places = Comparability.between(candidate.environment(), head.environment());
    if (!places.comparable()) {
      choice.elsewhere(head, places);
    }
    return places.comparable();
  }

  private void lookElsewhere(List<RunAddress> addresses) {
    for (RunAddress address : addresses) {
      if (choice.knowsEnough()) {
        return;
      }
      head(address).filter(this::eligible).ifPresent(this::sameStrictFacts);
    }
  }

  private Optional<RunHead> head(RunAddress address) {
    return unlessDamaged(() -> archive.readHead(address));
  }

  private boolean eligible(RunHead head) {
    if (!query.matches(head.revision())) {
      choice.otherRevision(head);
    } else if (!head.startedAt().isBefore(candidate.startedAt())) {
      choice.later(head);
    } else if (head.revision().dirty() && !query.dirtyToo()) {
      choice.dirty();
    } else {
      return true;
    }
    return false;
  }

  @FunctionalInterface
  private interface Reading<T> {
    T read();
  }

  private <T> Optional<T> unlessDamaged(Reading<T> reading) {
    try {
      return Optional.of(reading.read());
    } catch (ProblemException e) {
      if (query.skipDamaged() && e.code().equals(StoredRun.DAMAGED)) {
        choice.damaged();
        return Optional.empty();
      }
      throw e;
    }
  }
}
