package dev.gnomon.maven.goal;

import dev.gnomon.archive.ArchiveCheck;
import dev.gnomon.archive.ArchiveCheck.Damage;
import dev.gnomon.archive.KeptArchive;
import dev.gnomon.archive.Mirror;
import dev.gnomon.archive.Pins;
import dev.gnomon.archive.Retention;
import dev.gnomon.archive.Retention.Candidate;
import dev.gnomon.archive.RunAddress;
import dev.gnomon.archive.RunName;
import dev.gnomon.problem.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What is done with an archive as a whole, told line by line.
 *
 * @param archive the archive
 * @param told takes each line
 */
public record Upkeep(KeptArchive archive, Consumer<String> told) {

  /** What can be done. */
  public enum Action {
    LIST,
    VERIFY,
    MIRROR,
    COMPACT,
    PRUNE
  }

  /** Tells what is there: one line a module and environment, the one with the newest run first. */
  public void list() {
    Map<String, List<RunAddress>> groups = new LinkedHashMap<>();
    List<RunAddress> all = archive.all();
    for (RunAddress address : all) {
      groups.computeIfAbsent(group(address), name -> new ArrayList<>()).add(address);
    }
    told.accept("%s holds %s".formatted(archive.place(), runs(all.size())));
    groups.forEach(
        (name, runs) ->
            told.accept(
                "  %s: %s, %s … %s, newest %s"
                    .formatted(
                        name,
                        runs(runs.size()),
                        day(runs.get(runs.size() - 1)),
                        day(runs.get(0)),
                        newest(runs.get(0)))));
  }

  private String newest(RunAddress address) {
    try {
      return archive.readHead(address).revision().label();
    } catch (ProblemException e) {
      return "damaged: " + address.path();
    }
  }

  private static String group(RunAddress address) {
    String[] parts = address.path().split("/", -1);
    return parts[1].replace('+', ':') + " " + parts[2] + " on " + address.environment();
  }

  private static LocalDate day(RunAddress address) {
    return LocalDate.ofInstant(address.startedAt(), ZoneOffset.UTC);
  }

  /**
   * Reads every run whole.
   *
   * @throws ProblemException {@code archive-damaged} after each damaged run was named; {@code
   *     no-history} where there is no run
   */
  public void verify() {
    int all = requireRuns();
    List<Damage> damages = ArchiveCheck.of(archive);
    damages.forEach(damage -> told.accept(damage.found()));
    if (!damages.isEmpty()) {
      throw new ProblemException(
          "archive-damaged",
          "%d of %s in %s are not what they should be; each is named above. Restore them from a copy (mvn perf:archive -Dperf.action=mirror), or delete them to do without."
              .formatted(damages.size(), runs(all), archive.place()));
    }
    told.accept("%s is sound: %s read".formatted(archive.place(), runs(all)));
  }

  /** A copy or a check of nothing is a mistake, most often in the archive's name. */
  private int requireRuns() {
    int all = archive.all().size();
    if (all == 0) {
      throw new ProblemException(
          "no-history",
          "%s holds no run. Record one with mvn perf:record, or name the archive that has some: -Dperf.archive=DIRECTORY"
              .formatted(archive.place()));
    }
    return all;
  }

  /**
   * Copies into another archive what it does not have.
   *
   * @throws ProblemException {@code no-history} where there is no run
   */
  public void mirrorTo(KeptArchive other) {
    requireRuns();
    int copied = Mirror.copy(archive, other);
    told.accept("Copied %s from %s to %s".formatted(runs(copied), archive.place(), other.place()));
  }

  /** Gives back what holds no run. */
  public void compact() {
    told.accept(archive.compact());
  }

  /**
   * Removes what a policy does not keep of one project: only its own pins are known here.
   *
   * @param project group and artifact of its root
   * @param pins what always stays
   * @param now the moment ages are counted from
   * @param dryRun whether it is only told
   */
  public void prune(String project, Retention retention, Pins pins, Instant now, boolean dryRun) {
    List<Candidate> candidates =
        archive.all().stream()
            .filter(address -> address.path().startsWith(RunName.project(project)))
            .map(address -> new Candidate(address, archive.readHead(address)))
            .toList();
    List<RunAddress> surplus =
        retention.surplus(
            candidates, run -> pins.all().stream().anyMatch(pin -> pin.holds(run.address())), now);
    surplus.forEach(address -> told.accept("  " + address.path()));
    if (dryRun) {
      told.accept(
          "%s of %d would be removed from %s; nothing was. Remove them with -Dperf.dryRun=false"
              .formatted(runs(surplus.size()), candidates.size(), archive.place()));
      return;
    }
    archive.remove(surplus);
    told.accept(
        "Removed %s of %d from %s"
            .formatted(runs(surplus.size()), candidates.size(), archive.place()));
  }

  private static String runs(int count) {
    return count == 1 ? "1 run" : count + " runs";
  }
}
