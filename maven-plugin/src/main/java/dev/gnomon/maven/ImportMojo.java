package dev.gnomon.maven;

import dev.gnomon.archive.KeptArchive;
import dev.gnomon.archive.RunAddress;
import dev.gnomon.environment.probe.GitProbe;
import dev.gnomon.imported.Format;
import dev.gnomon.imported.ImportedProfiles;
import dev.gnomon.imported.ImportedRun;
import dev.gnomon.maven.config.Choice;
import dev.gnomon.maven.config.ConfiguredPath;
import dev.gnomon.maven.config.Setting;
import dev.gnomon.maven.goal.ImportedRevision;
import dev.gnomon.maven.goal.Importing;
import dev.gnomon.maven.goal.ProfileFile;
import dev.gnomon.maven.goal.ProfiledBenchmark;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Origin;
import dev.gnomon.model.Run;
import dev.gnomon.profile.ProfileEvent;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Brings results of other tools into the archive as runs: JMH's result file, Go's benchmark format,
 * a table in CSV, the <code>data.js</code> of github-action-benchmark. Nothing measured is ever
 * compared with them, as their machine is not known; trends and questions see them. A profile, a
 * JFR recording or collapsed stacks, is imported for a benchmark, and drawn by <code>perf:flame
 * </code>.
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
   * The form of the file: <code>jmh</code>, go, csv, github-action or profile. Default: what the
   * file looks like.
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

  /** The benchmark that a profile is of: <code>package.Class.method</code>. */
  @Parameter(property = "perf.benchmark")
  String benchmark;

  /**
   * Values of the <code>@Param</code> fields of that benchmark: <code>size=10;charset=UTF-8</code>.
   */
  @Parameter(property = "perf.params")
  String params;

  /** What collapsed stacks are of: <code>cpu</code>, wall, alloc or lock. */
  @Parameter(property = "perf.import.event", defaultValue = "cpu")
  String event;

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
    if (isProfile(path)) {
      importProfile(path);
      return;
    }
    List<ImportedRun> found =
        new Importing(
                new Setting("perf.import.format", format),
                new Setting("perf.import.columns", columns),
                new Setting("perf.import.unit", unit))
            .read(path);
    List<Run> runs = dated(found, path);
    KeptArchive target = openArchive(archive);
    List<RunAddress> added = Importing.addTo(target, runs);
    runs.stream().flatMap(run -> run.notes().stream()).distinct().forEach(getLog()::warn);
    tell(runs, added, path, target);
  }

  private List<Run> dated(List<ImportedRun> found, Path path) {
    return new ImportedRevision(
            new Setting("perf.import.commit", commit),
            new Setting("perf.branch", branch),
            new Setting("perf.import.date", date),
            new Setting("perf.label", label))
        .applyTo(
            found,
            origin(Origin.MEASURED),
            new GitProbe(System.getenv()).revision(module().base()),
            path);
  }

  private boolean isProfile(Path path) {
    Setting form = new Setting("perf.import.format", format);
    return form.value().isPresent()
        ? Choice.read(form, Format.class, Format.JMH) == Format.PROFILE
        : ProfileFile.named(path);
  }

  private void importProfile(Path path) {
    Setting name = new Setting("perf.benchmark", benchmark);
    BenchmarkId id =
        new ProfiledBenchmark(name, new Setting("perf.params", params))
            .id()
            .orElseThrow(
                () ->
                    name.invalid(
                        "the benchmark that the profile is of: -Dperf.benchmark=package.Class.method"));
    ImportedProfiles found =
        new ProfileFile(path)
            .read(
                id,
                Choice.read(
                    new Setting("perf.import.event", event), ProfileEvent.class, ProfileEvent.CPU));
    Run run = dated(List.of(found.run()), path).get(0);
    KeptArchive target = openArchive(archive);
    RunAddress address = target.add(run, found.profiles());
    getLog()
        .info(
            "Imported a profile of %s from %s into %s: %s"
                .formatted(id.benchmark(), path, target.place(), address.path()));
    getLog().info("Look at it: mvn perf:flame -Dperf.run=" + address.path());
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
