package dev.gnomon.imported;

import dev.gnomon.environment.Fact;
import dev.gnomon.json.Fields;
import dev.gnomon.json.JsonDocument;
import dev.gnomon.json.UnreadableException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reads the history that github-action-benchmark keeps: a script that assigns one object, or that
 * object by itself. Every entry is a run; a suite is a place of its own.
 */
public final class BenchmarkDataReader {
  static final String ASSIGNED = "window.BENCHMARK_DATA";

  private static final Format FORM = Format.GITHUB_ACTION;

  private final ImportFile file;
  private final RunDrafts runs;

  private BenchmarkDataReader(ImportFile file) {
    this.file = file;
    this.runs = new RunDrafts(file, FORM);
  }

  /**
   * Reads all entries of a file.
   *
   * @return at least one, in the order of the file
   * @throws dev.gnomon.problem.ProblemException {@code import-file-unreadable}, {@code
   *     import-file-empty}
   */
  public static List<ImportedRun> read(ImportFile file) {
    return new BenchmarkDataReader(file).read();
  }

  private List<ImportedRun> read() {
    byte[] json = object(file.text(FORM).strip()).getBytes(StandardCharsets.UTF_8);
    try {
      Fields suites = JsonDocument.readForeign(new ByteArrayInputStream(json)).object("entries");
      for (String suite : suites.names()) {
        for (Fields entry : suites.objects(suite)) {
          entry.lenientlyAs(
              fields -> {
                entry(fields, suite);
                return fields;
              });
        }
      }
    } catch (UnreadableException e) {
      throw file.unreadable(FORM, e.getMessage());
    }
    return runs.finished("it has no entry with a benchmark");
  }

  private String object(String text) {
    if (!text.startsWith(ASSIGNED)) {
      return text;
    }
    String assigned = text.substring(ASSIGNED.length()).stripLeading();
    if (!assigned.startsWith("=")) {
      throw file.unreadable(FORM, "nothing is assigned to " + ASSIGNED);
    }
    String object = assigned.substring(1).strip();
    return object.endsWith(";") ? object.substring(0, object.length() - 1) : object;
  }

  private void entry(Fields entry, String suite) {
    String where = "an entry of " + suite;
    Fields commit = entry.object("commit");
    long date = entry.whole("date");
    Instant at =
        Moments.ofMillis(date)
            .orElseThrow(
                () -> new IllegalArgumentException("date is " + date + ", expected ms since 1970"));
    Told told =
        new Told(
            file.commit(FORM, commit.text("id"), where),
            Optional.empty(),
            false,
            commit.textIfAny("timestamp").flatMap(Moments::read),
            Optional.of(at));
    List<Fact> facts = List.of(Fact.strict("imported.suite", file.bounded(FORM, suite, where)));
    DataTool tool = new DataTool(entry.text("tool"));
    for (Fields bench : entry.objects("benches")) {
      String name = file.bounded(FORM, bench.text("name"), where);
      String unit = file.bounded(FORM, bench.textIfAny("unit").orElse(""), where);
      String extra = bench.textIfAny("extra").orElse("");
      double value = bench.realIfAny("value").orElse(Double.NaN);
      tool.add(runs.run(told, facts), new DataTool.Bench(name, value, unit, extra));
    }
  }
}
