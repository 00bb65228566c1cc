package dev.gnomon.imported;

import dev.gnomon.environment.Fact;
import dev.gnomon.imported.Columns.Field;
import dev.gnomon.json.Shown;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Metric;
import dev.gnomon.model.Mode;
import dev.gnomon.unit.ScoreUnit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;

/** One row of a table: one value of one benchmark. */
final class CsvRow {
  private static final Format FORM = Format.CSV;

  private final ImportFile file;
  private final Columns columns;
  private final Optional<String> commonUnit;
  private final CSVRecord row;
  private final String where;

  CsvRow(ImportFile file, Columns columns, Optional<String> commonUnit, CSVRecord row) {
    this.file = file;
    this.columns = columns;
    this.commonUnit = commonUnit;
    this.row = row;
    this.where = "row " + row.getRecordNumber();
  }

  void addTo(RunDrafts runs) {
    String unitText = field(Field.UNIT).or(() -> commonUnit).orElse("");
    Optional<ScoreUnit> unit = ScoreUnit.find(unitText);
    BenchmarkId id = id(unit.map(ScoreUnit::throughput).orElse(false));
    String metric = field(Field.METRIC).orElse(Metric.TIME.name());
    double score = score();
    ForkCollector run = runs.run(told(), facts());
    if (!metric.equals(Metric.TIME.name())) {
      run.other(id, metric, score, unitText);
    } else if (unit.isPresent()) {
      run.time(id, unit.get().nsPerOp(score, id.threads()), 0);
    } else {
      run.other(id, unitText.isEmpty() ? "value" : unitText, score, unitText);
    }
  }

  /** What the row has in a column; empty where it is blank or there is no such column. */
  private Optional<String> field(Field field) {
    return columns.column(field).flatMap(this::cell);
  }

  private Optional<String> cell(String column) {
    String text = file.bounded(FORM, row.get(column), where);
    return text.isBlank() ? Optional.empty() : Optional.of(text);
  }

  private double score() {
    String text = field(Field.SCORE).orElse("");
    OptionalDouble score = Numbers.read(text);
    return score.orElseThrow(() -> wrong("the score", text, "a number"));
  }

  private BenchmarkId id(boolean throughput) {
    String name = field(Field.BENCHMARK).orElseThrow(() -> wrong("the benchmark", "", "a name"));
    Map<String, String> params = new TreeMap<>();
    field(Field.PARAMS).ifPresent(text -> split(text, params));
    columns.params().forEach((param, column) -> cell(column).ifPresent(v -> params.put(param, v)));
    Mode usual = throughput ? Mode.THROUGHPUT : Mode.AVERAGE_TIME;
    return BenchmarkId.of(name, params, field(Field.MODE).map(this::mode).orElse(usual), threads());
  }

  /** {@code size=1,text=a}; a part without a name belongs to the value before it. */
  private static void split(String text, Map<String, String> into) {
    String name = "value";
    for (String part : text.split(",", -1)) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        name = part.substring(0, equals);
        into.put(name, part.substring(equals + 1));
      } else {
        into.merge(name, part, (before, rest) -> before + "," + rest);
      }
    }
  }

  private Mode mode(String text) {
    try {
      return Mode.ofLabel(text.strip());
    } catch (IllegalArgumentException e) {
      throw wrong("the mode", text, "thrpt, avgt, sample or ss");
    }
  }

  private int threads() {
    String text = field(Field.THREADS).orElse("1").strip();
    if (!text.matches("[1-9][0-9]{0,5}")) {
      throw wrong("the number of threads", text, "a whole number of at least 1");
    }
    return Integer.parseInt(text);
  }

  private Told told() {
    Optional<Instant> at = field(Field.DATE).map(this::moment);
    return new Told(
        file.commit(FORM, field(Field.COMMIT).orElse(""), where),
        field(Field.BRANCH),
        field(Field.DIRTY).map(this::truth).orElse(false),
        Optional.empty(),
        at);
  }

  private Instant moment(String text) {
    return Moments.read(text)
        .orElseThrow(() -> wrong("the date", text, "a time such as 2026-11-23T06:25:00Z"));
  }

  private boolean truth(String text) {
    if (!text.strip().matches("(?i)true|false")) {
      throw wrong("dirty", text, "true or false");
    }
    return Boolean.parseBoolean(text.strip());
  }

  private List<Fact> facts() {
    return field(Field.LABEL).map(text -> List.of(Fact.strict("label", text))).orElse(List.of());
  }

  private RuntimeException wrong(String what, String found, String expected) {
    return file.unreadable(
        FORM, "%s: %s is %s, expected %s".formatted(where, what, Shown.quoted(found), expected));
  }
}
