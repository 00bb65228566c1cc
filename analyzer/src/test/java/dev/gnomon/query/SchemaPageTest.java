package dev.gnomon.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SchemaPageTest {
  private static final Path DOCS = Path.of("..", "docs");

  @Test
  void everyColumnIsDescribedAsTheViewHasIt() throws IOException {
    String page = Files.readString(DOCS.resolve("schema.md"));
    for (View view : View.values()) {
      StringBuilder section = new StringBuilder();
      section.append("## ").append(view.sqlName()).append("\n\n").append(view.meaning());
      section.append("\n\n| column | type | meaning |\n|---|---|---|\n");
      for (Column column : view.columns()) {
        section.append(
            "| `%s` | %s | %s |\n".formatted(column.name(), column.type(), column.meaning()));
      }
      assertThat(page).contains(section);
    }
  }

  @Test
  void everyShippedQuestionIsDescribed() throws IOException {
    String page = Files.readString(DOCS.resolve("questions.md"));
    for (String name : Question.names()) {
      assertThat(page).contains("`" + name + "`", Question.named(name).asks());
    }
  }
}
