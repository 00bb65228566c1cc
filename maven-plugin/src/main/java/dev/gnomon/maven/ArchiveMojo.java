package dev.gnomon.maven;

import dev.gnomon.archive.KeptArchive;
import dev.gnomon.archive.Retention;
import dev.gnomon.maven.config.Choice;
import dev.gnomon.maven.config.Setting;
import dev.gnomon.maven.goal.PinsFile;
import dev.gnomon.maven.goal.Upkeep;
import dev.gnomon.maven.goal.Upkeep.Action;
import dev.gnomon.problem.ProblemException;
import java.time.Clock;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Looks after an archive: lists what it holds, verifies every run, copies it into another archive,
 * tidies it, or thins a long history.
 */
@Mojo(name = "archive", aggregator = true, threadSafe = true)
public final class ArchiveMojo extends PerfMojo {
  /**
   * The archive: a directory, relative to the top directory of the build; <code>git:BRANCH</code>,
   * a branch of this repository; <code>jdbc:postgresql://HOST/DATABASE</code>. Default: <code>
   * .perf/archive</code>.
   */
  @Parameter(property = "perf.archive", defaultValue = ".perf/archive")
  String archive;

  /**
   * What is done. <code>list</code>; <code>verify</code>: read every run whole, and fail if one is
   * damaged; <code>mirror</code>: copy into <code>perf.to</code> what it does not have; <code>
   * compact</code>: remove what holds no run; <code>prune</code>: thin the history.
   */
  @Parameter(property = "perf.action", defaultValue = "list")
  String action;

  /** The archive that <code>mirror</code> copies into, written like <code>perf.archive</code>. */
  @Parameter(property = "perf.to")
  String to;

  /** Age in days up to which <code>prune</code> keeps every run. */
  @Parameter(property = "perf.keepDays", defaultValue = "90")
  int keepDays;

  /**
   * Age in days up to which <code>prune</code> keeps one run a week of each module, environment and
   * branch; of older ones it keeps one a month.
   */
  @Parameter(property = "perf.keepWeeklyDays", defaultValue = "730")
  int keepWeeklyDays;

  /** Whether <code>prune</code> only tells what it would remove. */
  @Parameter(property = "perf.dryRun", defaultValue = "true")
  boolean dryRun;

  @Override
  void perform() {
    Action wanted = Choice.read(new Setting("perf.action", action), Action.class, Action.LIST);
    KeptArchive kept = openArchive(archive);
    Upkeep upkeep = new Upkeep(kept, line -> getLog().info(line));
    switch (wanted) {
      case LIST -> upkeep.list();
      case VERIFY -> upkeep.verify();
      case MIRROR -> upkeep.mirrorTo(target());
      case COMPACT -> upkeep.compact();
      case PRUNE ->
          upkeep.prune(
              module().reactorId(),
              retention(),
              pins().read(),
              Clock.systemUTC().instant(),
              dryRun);
    }
  }

  private PinsFile pins() {
    return new PinsFile(module().reactorRoot().resolve(PinMojo.FILE));
  }

  private KeptArchive target() {
    return new Setting("perf.to", to)
        .value()
        .map(text -> openArchive("perf.to", text))
        .orElseThrow(
            () ->
                new ProblemException(
                    "invalid-setting",
                    "perf.to is not set, expected the archive to copy into: -Dperf.to=git:perf-archive"));
  }

  private Retention retention() {
    if (keepDays < 0 || keepWeeklyDays < keepDays) {
      throw new ProblemException(
          "invalid-setting",
          "perf.keepDays is %d and perf.keepWeeklyDays is %d, expected 0 or more, and the second no less than the first."
              .formatted(keepDays, keepWeeklyDays));
    }
    return new Retention(keepDays, keepWeeklyDays);
  }
}
