package dev.gnomon.maven;

import dev.gnomon.archive.RunArchive;
import dev.gnomon.environment.probe.GitProbe;
import dev.gnomon.history.ArchiveHistory;
import dev.gnomon.history.History;
import dev.gnomon.history.HistoryQuery;
import dev.gnomon.maven.build.ReactorTally;
import dev.gnomon.maven.config.ConfiguredPath;
import dev.gnomon.maven.config.Setting;
import dev.gnomon.maven.goal.AcceptedFile;
import dev.gnomon.maven.goal.GitCommits;
import dev.gnomon.maven.goal.ShiftCauses;
import dev.gnomon.maven.goal.TrendText;
import dev.gnomon.maven.goal.TrendWriting;
import dev.gnomon.model.Origin;
import dev.gnomon.problem.ProblemException;
import dev.gnomon.report.trend.TrendOptions;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes the history of every benchmark in the archive as a static site under <code>
 * target/perf/trend</code>: where the level changed, what moved together, between which commits,
 * which benchmarks are noisiest, and a feed of new changes. Nothing is measured, and the build does
 * not fail for what the site says. The same archive gives the same bytes.
 */
@Mojo(name = "trend", threadSafe = true)
public final class TrendMojo extends PerfMojo {
  /**
   * The archive: a directory, relative to the top directory of the build; <code>git:BRANCH</code>,
   * a branch of this repository; <code>jdbc:postgresql://HOST/DATABASE</code>. Default: <code>
   * .perf/archive</code>.
   */
  @Parameter(property = "perf.archive", defaultValue = ".perf/archive")
  String archive;

  /**
   * Branch whose runs make the history; runs of changes that are not merged are no part of it.
   * Default: the branch that changes are merged into, as git knows it, else <code>main</code>.
   */
  @Parameter(property = "perf.trend.branch")
  String branch;

  /**
   * Where the site will be served, for the links of its feed: <code>https://ci.example.org/perf/
   * </code>. Default: links relative to the feed.
   */
  @Parameter(property = "perf.trend.address")
  String address;

  /** Whether a damaged run of the archive is left out, with a word on the site, not an error. */
  @Parameter(property = "perf.skipDamaged", defaultValue = "false")
  boolean skipDamaged;

  /** File of what was accepted, relative to the top directory of the build. */
  @Parameter(property = "perf.accepted", defaultValue = ".perf/accepted.json")
  String accepted;

  @Override
  void perform() {
    RunArchive runs = openArchive(archive);
    Origin origin = origin(Origin.MEASURED);
    History history =
        ArchiveHistory.read(
            runs, new HistoryQuery(origin.project(), origin.module(), branch(), skipDamaged));
    if (history.runs().isEmpty()) {
      nothing(history);
      return;
    }
    ShiftCauses causes = new ShiftCauses(runs, history, getLog()::warn);
    TrendWriting.write(history, options(causes), workspace().trend());
    TrendText.lines(history).forEach(getLog()::info);
    getLog().info("Trends: " + workspace().trend().resolve("index.html"));
  }

  private String branch() {
    return new Setting("perf.trend.branch", branch)
        .value()
        .or(() -> new GitProbe(System.getenv()).defaultBranch(module().base()))
        .orElse("main");
  }

  private TrendOptions options(ShiftCauses causes) {
    AcceptedFile file =
        new AcceptedFile(
            ConfiguredPath.read(new Setting("perf.accepted", accepted), module().reactorRoot())
                .orElseThrow());
    return new TrendOptions(
        file.read(),
        new GitCommits(module().base()),
        causes::of,
        new Setting("perf.trend.address", address).value().orElse(""));
  }

  /** In a reactor a module without runs is normal; a build without any is told. */
  private void nothing(History history) {
    String sentence = TrendText.whyNone(history);
    if (ReactorTally.of(session, "trend").nothingIn(history.module(), sentence)) {
      throw new ProblemException(
          "no-history",
          sentence
              + " Record some with mvn perf:record on that branch, or name another: -Dperf.trend.branch=BRANCH, -Dperf.archive=DIRECTORY.");
    }
    getLog().info(sentence + " Skipped.");
  }
}
