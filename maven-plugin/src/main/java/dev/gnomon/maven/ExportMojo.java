package dev.gnomon.maven;

import dev.gnomon.archive.RunAddress;
import dev.gnomon.archive.RunArchive;
import dev.gnomon.archive.StoredRun;
import dev.gnomon.maven.config.Choice;
import dev.gnomon.maven.config.ConfiguredPath;
import dev.gnomon.maven.config.Setting;
import dev.gnomon.maven.goal.TextFile;
import dev.gnomon.model.Run;
import dev.gnomon.problem.ProblemException;
import dev.gnomon.query.TableExport;
import dev.gnomon.report.exchange.GoBenchmarks;
import dev.gnomon.report.exchange.JmhJson;
import dev.gnomon.report.exchange.OpenMetrics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes the archive in a form that other tools read: its views as Parquet or CSV; every run in
 * Go's benchmark format; the newest run of each module as JMH's own JSON or as OpenMetrics.
 */
@Mojo(name = "export", aggregator = true, threadSafe = true)
public final class ExportMojo extends AskingMojo {
  /** Where to write, relative to the module: a directory, or for text of one file that file. */
  @Parameter(property = "perf.to", required = true)
  String to;

  /** The form: <code>parquet</code>, csv, go, jmh or openmetrics. */
  @Parameter(property = "perf.exportFormat", defaultValue = "parquet")
  String exportFormat;

  private enum Form {
    PARQUET,
    CSV,
    GO,
    JMH,
    OPENMETRICS
  }

  @Override
  void perform() {
    Path target = ConfiguredPath.read(new Setting("perf.to", to), module().base()).orElseThrow();
    Form form =
        Choice.read(new Setting("perf.exportFormat", exportFormat), Form.class, Form.PARQUET);
    switch (form) {
      case PARQUET -> withCache(cache -> told(new TableExport(cache).parquet(target)));
      case CSV -> withCache(cache -> told(new TableExport(cache).csv(target)));
      case GO -> text(target, GoBenchmarks.of(runs(Integer.MAX_VALUE)));
      case OPENMETRICS -> text(target, OpenMetrics.of(runs(1)));
      case JMH -> runs(1).forEach(run -> text(named(target, run), JmhJson.of(run)));
    }
  }

  /** A reactor has a result file for each module, told apart by a number of its own. */
  private Path named(Path target, Run run) {
    int number = modules().indexOf(run.origin().module());
    return number <= 0 ? target : target.resolveSibling(number + "-" + target.getFileName());
  }

  private void told(List<Path> written) {
    written.forEach(path -> getLog().info("Wrote " + path));
  }

  private void text(Path file, String text) {
    TextFile.write(file, text);
    told(List.of(file));
  }

  /** The newest runs of each module, oldest first. */
  private List<Run> runs(int most) {
    RunArchive archive = archive();
    List<Run> runs = new ArrayList<>();
    for (String module : modules()) {
      List<RunAddress> newest = archive.list(module().reactorId(), module);
      newest.stream().limit(most).forEach(address -> read(archive, address, runs));
    }
    runs.sort(Comparator.comparing(Run::startedAt));
    return runs;
  }

  private void read(RunArchive archive, RunAddress address, List<Run> runs) {
    try {
      runs.add(archive.read(address));
    } catch (ProblemException e) {
      if (!skipDamaged || !e.code().equals(StoredRun.DAMAGED)) {
        throw e;
      }
      getLog().warn(e.getMessage());
    }
  }
}
