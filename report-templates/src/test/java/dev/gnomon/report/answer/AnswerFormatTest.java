package dev.gnomon.report.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gnomon.query.Answer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerFormatTest {
  private static final Answer ANSWER =
      new Answer(
          List.of("benchmark", "percent"),
          List.of(
              List.of("a.Cache.get", 12.5),
              Arrays.asList("=1|<script>\"\n\u001b[31m", null),
              List.of("short", -3L)),
          true);

  @Test
  void aTableIsAlignedAndHarmlessOnATerminal() {
    assertThat(AnswerFormat.TABLE.write("", ANSWER))
        .startsWith("benchmark")
        .contains("a.Cache.get", "   12.5\n", "     -3\n", "\\n")
        .doesNotContain("\u001b");
  }

  @Test
  void csvQuotesWhatPartsFieldsAndDisarmsFormulas() {
    assertThat(AnswerFormat.CSV.write("", ANSWER))
        .isEqualTo(
            "benchmark,percent\na.Cache.get,12.5\n\"'=1|<script>\"\"\n\u001b[31m\",\nshort,-3\n");
  }

  @Test
  void jsonIsAsciiAndKeepsEveryValue() {
    assertThat(AnswerFormat.JSON.write("", ANSWER))
        .contains(
            "{\"benchmark\": \"a.Cache.get\", \"percent\": 12.5}",
            "\"=1|\\u003cscript>\\\"\\u000a\\u001b[31m\", \"percent\": null}",
            "\"percent\": -3}");
  }

  @Test
  void markdownAndPagesCannotBeBrokenOutOf() {
    assertThat(AnswerFormat.MARKDOWN.write("", ANSWER))
        .contains("| --- | --: |", "=1&#124;&#60;script&#62;")
        .hasLineCount(5);
    assertThat(AnswerFormat.HTML.write("<b>?", ANSWER))
        .contains("&lt;script&gt;", "<h1>&lt;b&gt;?</h1>", "<rect class=\"less\"", "more rows")
        .doesNotContain("<script");
  }

  @Test
  void anEmptyAnswerHasAForm() {
    Answer empty = new Answer(List.of("a", "b"), List.of(), false);
    for (AnswerFormat format : AnswerFormat.values()) {
      assertThat(format.write("t", empty)).isNotBlank();
    }
    assertThat(AnswerFormat.JSON.write("", empty)).isEqualTo("[]\n");
  }
}
