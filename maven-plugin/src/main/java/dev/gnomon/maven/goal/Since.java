package dev.gnomon.maven.goal;

import dev.gnomon.environment.probe.GitCommand;
import dev.gnomon.maven.config.Setting;
import dev.gnomon.problem.ProblemException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** A time that a user names by a date or by what was committed then. */
public final class Since {
  private Since() {}

  /**
   * The time in UTC, {@code 2026-11-01T00:00}; empty where nothing is set.
   *
   * @param base a directory of the git checkout that knows tags and commits
   */
  public static Optional<String> read(Setting setting, Path base) {
    return setting.value().map(text -> at(setting, text, base).toString());
  }

  private static LocalDateTime at(Setting setting, String text, Path base) {
    try {
      return text.contains("T")
          ? OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime()
          : LocalDate.parse(text).atStartOfDay();
    } catch (DateTimeException e) {
      return committed(text, base)
          .orElseThrow(
              () ->
                  new ProblemException(
                      "invalid-setting",
                      "%s is \"%s\", expected a date such as 2026-11-01, or a tag, branch or commit of this checkout."
                          .formatted(setting.property(), text),
                      e));
    }
  }

  private static Optional<LocalDateTime> committed(String revision, Path base) {
    GitCommand git = new GitCommand(base);
    return git.commit(revision)
        .flatMap(commit -> git.answer("show", "--no-patch", "--format=%ct", commit))
        .map(String::strip)
        .filter(seconds -> seconds.matches("\\d{1,15}"))
        .map(seconds -> Instant.ofEpochSecond(Long.parseLong(seconds)))
        .map(at -> LocalDateTime.ofInstant(at, ZoneOffset.UTC));
  }
}
