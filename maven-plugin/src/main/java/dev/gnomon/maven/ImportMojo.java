package dev.gnomon.maven;

import dev.gnomon.archive.KeptArchive;
import dev.gnomon.archive.RunAddress;
import dev.gnomon.environment.probe.GitProbe;
import dev.gnomon.imported.ImportedRun;
import dev.gnomon.maven.config.ConfiguredPath;
import dev.gnomon.maven.config.Setting;
import dev.gnomon.maven.goal.ImportedRevision;
import dev.gnomon.maven.goal.Importing;
import dev.gnomon.model.Origin;
import dev.gnomon.model.Run;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Brings results of other tools into the archive as runs: JMH's result file, Go's benchmark format,
 * a table in CSV, the <code>data.js</code> of github-action-benchmark. Nothing measured is ever
 * compared with them, as their machine is not known; trends and questions see them.
 */
@Mojo(name = "import", threadSafe = true)
public final class ImportMojo extends PerfMojo {
  /** The file, plain or gzipped. */
  @Parameter(property = "perf.file", required = true)
  String file;

  /**
   * The archive: a directory, relative to the top directory of the build; <code>git:BRANCH</code>,
   * a branch of this repository; <code>jdbc:postgresql://HOST/DATABASE</code>. Default: <code>
   * .perf/archive</code>.
   */
  @Parameter(property = "perf.archive", defaultValue = ".perf/archive")
  String archive;

  /**
   * The form of the file: <code>jmh</code>, go, csv or github-action. Default: what the file looks
   * like.
   */
  @Parameter(property = "perf.import.format")
  String format;

  /**
   * Which column of a table says what: <code>benchmark=name,score=value,unit=unit</code>, with any
   * of params, param.NAME, mode, threads, metric, commit, branch, date, dirty and label. Default:
   * the columns of <code>perf:export</code>, or those of JMH.
   */
  @Parameter(property = "perf.import.columns")
  String columns;

  /** Unit of the scores of a table where no column says it, such as <code>ms/op</code>. */
  @Parameter(property = "perf.import.unit")
  String unit;

  /**
   * Commit that was measured, as git names it, for a file of one run. Default: what the file says,
   * else the one that is checked out.
   */
  @Parameter(property = "perf.import.commit")
  String commit;

  /** Branch that was measured. Default: what the file says, else the one that is checked out. */
  @Parameter(property = "perf.branch")
  String branch;

  /**
   * When it was measured, for a file of one run: <code>2026-11-23T06:25:00Z</code>. Default: what
   * the file says, else when the file was last changed.
   */
  @Parameter(property = "perf.import.date")
  String date;

  /** A name for the kind of machine; runs of different labels are never compared. */
  @Parameter(property = "perf.label")
  String label;

  @Override
  void perform() {
    Path path = ConfiguredPath.read(new Setting("perf.file", file), module().base()).orElseThrow();
    List<ImportedRun> found =
        new Importing(
                new Setting("perf.import.format", format),
                new Setting("perf.import.columns", columns),
                new Setting("perf.import.unit", unit))
            .read(path);
    ImportedRevision revision =
        new ImportedRevision(
            new Setting("perf.import.commit", commit),
            new Setting("perf.branch", branch),
            new Setting("perf.import.date", date),
            new Setting("perf.label", label));
    List<Run> runs =
        revision.applyTo(
            found,
            origin(Origin.MEASURED),
            new GitProbe(System.getenv()).revision(module().base()),
            path);
    KeptArchive target = openArchive(archive);
    List<RunAddress> added = Importing.addTo(target, runs);
    runs.stream().flatMap(run -> run.notes().stream()).distinct().forEach(getLog()::warn);
    tell(runs, added, path, target);
  }

  private void tell(List<Run> runs, List<RunAddress> added, Path path, KeptArchive target) {
    long benchmarks =
        runs.stream().flatMap(run -> run.series().stream()).map(s -> s.id()).distinct().count();
    getLog()
        .info(
            "Imported %d runs of %d benchmarks from %s (%s) into %s; %d were there already."
                .formatted(
                    added.size(),
                    benchmarks,
                    path,
                    runs.get(0).origin().source(),
                    target.place(),
                    runs.size() - added.size()));
    if (runs.stream().anyMatch(run -> run.revision().branch().isEmpty())) {
      getLog()
          .warn(
              "The branch of some is not known, and trends show one branch: name it with"
                  + " -Dperf.branch=BRANCH.");
    }
  }
}
