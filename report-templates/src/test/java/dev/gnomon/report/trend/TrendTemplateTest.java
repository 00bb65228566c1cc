package dev.gnomon.report.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What keeps foreign text in the site's pages text, and the pages whole under a strict policy. */
class TrendTemplateTest {
  private static final Path TEMPLATES = Path.of("src/main/resources/dev/gnomon/report/trend");

  private static final Set<String> KNOWN =
      Set.of(
          "attr",
          "block",
          "class",
          "each",
          "fragment",
          "href",
          "id",
          "if",
          "replace",
          "text",
          "unless",
          "utext");

  /** Our own drawings; everything else is escaped. */
  private static final Set<String> UNESCAPED = Set.of("${row.svg()}", "${metric.svg()}");

  @Test
  void everyAttributeIsOneThatThymeleafKnows() throws IOException {
    assertThat(found("th:([\\w-]+)")).isNotEmpty().allMatch(KNOWN::contains);
  }

  @Test
  void onlyWhatIsOurOwnIsPrintedUnescaped() throws IOException {
    assertThat(found("th:utext=\"([^\"]*)\"")).isNotEmpty().allMatch(UNESCAPED::contains);
  }

  @Test
  void linksAreOursAndNeverForeignText() throws IOException {
    assertThat(found("\\s(?:href|src)=\"([^\"]*)\""))
        .isNotEmpty()
        .allMatch(
            link ->
                link.startsWith("#")
                    || link.matches(
                        "(\\.\\./)?(index\\.html|icon\\.svg|feed\\.xml|trend\\.(css|js))"));
    assertThat(found("th:href=\"([^\"]*)\""))
        .isNotEmpty()
        .allMatch(Set.of("${row.link()}", "${note.link()}", "${metric.file()}")::contains);
  }

  @Test
  void noScriptAndNoStyleIsWrittenInAPage() throws IOException {
    assertThat(String.join("\n", texts()))
        .doesNotContain("th:inline")
        .doesNotContain("[[")
        .doesNotContain("[(")
        .doesNotContain("<style")
        .doesNotContain("<script>")
        .doesNotContain(" style=")
        .doesNotContainPattern("\\son\\w+=");
  }

  private static List<String> found(String pattern) throws IOException {
    Pattern compiled = Pattern.compile(pattern);
    return texts().stream()
        .flatMap(text -> compiled.matcher(text).results())
        .map(result -> result.group(1))
        .toList();
  }

  private static List<String> texts() throws IOException {
    try (Stream<Path> files = Files.list(TEMPLATES)) {
      List<String> texts = new ArrayList<>();
      for (Path template : files.filter(f -> f.toString().endsWith(".html")).sorted().toList()) {
        texts.add(Files.readString(template));
      }
      assertThat(texts).hasSize(3);
      return texts;
    }
  }
}
