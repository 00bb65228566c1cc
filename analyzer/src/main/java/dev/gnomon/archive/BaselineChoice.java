package dev.gnomon.archive;

import dev.gnomon.environment.Comparability;
import dev.gnomon.model.Run;
import dev.gnomon.model.RunHead;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Counts what was passed over while a baseline was chosen, and tells it in one sentence. */
final class BaselineChoice {
  private static final int ENOUGH = 10;
  private static final int BRANCHES_SHOWN = 3;

  private final Run candidate;
  private final BaselineQuery query;
  private final TreeSet<String> otherBranches = new TreeSet<>();
  private Optional<Comparability> newestElsewhere = Optional.empty();
  private int elsewhere;
  private int others;
  private int later;
  private int dirty;
  private int damaged;

  BaselineChoice(Run candidate, BaselineQuery query) {
    this.candidate = candidate;
    this.query = query;
  }

  void elsewhere(RunHead head, Comparability places) {
    elsewhere++;
    if (newestElsewhere.isEmpty()) {
      newestElsewhere = Optional.of(places);
    }
  }

  void otherRevision(RunHead head) {
    others++;
    if (!head.revision().branch().isEmpty()) {
      otherBranches.add(head.revision().branch());
    }
  }

  /** A run that began with or after the candidate; the candidate itself is not worth a word. */
  void later(RunHead head) {
    later += head.equals(RunHead.of(candidate)) ? 0 : 1;
  }

  void dirty() {
    dirty++;
  }

  void damaged() {
    damaged++;
  }

  boolean knowsEnough() {
    return elsewhere >= ENOUGH;
  }

  String sentence(List<Run> chosen) {
    String skipped = damaged == 0 ? "" : "; " + runs(damaged) + " skipped as damaged";
    return (chosen.isEmpty() ? whyNone() : how(chosen)) + skipped;
  }

  private String how(List<Run> chosen) {
    String last = chosen.size() == 1 ? "the last run" : "the last " + chosen.size() + " runs";
    return last + " of " + query.revision() + ", newest " + label(RunHead.of(chosen.get(0)));
  }

  private String whyNone() {
    String wanted = query.revision();
    if (newestElsewhere.isPresent()) {
      String count = knowsEnough() ? "the last " + runs(elsewhere) : runs(elsewhere);
      return "%s of %s %s measured elsewhere: %s"
          .formatted(count, wanted, were(elsewhere), newestElsewhere.get().strictSentence());
    }
    if (dirty > 0) {
      return "%s of %s %s measured with uncommitted changes, which are no baseline"
          .formatted(runs(dirty), wanted, were(dirty));
    }
    if (later > 0) {
      return "%s of %s %s measured after this one; name a run file to compare with one of them"
          .formatted(runs(later), wanted, were(later));
    }
    if (others > 0) {
      return "the archive holds no run of %s, but %s%s".formatted(wanted, runs(others), branches());
    }
    return "the archive holds no run of %s %s yet"
        .formatted(candidate.origin().project(), candidate.origin().module());
  }

  private String branches() {
    if (otherBranches.isEmpty()) {
      return " of an unknown branch";
    }
    String shown = String.join(", ", otherBranches.stream().limit(BRANCHES_SHOWN).toList());
    return " of " + shown + (otherBranches.size() > BRANCHES_SHOWN ? " and others" : "");
  }

  /** A run in a word: {@code main@3f2c1ab of 2026-11-01}. */
  static String label(RunHead head) {
    LocalDate day = LocalDate.ofInstant(head.startedAt(), ZoneOffset.UTC);
    return head.revision().label() + " of " + day;
  }

  private static String runs(int count) {
    return count == 1 ? "1 run" : count + " runs";
  }

  private static String were(int count) {
    return count == 1 ? "was" : "were";
  }
}
