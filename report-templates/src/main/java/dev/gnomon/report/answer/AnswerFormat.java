package dev.gnomon.report.answer;

import dev.gnomon.query.Answer;

/** A form that an answer can be written in. */
public enum AnswerFormat {
  /** Columns below each other, for a terminal. */
  TABLE,
  /** RFC 4180, with a head. */
  CSV,
  /** An array of objects. */
  JSON,
  /** A table in GitHub's Markdown. */
  MARKDOWN,
  /** A page of its own with a chart of the last column of numbers; it loads nothing. */
  HTML;

  /**
   * The answer as text that ends with a line break.
   *
   * @param title what was asked; used where the form has room for it
   */
  public String write(String title, Answer answer) {
    return switch (this) {
      case TABLE -> TextTable.of(answer);
      case CSV -> CsvText.of(answer);
      case JSON -> JsonText.of(answer);
      case MARKDOWN -> MarkdownText.of(answer);
      case HTML -> AnswerPage.of(title, answer);
    };
  }
}
