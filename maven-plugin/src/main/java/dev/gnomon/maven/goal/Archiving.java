package dev.gnomon.maven.goal;

import dev.gnomon.archive.KeptArchive;
import dev.gnomon.archive.directory.DirectoryArchive;
import dev.gnomon.archive.git.GitArchive;
import dev.gnomon.archive.postgres.Connector;
import dev.gnomon.archive.postgres.PostgresArchive;
import dev.gnomon.evaluation.Evaluation;
import dev.gnomon.gate.GateDecision.Outcome;
import dev.gnomon.gate.Judgement;
import dev.gnomon.gate.Verdict;
import dev.gnomon.maven.config.ConfiguredPath;
import dev.gnomon.maven.config.Setting;
import dev.gnomon.model.Run;
import dev.gnomon.model.Series;
import dev.gnomon.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Opens the archive, and decides what may become part of it. */
public final class Archiving {
  /** Fewer forks than this never judge anything. */
  private static final int ENOUGH_FORKS = 3;

  private static final String GIT = "git:";

  private Archiving() {}

  /** Connects to the database that a URL names. */
  @FunctionalInterface
  public interface Databases {
    /**
     * Ways into a database.
     *
     * @param url begins with {@code jdbc:postgresql:}
     */
    Connector connector(String url);
  }

  /**
   * Opens an archive.
   *
   * @param setting {@code perf.archive}: a directory, {@code git:BRANCH} or {@code
   *     jdbc:postgresql:…}
   * @param base what a relative directory is relative to, and lies in the repository of a branch
   * @param databases asked where a database is named, and only then
   */
  public static KeptArchive open(Setting setting, Path base, Databases databases) {
    String text = setting.value().orElse(".perf/archive");
    if (text.startsWith(GIT)) {
      return GitArchive.open(base, text.substring(GIT.length()));
    }
    if (text.startsWith("jdbc:postgresql:")) {
      return PostgresArchive.open(databases.connector(text), PostgresArchive.place(text));
    }
    if (text.startsWith("jdbc:")) {
      throw new ProblemException(
          "archive-kind-unknown",
          "%s is %s, which is no kind of archive. Expected a directory such as .perf/archive, a branch such as git:perf-archive, or a database such as jdbc:postgresql://HOST/DATABASE."
              .formatted(setting.property(), PostgresArchive.place(text)));
    }
    Setting given = new Setting(setting.property(), text);
    return new DirectoryArchive(ConfiguredPath.read(given, base).orElseThrow());
  }

  /**
   * Refuses what must not become a baseline: a run with a benchmark that failed, one cut short
   * before it had enough forks, and one that the gate has just called a regression.
   *
   * @param workspace where the evaluation of this very run may lie
   */
  public static void requireRecordable(Run run, Workspace workspace) {
    if (run.interleaved()) {
      throw new ProblemException(
          "run-not-recordable",
          "The run is not recorded: it is one side of a side by side comparison, whose forks are chosen by what they show. Measure afresh with mvn perf:record.");
    }
    List<String> failed = names(run, series -> series.failure().isPresent());
    if (!failed.isEmpty()) {
      throw new ProblemException(
          "run-not-recordable",
          "The run is not recorded: %s failed. Mend the benchmark, or leave it out with"
                  .formatted(String.join(", ", failed))
              + " -Dperf.excludes.");
    }
    int enough = Math.min(ENOUGH_FORKS, run.sampling().forks());
    List<String> thin = names(run, series -> series.goodForks().size() < enough);
    if (run.series().isEmpty() || !thin.isEmpty()) {
      throw new ProblemException(
          "run-not-recordable",
          "The run is not recorded: it was cut short before %s had %d forks. Raise -Dperf.budget,"
                  .formatted(thin.isEmpty() ? "any benchmark" : String.join(", ", thin), enough)
              + " or let it run to its end.");
    }
    regressionsOf(run, workspace)
        .ifPresent(
            names -> {
              throw new ProblemException(
                  "run-not-recordable",
                  "The run is not recorded: check called %s slower, and a regressed run must not"
                          .formatted(names)
                      + " become its own baseline. If the change is intended, measure afresh with"
                      + " mvn perf:record once it is merged.");
            });
  }

  private static List<String> names(Run run, Predicate<Series> which) {
    return run.series().stream()
        .filter(which)
        .map(series -> ProgressText.name(series.id()))
        .toList();
  }

  private static Optional<String> regressionsOf(Run run, Workspace workspace) {
    return LastCheck.evaluationOf(workspace, run)
        .filter(evaluation -> evaluation.decision().outcome() == Outcome.FAILED)
        .map(Archiving::regressed)
        .filter(names -> !names.isEmpty());
  }

  private static String regressed(Evaluation evaluation) {
    return evaluation.judgements().stream()
        .filter(judgement -> judgement.verdict() == Verdict.REGRESSED)
        .map(Judgement::id)
        .map(ProgressText::name)
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
