package dev.gnomon.imported;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Which column of a table says what. */
public final class Columns {
  /** What a column can say. */
  enum Field {
    BENCHMARK,
    SCORE,
    UNIT,
    PARAMS,
    MODE,
    THREADS,
    METRIC,
    COMMIT,
    BRANCH,
    DATE,
    DIRTY,
    LABEL;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final String PARAM = "param.";

  /** What {@code perf:export} writes as {@code result.csv}. */
  private static final Columns OWN =
      parse(
          "benchmark=benchmark,score=value,unit=unit,params=params,mode=mode,threads=threads,"
              + "metric=metric,commit=commit,branch=branch,date=started_at,dirty=dirty,"
              + "label=environment");

  /** What JMH writes with {@code -rf csv}, beside a column for each parameter. */
  private static final Columns JMH =
      parse("benchmark=Benchmark,score=Score,unit=Unit,mode=Mode,threads=Threads");

  private static final String PARAM_OF_JMH = "Param: ";

  private final Map<Field, String> fields;
  private final Map<String, String> params;

  private Columns(Map<Field, String> fields, Map<String, String> params) {
    this.fields = Map.copyOf(fields);
    this.params = Map.copyOf(params);
  }

  /**
   * Reads {@code benchmark=name,score=ms,param.size=n}: what each column says and its name.
   *
   * @throws IllegalArgumentException if it is not of that form, names what no column can say, says
   *     a thing twice, or lacks the benchmark or its score
   */
  public static Columns parse(String text) {
    Map<Field, String> fields = new LinkedHashMap<>();
    Map<String, String> params = new LinkedHashMap<>();
    for (String part : text.split(",", -1)) {
      int equals = part.indexOf('=');
      if (equals < 1 || equals == part.length() - 1) {
        throw new IllegalArgumentException("FIELD=COLUMN,FIELD=COLUMN");
      }
      String word = part.substring(0, equals).strip();
      String column = part.substring(equals + 1).strip();
      String before =
          word.startsWith(PARAM)
              ? params.put(word.substring(PARAM.length()), column)
              : fields.put(field(word), column);
      if (before != null) {
        throw new IllegalArgumentException("each field once, and " + word + " stands twice");
      }
    }
    if (!fields.containsKey(Field.BENCHMARK) || !fields.containsKey(Field.SCORE)) {
      throw new IllegalArgumentException("at least benchmark=COLUMN,score=COLUMN");
    }
    return new Columns(fields, params);
  }

  private static Field field(String word) {
    for (Field field : Field.values()) {
      if (field.word().equals(word)) {
        return field;
      }
    }
    throw new IllegalArgumentException(
        "fields of "
            + Arrays.stream(Field.values()).map(Field::word).collect(Collectors.joining(", "))
            + " and param.NAME");
  }

  /** Those of a table that this tool or JMH wrote; empty for another one. */
  static Optional<Columns> known(List<String> head) {
    if (head.containsAll(OWN.fields.values())) {
      return Optional.of(OWN);
    }
    if (!head.containsAll(JMH.fields.values())) {
      return Optional.empty();
    }
    Map<String, String> params = new TreeMap<>();
    head.stream()
        .filter(column -> column.startsWith(PARAM_OF_JMH))
        .forEach(column -> params.put(column.substring(PARAM_OF_JMH.length()), column));
    return Optional.of(new Columns(JMH.fields, params));
  }

  /** Columns that it names and a table does not have. */
  List<String> missingIn(List<String> head) {
    List<String> missing = new ArrayList<>(fields.values());
    missing.addAll(params.values());
    missing.removeAll(head);
    return missing.stream().sorted().toList();
  }

  Optional<String> column(Field field) {
    return Optional.ofNullable(fields.get(field));
  }

  /** Columns of single parameters by the parameters' names. */
  Map<String, String> params() {
    return params;
  }
}
