package dev.gnomon.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gnomon.archive.directory.DirectoryArchive;
import dev.gnomon.query.Question;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Asks what the page asks. {@code mvn -pl maven-plugin -am test -Dexamples.update=true} writes the
 * archive and the answers on the page anew, after a change of the story or of a question that is
 * meant.
 */
class QuestionsPageTest {
  private static final Path PAGE = Repository.ROOT.resolve("docs/questions.md");
  private static final Pattern ASKED =
      Pattern.compile(
          "```sh\\n(mvn perf:query -Dperf\\.archive=examples/archive [^`]+)```\\n\\n```text\\n([^`]*)```\\n");

  @TempDir static Path directory;

  @BeforeAll
  static void write() throws IOException {
    if (Boolean.getBoolean("examples.update")) {
      DirectoryArchive archive = new DirectoryArchive(ExampleQuestions.ARCHIVE);
      archive.remove(archive.all());
      ExampleStory.runs().forEach(archive::add);
      Files.writeString(PAGE, answered("new"));
    }
  }

  private static String answered(String cache) {
    ExampleQuestions questions = new ExampleQuestions(directory.resolve(cache));
    return ASKED
        .matcher(Repository.read(PAGE))
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    "```sh\n%s```\n\n```text\n%s\n```\n"
                        .formatted(
                            match.group(1), String.join("\n", questions.answer(match.group(1))))));
  }

  @Test
  void everyAnswerOnThePageIsThatOfTheExampleArchive() {
    assertThat(Repository.read(PAGE)).isEqualTo(answered("cache"));
  }

  @Test
  void everyNamedQuestionIsAskedOnceAndSomeInSql() {
    List<Map<String, String>> asked =
        ASKED
            .matcher(Repository.read(PAGE))
            .results()
            .map(match -> ExampleQuestions.settings(match.group(1)))
            .toList();

    assertThat(
            asked.stream().map(settings -> settings.get("perf.question")).filter(Objects::nonNull))
        .containsExactlyInAnyOrderElementsOf(Question.names());
    assertThat(asked)
        .filteredOn(settings -> settings.containsKey("perf.sql"))
        .hasSizeGreaterThan(1);
  }

  @Test
  void everyExampleHasRowsToShow() {
    List<String> counts = new ArrayList<>();
    for (MatchResult match : ASKED.matcher(Repository.read(PAGE)).results().toList()) {
      counts.add(match.group(2).strip().lines().reduce((first, last) -> last).orElse(""));
    }
    assertThat(counts)
        .isNotEmpty()
        .allSatisfy(count -> assertThat(count).matches("[1-9]\\d* rows?"));
  }
}
