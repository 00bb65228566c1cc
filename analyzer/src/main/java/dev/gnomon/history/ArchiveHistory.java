package dev.gnomon.history;

import dev.gnomon.archive.RunAddress;
import dev.gnomon.archive.RunArchive;
import dev.gnomon.archive.StoredRun;
import dev.gnomon.model.Run;
import dev.gnomon.model.RunHead;
import dev.gnomon.problem.ProblemException;
import dev.gnomon.trend.ChangePointDetector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads a history from an archive, a few runs at a time: however long it is, no more of it than
 * these is in memory beside what the history keeps.
 */
public final class ArchiveHistory {
  private static final int AT_ONCE = 8;

  private final RunArchive archive;
  private final HistoryQuery query;
  private final Map<String, Integer> skipped = new TreeMap<>();

  private ArchiveHistory(RunArchive archive, HistoryQuery query) {
    this.archive = archive;
    this.query = query;
  }

  /**
   * Reads the history of one module. Runs of other branches, of uncommitted changes and of side by
   * side comparisons are left out, with a word.
   *
   * @throws ProblemException {@code archive-file-damaged} unless the query says to skip such files,
   *     and whatever the archive has to say about its place
   */
  public static History read(RunArchive archive, HistoryQuery query) {
    return new ArchiveHistory(archive, query).read();
  }

  /** What one file gave: readings of a run, or why it is left out. */
  private record Found(
      RunAddress address, Optional<RunHead> head, List<Reading> readings, String leftOut) {
    static Found nothing(RunAddress address, String why) {
      return new Found(address, Optional.empty(), List.of(), why);
    }
  }

  private History read() {
    List<RunAddress> addresses = oldestFirst(archive.list(query.project(), query.module()));
    HistoryBuilder builder = new HistoryBuilder();
    for (int from = 0; from < addresses.size(); from += AT_ONCE) {
      // Readers of an archive keep no state between runs, so a few may be unzipped at once.
      List<Found> found =
          addresses.subList(from, Math.min(addresses.size(), from + AT_ONCE)).parallelStream()
              .map(this::open)
              .toList();
      for (Found one : found) {
        one.head().ifPresent(head -> builder.add(one.address(), head, one.readings()));
        if (one.head().isEmpty()) {
          skipped.merge(one.leftOut(), 1, Integer::sum);
        }
      }
    }
    return builder.build(query, ChangePointDetector.withDefaults(), leftOut());
  }

  /** By time, and by path where two began at once, so that copies of an archive agree. */
  private static List<RunAddress> oldestFirst(List<RunAddress> addresses) {
    List<RunAddress> sorted = new ArrayList<>(addresses);
    sorted.sort(Comparator.comparing(RunAddress::startedAt).thenComparing(RunAddress::path));
    return sorted;
  }

  private Found open(RunAddress address) {
    try {
      RunHead head = archive.readHead(address);
      if (!head.revision().branch().equals(query.branch())) {
        return Found.nothing(address, "of another branch than " + query.branch());
      }
      if (head.revision().dirty()) {
        return Found.nothing(address, "of uncommitted changes");
      }
      Run run = archive.read(address);
      return run.interleaved()
          ? Found.nothing(address, "measured side by side with another")
          : new Found(address, Optional.of(RunHead.of(run)), Reading.of(run), "");
    } catch (ProblemException e) {
      if (query.skipDamaged() && e.code().equals(StoredRun.DAMAGED)) {
        return Found.nothing(address, "damaged: " + address.path());
      }
      throw e;
    }
  }

  private List<String> leftOut() {
    return skipped.entrySet().stream()
        .map(e -> (e.getValue() == 1 ? "1 run" : e.getValue() + " runs") + " " + e.getKey())
        .toList();
  }
}
