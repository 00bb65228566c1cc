package dev.gnomon.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gnomon.json.UnreadableException;
import java.nio.file.Path;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ErrorPagesTest {
  private static final Path PAGES = Repository.ROOT.resolve("docs/errors");
  private static final String THROWN = "new (?:ProblemException|Problem|Nothing)\\(\\s*";
  private static final Pattern LITERAL = Pattern.compile(THROWN + "\"([a-z0-9-]+)\",");
  private static final Pattern UNREADABLE = Pattern.compile(THROWN + "([^\"\\s])");

  /** Codes that are put together or handed on, by the source that does so. */
  private static final Map<String, Set<String>> ELSEWHERE =
      Map.of(
          "AcceptanceFile.java", Set.of("acceptance-file-unreadable"),
          "Emptiness.java", Set.of("no-jmh", "no-benchmarks"),
          // Problems of the host JVM, whose codes stand in the harness.
          "Host.java", Set.of(),
          "Storage.java", Set.of("archive-not-writable", "output-not-writable"),
          "StoredRun.java", Set.of("archive-file-damaged"),
          "RunJson.java",
              Stream.of(UnreadableException.Kind.values())
                  .map(kind -> "run-file-" + kind.suffix())
                  .collect(Collectors.toSet()));

  /** Pages about how a gate may end, which is no problem of its own. */
  private static final Set<String> ENDS = Set.of("regression", "no-baseline", "could-not-judge");

  @Test
  void everyProblemHasAPageAndEveryPageAProblem() {
    NavigableSet<String> codes = literals();
    ELSEWHERE.values().forEach(codes::addAll);
    codes.addAll(ENDS);

    assertThat(codes).isNotEmpty().isEqualTo(pages());
  }

  @Test
  void everyOtherProblemNamesItsCodeWhereItIsThrown() {
    // A code that the comparison with the pages cannot read must be listed above.
    Set<String> unreadable = new TreeSet<>();
    for (Path source : Repository.sources()) {
      if (!matches(UNREADABLE, Repository.read(source)).isEmpty()) {
        unreadable.add(source.getFileName().toString());
      }
    }
    assertThat(unreadable).isEqualTo(ELSEWHERE.keySet());
  }

  @Test
  void theEndsOfAGateAreThoseThatTheGoalNames() {
    String deciding = Repository.read("maven-plugin/src/main/java/dev/gnomon/maven/Deciding.java");
    assertThat(ENDS).allSatisfy(end -> assertThat(deciding).contains('"' + end + '"'));
  }

  @Test
  void theIndexListsEveryPage() {
    String index = Repository.read(PAGES.resolve("README.md"));
    assertThat(matches(Pattern.compile("]\\(([a-z0-9-]+)\\.md\\)"), index)).isEqualTo(pages());
  }

  @Test
  void everyPageSaysWhatIsSeenWhyAndWhatToDo() {
    for (String page : pages()) {
      assertThat(Repository.read(PAGES.resolve(page + ".md")))
          .as(page)
          .startsWith("# ")
          .containsSubsequence("\n## What you see\n", "\n## Why\n", "\n## What to do\n");
    }
  }

  private static NavigableSet<String> literals() {
    NavigableSet<String> codes = new TreeSet<>();
    Repository.sources().forEach(source -> codes.addAll(matches(LITERAL, Repository.read(source))));
    return codes;
  }

  private static NavigableSet<String> pages() {
    return Repository.files(PAGES, ".md").stream()
        .map(page -> page.getFileName().toString().replace(".md", ""))
        .filter(page -> !page.equals("README"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static NavigableSet<String> matches(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map((MatchResult match) -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
