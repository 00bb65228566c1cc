package dev.gnomon.maven;

import dev.gnomon.maven.config.Choice;
import dev.gnomon.maven.config.ConfiguredPath;
import dev.gnomon.maven.config.Durations;
import dev.gnomon.maven.config.Setting;
import dev.gnomon.maven.goal.AnswerText;
import dev.gnomon.maven.goal.PinsFile;
import dev.gnomon.maven.goal.Since;
import dev.gnomon.maven.goal.TextFile;
import dev.gnomon.problem.ProblemException;
import dev.gnomon.query.Answer;
import dev.gnomon.query.ArchiveQuery;
import dev.gnomon.query.QueryCache;
import dev.gnomon.query.QueryLimits;
import dev.gnomon.query.Question;
import dev.gnomon.report.answer.AnswerFormat;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Answers a question over the whole archive: one of those that are shipped, or one in SQL. Without
 * either it lists the questions. The statement reads the archive's views and nothing else.
 */
@Mojo(name = "query", aggregator = true, threadSafe = true)
public final class QueryMojo extends AskingMojo {
  /** Name of a shipped question, such as <code>slower-since</code>. */
  @Parameter(property = "perf.question")
  String question;

  /** A question in SQL over the views run, result, fork, iteration, change_point and frame. */
  @Parameter(property = "perf.sql")
  String sql;

  /**
   * For questions about a time: a date such as <code>2026-11-01</code>, or a tag, branch or commit,
   * which stands for the time of its commit.
   */
  @Parameter(property = "perf.since")
  String since;

  /**
   * For questions about a release: <code>pin:NAME</code> for what <code>perf:pin</code> has named,
   * the first digits of its commit, the name of its branch, or the path of one run in the archive.
   */
  @Parameter(property = "perf.pinned")
  String pinned;

  /** Only runs of this branch, for questions that tell branches apart. */
  @Parameter(property = "perf.branch")
  String branch;

  /** Form of the answer: <code>table</code>, csv, json, markdown or html. */
  @Parameter(property = "perf.format", defaultValue = "table")
  String format;

  /** A file for the answer, relative to the module. Default: the answer is printed. */
  @Parameter(property = "perf.to")
  String to;

  /** Most rows of an answer. */
  @Parameter(property = "perf.rows", defaultValue = "1000")
  int rows;

  /** Longest time that an answer may take. */
  @Parameter(property = "perf.queryTime", defaultValue = "30s")
  String queryTime;

  @Override
  void perform() {
    Optional<String> name = new Setting("perf.question", question).value();
    Optional<String> statement = new Setting("perf.sql", sql).value();
    if (name.isPresent() == statement.isPresent()) {
      if (name.isPresent()) {
        throw new ProblemException(
            "invalid-setting", "perf.question and perf.sql are both set, expected one of them.");
      }
      getLog().info("Questions, each asked with -Dperf.question=NAME:");
      Question.names().forEach(n -> getLog().info("  " + n + ": " + Question.named(n).asks()));
      return;
    }
    AnswerFormat form =
        Choice.read(new Setting("perf.format", format), AnswerFormat.class, AnswerFormat.TABLE);
    Question asked = name.map(Question::named).orElseGet(() -> Question.ofSql(statement.get()));
    QueryLimits limits = limits();
    withCache(cache -> answer(cache, asked, limits, form));
  }

  private QueryLimits limits() {
    if (rows < 1) {
      throw new ProblemException(
          "invalid-setting", "perf.rows is \"%d\", expected at least 1.".formatted(rows));
    }
    return new QueryLimits(
        rows,
        Durations.read(new Setting("perf.queryTime", queryTime)).orElse(QueryLimits.USUAL.time()),
        QueryLimits.USUAL.megabytes());
  }

  private void answer(QueryCache cache, Question asked, QueryLimits limits, AnswerFormat form) {
    Answer answer = new ArchiveQuery(cache, limits).ask(asked, parameters());
    Optional<Path> file = ConfiguredPath.read(new Setting("perf.to", to), module().base());
    if (file.isPresent()) {
      TextFile.write(file.get(), AnswerText.document(asked, answer, form));
      getLog().info("%d rows: %s".formatted(answer.rows().size(), file.get()));
    } else {
      AnswerText.lines(asked, answer, form).forEach(getLog()::info);
    }
    if (answer.more()) {
      getLog().warn("There are more rows than %d: raise -Dperf.rows.".formatted(limits.rows()));
    }
  }

  private Map<String, String> parameters() {
    Map<String, String> given = new HashMap<>();
    Since.read(new Setting("perf.since", since), module().base())
        .ifPresent(at -> given.put("since", at));
    PinsFile pins = new PinsFile(module().reactorRoot().resolve(PinMojo.FILE));
    new Setting("perf.pinned", pinned)
        .value()
        .ifPresent(text -> given.put("pinned", pins.revision("perf.pinned", text)));
    new Setting("perf.branch", branch).value().ifPresent(text -> given.put("branch", text));
    return given;
  }
}
