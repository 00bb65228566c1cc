package dev.gnomon.query;

import dev.gnomon.problem.ProblemException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says why a question has no answer: its place, and what could have been asked. */
final class QueryProblem {
  private static final Pattern REFUSED =
      Pattern.compile(
          "(?is).*(permission error|read-only|configuration has been locked|disabled by configuration"
              + "|file system operations are disabled).*");
  private static final Pattern LIMIT =
      Pattern.compile("(?is).*(INTERRUPT Error|Out of Memory|could not allocate).*");
  private static final int LONGEST = 2000;

  private QueryProblem() {}

  static ProblemException of(String sql, SQLException e, QueryLimits limits) {
    String found = String.valueOf(e.getMessage()).replace("java.sql.SQLException: ", "").strip();
    String told = found.length() > LONGEST ? found.substring(0, LONGEST) + "…" : found;
    if (LIMIT.matcher(found).matches()) {
      return new ProblemException(
          "query-limit",
          "The question was stopped: it took more than %d s or %d MB (%s). Ask for less: fewer runs, columns or joins."
              .formatted(limits.time().toSeconds(), limits.megabytes(), told),
          e);
    }
    if (REFUSED.matcher(found).matches()) {
      return new ProblemException(
          "query-refused",
          "The question was refused: %s%nA question reads the views of the archive and nothing else. To write files, use mvn perf:export."
              .formatted(told),
          e);
    }
    return new ProblemException(
        "query-invalid",
        "The question is no valid SQL: %s%nExpected columns of %s.".formatted(told, columns(sql)),
        e);
  }

  private static String columns(String sql) {
    List<View> named =
        Arrays.stream(View.values()).filter(view -> isIn(view.sqlName(), sql)).toList();
    return (named.isEmpty() ? Arrays.asList(View.values()) : named)
        .stream()
            .map(
                view ->
                    view.sqlName()
                        + " ("
                        + view.columns().stream()
                            .map(Column::name)
                            .collect(Collectors.joining(", "))
                        + ")")
            .collect(Collectors.joining("; "));
  }

  private static boolean isIn(String word, String sql) {
    return Pattern.compile("\\b" + word + "\\b").matcher(sql.toLowerCase(Locale.ROOT)).find();
  }
}
