package dev.gnomon.maven.goal;

import dev.gnomon.environment.Environment;
import dev.gnomon.environment.Fact;
import dev.gnomon.jmh.JmhResult;
import dev.gnomon.maven.config.Setting;
import dev.gnomon.model.Origin;
import dev.gnomon.model.Revision;
import dev.gnomon.model.Run;
import dev.gnomon.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the user says of a result file that does not say it itself.
 *
 * @param commit the commit that was measured
 * @param branch its branch
 * @param date when it was measured
 * @param label a name for the kind of machine
 */
public record ImportedRevision(Setting commit, Setting branch, Setting date, Setting label) {

  /**
   * The run that a result file stands for.
   *
   * @param checkedOut what is checked out, for what is not said
   * @param file the result file, whose time stands in for a date
   */
  public Run applyTo(JmhResult result, Origin origin, Revision checkedOut, Path file) {
    Run run =
        result.toRun(
            origin.project(),
            origin.module(),
            origin.toolVersion(),
            revision(checkedOut),
            measuredAt(file));
    List<Fact> facts = new ArrayList<>(run.environment().facts());
    label.value().ifPresent(text -> facts.add(Fact.strict("label", text)));
    return new Run(
        run.origin(),
        run.revision(),
        run.startedAt(),
        run.took(),
        new Environment(facts),
        run.sampling(),
        run.series(),
        run.notes());
  }

  private Revision revision(Revision checkedOut) {
    Optional<String> told = commit.value();
    told.filter(text -> !text.matches("[0-9a-fA-F]{7,64}"))
        .ifPresent(
            text -> {
              throw new ProblemException(
                  "invalid-setting",
                  "%s is \"%s\", expected a commit id of 7 to 64 hexadecimal digits."
                      .formatted(commit.property(), text));
            });
    boolean here = told.isEmpty() || checkedOut.commit().startsWith(told.get());
    return new Revision(
        told.orElse(checkedOut.commit()),
        branch.value().orElse(here ? checkedOut.branch() : ""),
        told.isEmpty() && checkedOut.dirty(),
        here ? checkedOut.committedAt() : Optional.empty());
  }

  private Instant measuredAt(Path file) {
    try {
      return date.value().isPresent()
          ? OffsetDateTime.parse(date.value().get()).toInstant()
          : Files.getLastModifiedTime(file).toInstant();
    } catch (DateTimeParseException e) {
      throw new ProblemException(
          "invalid-setting",
          "%s is \"%s\", expected a time with its zone such as 2026-11-23T06:25:00Z."
              .formatted(date.property(), date.text()),
          e);
    } catch (IOException e) {
      throw new ProblemException(
          "jmh-file-unreadable",
          "The time of %s cannot be read: %s. Give it with -Dperf.date."
              .formatted(file, e.getMessage()),
          e);
    }
  }
}
