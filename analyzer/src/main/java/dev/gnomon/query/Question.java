package dev.gnomon.query;

import dev.gnomon.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A question with a name, shipped with the tool.
 *
 * @param name its name, {@code slower-since}
 * @param asks what it asks, one sentence
 * @param sql the statement, with {@code :since} and the like for what the user may add
 */
public record Question(String name, String asks, String sql) {
  private static final List<String> NAMES =
      List.of(
          "slower-since",
          "noisiest",
          "largest-changes",
          "newest-runs",
          "cost-by-package",
          "moved-together",
          "drift",
          "jdk-against-jdk",
          "machine-against-machine",
          "time-measuring",
          "most-valuable",
          "allocation-since",
          "failing",
          "vanished");

  private static final Pattern PARAMETER = Pattern.compile("(?<![:\\w]):([a-z]+)\\b");

  /** Names of all questions. */
  public static List<String> names() {
    return NAMES;
  }

  /**
   * Finds a question.
   *
   * @throws ProblemException {@code question-unknown} if there is none of that name
   */
  public static Question named(String name) {
    if (!NAMES.contains(name)) {
      throw new ProblemException(
          "question-unknown",
          "There is no question \"%s\". Expected one of %s; or ask in SQL: -Dperf.sql=\"SELECT …\""
              .formatted(name, String.join(", ", NAMES)));
    }
    try (InputStream in = Question.class.getResourceAsStream(name + ".sql")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      int end = text.indexOf('\n');
      return new Question(name, text.substring(2, end).strip(), text.substring(end + 1).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A statement of the user's own; it takes no parameters. */
  public static Question ofSql(String sql) {
    return new Question("", "", sql);
  }

  private boolean isShipped() {
    return !name.isEmpty();
  }

  /** Names of the parameters in the order in which the prepared statement takes them. */
  List<String> parameters() {
    List<String> found = new ArrayList<>();
    if (isShipped()) {
      Matcher matcher = PARAMETER.matcher(sql);
      while (matcher.find()) {
        found.add(matcher.group(1));
      }
    }
    return found;
  }

  String prepared() {
    return isShipped() ? PARAMETER.matcher(sql).replaceAll("?") : sql;
  }
}
