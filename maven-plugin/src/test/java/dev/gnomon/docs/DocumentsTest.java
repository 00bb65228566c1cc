package dev.gnomon.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentsTest {
  private static final Pattern PROPERTY =
      Pattern.compile("(?:(?<=-D)|(?<![\\w.-]))perf\\.[a-z]\\w*+(?:\\.[a-z]\\w*+)*+(?!\\()");
  private static final Pattern GOAL = Pattern.compile("(?<![\\w-])perf:([a-z][a-z-]*)");
  private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)[^)]*\\)");
  private static final Pattern SNIPPET =
      Pattern.compile("<plugin>\\s*<groupId>dev\\.gnomon</groupId>.*?</plugin>", Pattern.DOTALL);

  /** Goals that serve other goals; the reference has them, the README need not. */
  private static final Set<String> SERVANTS = Set.of("base", "class-path");

  static List<Path> documents() {
    return Repository.documents();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyPropertyThatADocumentNamesExists(Path document) throws Exception {
    assertThat(Descriptor.read().settings().keySet())
        .containsAll(all(PROPERTY, Repository.read(document)));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyGoalThatADocumentNamesExists(Path document) throws Exception {
    assertThat(Descriptor.read().goals().keySet())
        .containsAll(all(GOAL, Repository.read(document)));
  }

  @Test
  void everyPropertyThatAMessageNamesExists() throws Exception {
    NavigableSet<String> known = new TreeSet<>(Descriptor.read().settings().keySet());
    for (Path source : Repository.sources()) {
      String literals =
          Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"")
              .matcher(Repository.read(source))
              .results()
              .map(MatchResult::group)
              .collect(Collectors.joining("\n"));
      assertThat(known).as(Repository.name(source)).containsAll(all(PROPERTY, literals));
    }
  }

  @Test
  void theReadmeNamesEveryGoal() throws Exception {
    NavigableSet<String> goals = new TreeSet<>(Descriptor.read().goals().keySet());
    NavigableSet<String> named = all(GOAL, Repository.read("README.md"));
    assertThat(goals).containsAll(named);
    goals.removeAll(SERVANTS);
    assertThat(named).containsAll(goals);
  }

  @Test
  void theReadmesDefaultsAreThoseOfThePlugin() throws Exception {
    Descriptor plugin = Descriptor.read();
    List<MatchResult> rows =
        Pattern.compile("\\| `(perf\\.\\w+)` \\| `([^`]+)` \\|")
            .matcher(Repository.read("README.md"))
            .results()
            .toList();

    assertThat(rows)
        .isNotEmpty()
        .allSatisfy(
            row ->
                assertThat(row.group(2)).isEqualTo(plugin.settings().get(row.group(1)).absent()));
  }

  @Test
  void everySnippetOfThePluginIsThatOfTheSampleProject() {
    String sample = onlySnippet("sample-project/pom.xml");

    assertThat(onlySnippet("README.md")).isEqualTo(sample);
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyLinkLeadsToAFile(Path document) {
    for (String link : all(LINK, Repository.read(document))) {
      if (!link.startsWith("https://")) {
        assertThat(document.resolveSibling(link).normalize()).as(link).exists();
      }
    }
  }

  private static String onlySnippet(String file) {
    List<String> snippets =
        SNIPPET
            .matcher(Repository.read(file))
            .results()
            .map(MatchResult::group)
            .map(text -> text.replaceAll("\\s+", "").replace("${project.version}", version()))
            .toList();
    assertThat(snippets).as(file).hasSize(1);
    return snippets.get(0);
  }

  private static String version() {
    return all(
            Pattern.compile("<artifactId>gnomon</artifactId>\\s*<version>([^<]+)</version>"),
            Repository.read("pom.xml"))
        .first();
  }

  /** The first group of every match, or all of it where the pattern has no group. */
  private static NavigableSet<String> all(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(match -> match.group(Math.min(1, match.groupCount())))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
