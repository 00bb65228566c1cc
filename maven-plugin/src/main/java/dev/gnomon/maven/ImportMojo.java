package dev.gnomon.maven;

import dev.gnomon.archive.RunAddress;
import dev.gnomon.environment.probe.GitProbe;
import dev.gnomon.jmh.JmhResult;
import dev.gnomon.jmh.JmhResultReader;
import dev.gnomon.maven.config.ConfiguredPath;
import dev.gnomon.maven.config.Setting;
import dev.gnomon.maven.goal.ImportedRevision;
import dev.gnomon.model.Run;
import dev.gnomon.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Stores a result file of plain JMH (<code>-rf json</code>) as a run in the archive. Such a file
 * knows nothing of its machine; give the machine a name with <code>perf.label</code>.
 */
@Mojo(name = "import", threadSafe = true)
public final class ImportMojo extends PerfMojo {
  /** The result file, as JMH's <code>-rf json</code> wrote it. */
  @Parameter(property = "perf.file", required = true)
  String file;

  /**
   * The archive: a directory, relative to the top directory of the build; <code>git:BRANCH</code>,
   * a branch of this repository; <code>jdbc:postgresql://HOST/DATABASE</code>. Default: <code>
   * .perf/archive</code>.
   */
  @Parameter(property = "perf.archive", defaultValue = ".perf/archive")
  String archive;

  /** Commit that was measured, as git names it. Default: the one that is checked out. */
  @Parameter(property = "perf.commit")
  String commit;

  /** Branch that was measured. Default: the one that is checked out. */
  @Parameter(property = "perf.branch")
  String branch;

  /**
   * When it was measured: <code>2026-11-23T06:25:00Z</code>. Default: when the file was last
   * changed.
   */
  @Parameter(property = "perf.date")
  String date;

  /** A name for the kind of machine; runs of different labels are never compared. */
  @Parameter(property = "perf.label")
  String label;

  @Override
  void perform() {
    Path path = ConfiguredPath.read(new Setting("perf.file", file), module().base()).orElseThrow();
    ImportedRevision revision =
        new ImportedRevision(
            new Setting("perf.commit", commit),
            new Setting("perf.branch", branch),
            new Setting("perf.date", date),
            new Setting("perf.label", label));
    Run run =
        revision.applyTo(
            read(path),
            origin(JmhResult.SOURCE),
            new GitProbe(System.getenv()).revision(module().base()),
            path);
    RunAddress address = openArchive(archive).add(run);
    run.notes().forEach(getLog()::warn);
    getLog()
        .info(
            "Imported %d benchmarks from %s as %s"
                .formatted(run.series().size(), path, address.path()));
  }

  private static JmhResult read(Path path) {
    if (!Files.isRegularFile(path)) {
      throw new ProblemException(
          "jmh-file-missing",
          "perf.file is %s, which is not there. Name the file that JMH wrote with -rf json -rff."
              .formatted(path));
    }
    try (InputStream in = Files.newInputStream(path)) {
      return JmhResultReader.read(in, path.toString());
    } catch (IOException e) {
      throw new ProblemException(
          "jmh-file-unreadable",
          "%s cannot be read: %s. Make it readable, or name another with -Dperf.file."
              .formatted(path, e.getMessage()),
          e);
    }
  }
}
