package dev.gnomon.imported;

import dev.gnomon.environment.Fact;
import dev.gnomon.json.Shown;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Metric;
import dev.gnomon.unit.ScoreUnit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads Go's benchmark format: lines of configuration, {@code key: value}, and lines of a name, a
 * count and pairs of a value and a unit. Other lines are none of its business.
 *
 * <p>The configuration tells runs apart: {@code commit}, {@code branch} and {@code date} say what a
 * run is of, {@code cpu}, {@code goos} and {@code goarch} where it ran.
 */
public final class GoBenchmarkReader {
  private static final Format FORM = Format.GO;
  private static final Pattern CONFIGURATION =
      Pattern.compile("(\\p{Ll}[^\\s\\p{Lu}:]{0,99}):(?:[ \\t]+(.*))?");
  private static final Pattern COUNT = Pattern.compile("[0-9]{1,15}");
  private static final Map<String, String> PLACE =
      Map.of("cpu", "cpu.model", "goos", "os.family", "goarch", "os.arch");
  private static final Map<String, String> METRICS =
      Map.of(Metric.ALLOCATION.unit(), Metric.ALLOCATION.name());

  private final ImportFile file;
  private final RunDrafts runs;
  private final Map<String, String> configuration = new TreeMap<>();
  private ForkCollector run;

  private GoBenchmarkReader(ImportFile file) {
    this.file = file;
    this.runs = new RunDrafts(file, FORM);
  }

  /**
   * Reads all runs of a file; each line is one value of its benchmark.
   *
   * @return at least one, in the order of the file
   * @throws dev.gnomon.problem.ProblemException {@code import-file-unreadable}, {@code
   *     import-file-empty}
   */
  public static List<ImportedRun> read(ImportFile file) {
    return new GoBenchmarkReader(file).read();
  }

  private List<ImportedRun> read() {
    String text = file.text(FORM);
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String where = "line " + (i + 1);
      String line = lines.get(i);
      if (line.startsWith(GoName.PREFIX)) {
        benchmark(line, where);
        if (i == lines.size() - 1 && !text.endsWith("\n") && !text.endsWith("\r")) {
          throw file.unreadable(
              FORM, where + " breaks off without a line break, as if it were cut");
        }
      } else {
        configure(line);
      }
    }
    return runs.finished("no line begins with Benchmark and goes on with a count and a value");
  }

  private void configure(String line) {
    Matcher matcher = CONFIGURATION.matcher(line);
    if (matcher.matches()) {
      String value = matcher.group(2) == null ? "" : matcher.group(2).strip();
      configuration.put(matcher.group(1), value);
      run = null;
    }
  }

  private String configured(String key) {
    return configuration.getOrDefault(key, "");
  }

  private void benchmark(String line, String where) {
    String[] fields = line.strip().split("[ \\t]+", -1);
    if (fields.length < 2 || !COUNT.matcher(fields[1]).matches()) {
      return; // prose, or the name that go test -v prints before it starts
    }
    if (fields.length < 4 || fields.length % 2 != 0) {
      throw file.unreadable(
          FORM, where + " does not go on with pairs of a value and a unit: " + Shown.quoted(line));
    }
    String name = file.bounded(FORM, fields[0], where);
    BenchmarkId id = GoName.parse(name, file.bounded(FORM, configured("pkg"), where));
    ForkCollector values = run(where);
    boolean timed = false;
    for (int i = 2; i < fields.length; i += 2) {
      double value = number(fields[i], where);
      String unit = file.bounded(FORM, fields[i + 1], where);
      Optional<ScoreUnit> time = time(unit);
      if (time.isPresent() && !timed) {
        values.time(id, time.get().nsPerOp(value, 1), Double.parseDouble(fields[1]));
        timed = true;
      } else {
        values.other(id, metric(unit), value, unit);
      }
    }
  }

  /** The unit of the benchmark's own time. */
  static Optional<ScoreUnit> time(String unit) {
    return unit.endsWith("/op")
        ? ScoreUnit.find(unit).filter(u -> !u.throughput())
        : Optional.empty();
  }

  /** What a value of another unit is called. */
  static String metric(String unit) {
    return METRICS.getOrDefault(unit, unit);
  }

  private double number(String text, String where) {
    OptionalDouble number = Numbers.read(text);
    return number.orElseThrow(
        () ->
            file.unreadable(
                FORM, where + " has " + Shown.quoted(text) + " where a number belongs"));
  }

  private ForkCollector run(String where) {
    if (run == null) {
      run = runs.run(told(where), facts(where));
    }
    return run;
  }

  private Told told(String where) {
    String date = configured("date");
    Optional<Instant> at = Moments.read(date);
    if (at.isEmpty() && !date.isEmpty()) {
      throw file.unreadable(
          FORM, where + " is of the date " + Shown.quoted(date) + ", which is no time");
    }
    String branch = file.bounded(FORM, configured("branch"), where);
    return new Told(
        file.commit(FORM, configured("commit"), where),
        Optional.of(branch).filter(text -> !text.isEmpty()),
        false,
        Optional.empty(),
        at);
  }

  private List<Fact> facts(String where) {
    List<Fact> facts = new ArrayList<>();
    PLACE.forEach(
        (key, fact) -> {
          String value = file.bounded(FORM, configured(key), where);
          if (!value.isEmpty()) {
            facts.add(Fact.strict(fact, value));
          }
        });
    facts.sort(null);
    return facts;
  }
}
