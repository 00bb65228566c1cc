package dev.gnomon.maven.goal;

import dev.gnomon.archive.KeptArchive;
import dev.gnomon.archive.RunAddress;
import dev.gnomon.archive.StoredRun;
import dev.gnomon.imported.BenchmarkDataReader;
import dev.gnomon.imported.Columns;
import dev.gnomon.imported.CsvReader;
import dev.gnomon.imported.Format;
import dev.gnomon.imported.GoBenchmarkReader;
import dev.gnomon.imported.ImportFile;
import dev.gnomon.imported.ImportedRun;
import dev.gnomon.jmh.JmhResultReader;
import dev.gnomon.maven.config.Choice;
import dev.gnomon.maven.config.Setting;
import dev.gnomon.model.Run;
import dev.gnomon.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads result files of other tools, and adds their runs to an archive.
 *
 * @param format {@code perf.import.format}: a form, or nothing where the file shows it
 * @param columns {@code perf.import.columns}: which column says what
 * @param unit {@code perf.import.unit}: the unit where no column says it
 */
public record Importing(Setting format, Setting columns, Setting unit) {
  /** Runs that are on their way at once. */
  private static final int BATCH = 100;

  /**
   * Reads a file whole.
   *
   * @return at least one run
   * @throws ProblemException {@code import-file-missing}, {@code import-file-empty}, {@code
   *     import-file-unreadable}, {@code import-column-unknown}, {@code jmh-file-empty}, {@code
   *     jmh-file-unreadable}, {@code invalid-setting}
   */
  public List<ImportedRun> read(Path path) {
    if (!Files.isRegularFile(path)) {
      throw new ProblemException(
          "import-file-missing",
          "perf.file is %s, which is not there. Name the file that holds the results: -Dperf.file=FILE"
              .formatted(path));
    }
    try (InputStream in = Files.newInputStream(path)) {
      return read(ImportFile.read(in, path.toString()), path.toString());
    } catch (IOException e) {
      throw unreadable(path, e);
    } catch (UncheckedIOException e) {
      throw unreadable(path, e.getCause());
    }
  }

  private static ProblemException unreadable(Path path, IOException e) {
    return new ProblemException(
        "import-file-missing",
        "%s cannot be opened: %s. Make it readable, or name another with -Dperf.file."
            .formatted(path, e.getMessage()),
        e);
  }

  private List<ImportedRun> read(ImportFile file, String name) {
    Optional<Columns> asked = columns.value().map(this::parsed);
    Format form =
        format.value().isPresent()
            ? Choice.read(format, Format.class, Format.JMH)
            : asked.isPresent() ? Format.CSV : file.format();
    return switch (form) {
      case JMH -> List.of(JmhResultReader.read(file.open(), name));
      case GO -> GoBenchmarkReader.read(file);
      case CSV -> CsvReader.read(file, asked, unit.value());
      case GITHUB_ACTION -> BenchmarkDataReader.read(file);
      // A profile is no list of results; whoever asks for one does not come here.
      case PROFILE -> throw format.invalid("jmh, go, csv or github-action for results");
    };
  }

  private Columns parsed(String text) {
    try {
      return Columns.parse(text);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(
          "invalid-setting",
          "%s is \"%s\", expected %s.".formatted(columns.property(), text, e.getMessage()),
          e);
    }
  }

  /**
   * Adds runs that the archive does not have. A run that an earlier version of this tool imported
   * from the same results is the same run.
   *
   * @param runs all of one project and module
   * @return where those lie that were added, in the order of the runs
   */
  public static List<RunAddress> addTo(KeptArchive archive, List<Run> runs) {
    Map<String, List<RunAddress>> there = new HashMap<>();
    if (!runs.isEmpty()) {
      Run any = runs.get(0);
      archive
          .list(any.origin().project(), any.origin().module())
          .forEach(at -> there.computeIfAbsent(place(at), unseen -> new ArrayList<>()).add(at));
    }
    List<RunAddress> added = new ArrayList<>();
    List<StoredRun> batch = new ArrayList<>();
    for (Run run : runs) {
      StoredRun stored = StoredRun.of(run);
      List<RunAddress> alike =
          there.computeIfAbsent(place(stored.address()), unseen -> new ArrayList<>());
      if (alike.contains(stored.address())
          || alike.stream().anyMatch(at -> sameResults(archive.read(at), run))) {
        continue;
      }
      batch.add(stored);
      added.add(stored.address());
      if (batch.size() == BATCH) {
        archive.put(batch);
        batch.clear();
      }
    }
    if (!batch.isEmpty()) {
      archive.put(batch);
    }
    return added;
  }

  /** What two runs of the same results share in their addresses. */
  private static String place(RunAddress address) {
    return address.environment() + " " + address.startedAt() + " " + address.commit();
  }

  private static boolean sameResults(Run stored, Run run) {
    return stored.origin().source().equals(run.origin().source())
        && stored.revision().equals(run.revision())
        && stored.startedAt().equals(run.startedAt())
        && stored.environment().equals(run.environment())
        && stored.series().equals(run.series());
  }
}
