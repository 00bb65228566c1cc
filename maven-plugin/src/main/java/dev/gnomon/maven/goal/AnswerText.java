package dev.gnomon.maven.goal;

import dev.gnomon.query.Answer;
import dev.gnomon.query.Question;
import dev.gnomon.report.answer.AnswerFormat;
import dev.gnomon.report.text.Wording;
import java.util.ArrayList;
import java.util.List;

/** What an answer looks like in a file and in the log. */
public final class AnswerText {
  private AnswerText() {}

  /** The answer alone, for a file. */
  public static String document(Question asked, Answer answer, AnswerFormat form) {
    return form.write(title(asked), answer);
  }

  /** What was asked, the answer, and how many rows it has. */
  public static List<String> lines(Question asked, Answer answer, AnswerFormat form) {
    List<String> lines = new ArrayList<>(title(asked).lines().toList());
    document(asked, answer, form).lines().forEach(lines::add);
    lines.add(Wording.count(answer.rows().size(), "row"));
    return lines;
  }

  private static String title(Question asked) {
    return asked.asks().isEmpty() ? asked.sql().strip() : asked.asks();
  }
}
