package dev.gnomon.imported;

import dev.gnomon.json.Fields;
import dev.gnomon.json.JsonDocument;
import dev.gnomon.json.UnreadableException;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Mode;
import dev.gnomon.unit.Direction;
import dev.gnomon.unit.ScoreUnit;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the values of one tool mean in a history of github-action-benchmark.
 *
 * @param name as the action calls the tool: {@code jmh}, {@code go}, {@code customBiggerIsBetter}
 */
record DataTool(String name) {
  private static final Set<String> BIGGER = Set.of("benchmarkjs", "pytest", "customBiggerIsBetter");
  private static final Set<String> SMALLER =
      Set.of(
          "benchmarkdotnet",
          "benchmarkluau",
          "cargo",
          "catch2",
          "customSmallerIsBetter",
          "go",
          "googlecpp",
          "julia");
  private static final Pattern PARAMS =
      Pattern.compile("(\\S+) \\( (\\{.*\\}) \\)", Pattern.DOTALL);
  private static final Pattern THREADS = Pattern.compile("(?m)^threads: ([1-9][0-9]{0,4})$");
  private static final Pattern PROCS = Pattern.compile("(?m)^([1-9][0-9]{0,4}) procs$");

  /** One entry of {@code benches}. */
  record Bench(String name, double value, String unit, String extra) {}

  /** Adds a value to its run. */
  void add(ForkCollector run, Bench bench) {
    if (name.equals("go")) {
      addGo(run, bench);
      return;
    }
    Optional<ScoreUnit> unit = ScoreUnit.find(bench.unit()).filter(this::agrees);
    BenchmarkId id = id(bench, unit.map(ScoreUnit::throughput).orElse(false));
    if (unit.isPresent()) {
      run.time(id, unit.get().nsPerOp(bench.value(), id.threads()), 0);
    } else {
      run.other(id, bench.unit().isBlank() ? "value" : bench.unit(), bench.value(), bench.unit());
    }
  }

  /**
   * Whether the tool's values get better the way that their unit does: where they do not, a time
   * made of them would be judged upside down.
   */
  private boolean agrees(ScoreUnit unit) {
    Direction ofUnit = unit.throughput() ? Direction.HIGHER_IS_BETTER : Direction.LOWER_IS_BETTER;
    return direction().map(ofUnit::equals).orElse(true);
  }

  /** Empty for JMH, which has both, and for tools that are not known. */
  private Optional<Direction> direction() {
    if (BIGGER.contains(name)) {
      return Optional.of(Direction.HIGHER_IS_BETTER);
    }
    return SMALLER.contains(name) ? Optional.of(Direction.LOWER_IS_BETTER) : Optional.empty();
  }

  private BenchmarkId id(Bench bench, boolean throughput) {
    int threads = name.equals("jmh") ? number(THREADS, bench.extra()) : 1;
    Mode mode = throughput ? Mode.THROUGHPUT : Mode.AVERAGE_TIME;
    Matcher params = PARAMS.matcher(bench.name());
    if (name.equals("jmh") && params.matches()) {
      Optional<Map<String, String>> read = params(params.group(2));
      if (read.isPresent()) {
        return BenchmarkId.of(params.group(1), read.get(), mode, threads);
      }
    }
    return BenchmarkId.of(bench.name(), Map.of(), mode, threads);
  }

  private static Optional<Map<String, String>> params(String json) {
    try {
      byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
      Fields params = JsonDocument.readForeign(new ByteArrayInputStream(bytes));
      Map<String, String> values = new TreeMap<>();
      params.names().forEach(param -> values.put(param, params.text(param)));
      return Optional.of(values);
    } catch (UnreadableException e) {
      return Optional.empty(); // then it is part of the name
    }
  }

  private static int number(Pattern pattern, String extra) {
    Matcher matcher = pattern.matcher(extra);
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 1;
  }

  /**
   * A line of Go with several values is there as its first value, whose unit is the rest of the
   * line, and once more value by value, with the unit behind the name.
   */
  private static void addGo(ForkCollector run, Bench bench) {
    String unit = bench.unit().strip();
    String suffix = " - " + unit;
    boolean again = !unit.isEmpty() && bench.name().endsWith(suffix);
    String plain =
        again ? bench.name().substring(0, bench.name().length() - suffix.length()) : bench.name();
    BenchmarkId id = GoName.parse(plain, "", number(PROCS, bench.extra()));
    String first = unit.split("\\s", 2)[0];
    Optional<ScoreUnit> time = GoBenchmarkReader.time(first);
    if (time.isEmpty()) {
      run.other(id, GoBenchmarkReader.metric(first), bench.value(), first);
    } else if (!again || !run.hasTime(id)) {
      run.time(id, time.get().nsPerOp(bench.value(), 1), 0);
    }
  }
}
