package dev.gnomon.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A misspelt attribute of Thymeleaf is no error to it: it is left in the page and does nothing. */
class TemplateTest {
  private static final Path RESOURCES = Path.of("src/main/resources/dev/gnomon/report");

  private static final List<Path> TEMPLATES =
      List.of(RESOURCES.resolve("html"), RESOURCES.resolve("flame"));

  private static final Set<String> KNOWN =
      Set.of(
          "attr",
          "block",
          "checked",
          "class",
          "each",
          "for",
          "fragment",
          "href",
          "id",
          "if",
          "name",
          "open",
          "replace",
          "text",
          "unless",
          "utext",
          "value");

  /** Our own style, script and drawings; everything else is escaped. */
  private static final Set<String> UNESCAPED =
      Set.of(
          "${report.page().css()}",
          "${report.page().js()}",
          "${report.page().flame()}",
          "${report.css()}",
          "${report.js()}",
          "${report.table().axis()}",
          "${row.figures().svg()}",
          "${side.graph().svg()}",
          "${graph.svg()}",
          "${plot.svg()}");

  @Test
  void everyAttributeIsOneThatThymeleafKnows() throws IOException {
    Set<String> used = new TreeSet<>(found("th:([\\w-]+)"));
    assertThat(used).hasSizeGreaterThan(8);
    assertThat(KNOWN).containsAll(used);
  }

  @Test
  void onlyWhatIsOurOwnIsPrintedUnescaped() throws IOException {
    assertThat(found("th:utext=\"([^\"]*)\"")).isNotEmpty().allMatch(UNESCAPED::contains);
  }

  @Test
  void linksLeadIntoThePageOrBesideIt() throws IOException {
    assertThat(found("\\shref=\"([^\"]*)\""))
        .isNotEmpty()
        .allMatch(href -> href.startsWith("#") || Set.of("report.css", "data:,").contains(href));
    assertThat(found("th:href=\"([^\"]*)\""))
        .containsExactlyInAnyOrder("${row.link()}", "${file.value()}");
  }

  @Test
  void noScriptAndNoStyleIsWrittenInTheTemplate() throws IOException {
    String all = String.join("\n", texts());
    assertThat(all)
        .doesNotContain("th:inline")
        .doesNotContain("[[")
        .doesNotContain("[(")
        .doesNotContain(" style=")
        .doesNotContainPattern("\\son\\w+=");
  }

  @Test
  void thePropertiesAreCalledAsMethodsSoThatATypoIsAnError() throws IOException {
    assertThat(found("\\$\\{([^}]*)\\}"))
        .isNotEmpty()
        .allMatch(e -> e.matches("\\w+|false") || e.matches("\\w+(\\.\\w+\\(\\))+"));
  }

  private static List<String> found(String pattern) throws IOException {
    Pattern compiled = Pattern.compile(pattern);
    return texts().stream()
        .flatMap(text -> compiled.matcher(text).results().map(TemplateTest::group))
        .toList();
  }

  private static String group(MatchResult result) {
    return result.group(1);
  }

  private static List<String> texts() throws IOException {
    List<String> texts = new ArrayList<>();
    for (Path directory : TEMPLATES) {
      try (Stream<Path> files = Files.list(directory)) {
        List<Path> templates = files.filter(f -> f.toString().endsWith(".html")).sorted().toList();
        assertThat(templates).isNotEmpty();
        for (Path template : templates) {
          texts.add(Files.readString(template));
        }
      }
    }
    return texts;
  }
}
