package dev.gnomon.docs;

import dev.gnomon.archive.directory.DirectoryArchive;
import dev.gnomon.maven.config.Choice;
import dev.gnomon.maven.config.Setting;
import dev.gnomon.maven.goal.AnswerText;
import dev.gnomon.maven.goal.Since;
import dev.gnomon.query.Answer;
import dev.gnomon.query.ArchiveQuery;
import dev.gnomon.query.QueryCache;
import dev.gnomon.query.QueryLimits;
import dev.gnomon.query.Question;
import dev.gnomon.query.SqlEngine;
import dev.gnomon.report.answer.AnswerFormat;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Answers a command of the guide from the example archive, as {@code perf:query} does. */
final class ExampleQuestions {
  static final Path ARCHIVE = Repository.ROOT.resolve("examples/archive");

  private static final Pattern SETTING =
      Pattern.compile("-D(perf\\.\\w+)=(?:\"([^\"]*)\"|([^\\s\"]+))");

  private final QueryCache cache;

  /**
   * Reads the archive.
   *
   * @param directory a place for the cache
   */
  ExampleQuestions(Path directory) {
    cache = new QueryCache(SqlEngine.of(getClass().getClassLoader()), directory);
    cache.refresh(
        new DirectoryArchive(ARCHIVE), ExampleStory.PROJECT, List.of(ExampleStory.MODULE), false);
  }

  /** What {@code -D} sets in a command, by property. */
  static Map<String, String> settings(String command) {
    Map<String, String> settings = new HashMap<>();
    SETTING
        .matcher(command)
        .results()
        .forEach(
            match ->
                settings.put(
                    match.group(1), match.group(2) == null ? match.group(3) : match.group(2)));
    return settings;
  }

  /** The lines that the command prints, without Maven's own. */
  List<String> answer(String command) {
    Map<String, String> settings = settings(command);
    Question asked =
        settings.containsKey("perf.sql")
            ? Question.ofSql(settings.get("perf.sql"))
            : Question.named(settings.get("perf.question"));
    Map<String, String> given = new HashMap<>();
    Since.read(new Setting("perf.since", settings.get("perf.since")), Repository.ROOT)
        .ifPresent(at -> given.put("since", at));
    List.of("pinned", "branch").forEach(name -> given.put(name, settings.get("perf." + name)));
    AnswerFormat form =
        Choice.read(
            new Setting("perf.format", settings.get("perf.format")),
            AnswerFormat.class,
            AnswerFormat.TABLE);
    Answer answer = new ArchiveQuery(cache, QueryLimits.USUAL).ask(asked, given);
    return AnswerText.lines(asked, answer, form);
  }
}
