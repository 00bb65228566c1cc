package dev.gnomon.maven.goal;

import dev.gnomon.environment.Environment;
import dev.gnomon.environment.Fact;
import dev.gnomon.imported.ImportedRun;
import dev.gnomon.imported.Told;
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
import java.util.Locale;
import java.util.Optional;

/**
 * What the user says of a result file. It goes before what the file says; what neither says is
 * taken from the checkout, and the time from the file's own, where the file is one run.
 *
 * @param commit the commit that was measured
 * @param branch its branch
 * @param date when it was measured
 * @param label a name for the kind of machine
 */
public record ImportedRevision(Setting commit, Setting branch, Setting date, Setting label) {
  private static final String LABEL = "label";

  /**
   * The runs that a result file stands for.
   *
   * @param found what the file holds
   * @param checkedOut what is checked out, for what is not said
   * @param file the result file
   * @throws ProblemException {@code invalid-setting}, {@code import-date-missing}
   */
  public List<Run> applyTo(List<ImportedRun> found, Origin origin, Revision checkedOut, Path file) {
    if (found.size() > 1) {
      requireUnset(commit, found.size(), file);
      requireUnset(date, found.size(), file);
    }
    return found.stream()
        .map(
            run ->
                labelled(
                    run.toRun(
                        origin.project(),
                        origin.module(),
                        origin.toolVersion(),
                        revision(run.told(), found.size() == 1, checkedOut),
                        measuredAt(run.told(), found.size() == 1, file))))
        .toList();
  }

  private static void requireUnset(Setting setting, int runs, Path file) {
    if (setting.value().isPresent()) {
      throw new ProblemException(
          "invalid-setting",
          "%s is \"%s\", and %s holds %d runs. Expected nothing, or a file of one run."
              .formatted(setting.property(), setting.text(), file, runs));
    }
  }

  private Run labelled(Run run) {
    if (label.value().isEmpty()) {
      return run;
    }
    List<Fact> facts = new ArrayList<>(run.environment().facts());
    facts.removeIf(fact -> fact.name().equals(LABEL));
    facts.add(Fact.strict(LABEL, label.value().get()));
    return run.in(new Environment(facts));
  }

  private Revision revision(Told told, boolean only, Revision checkedOut) {
    Optional<String> named = commit.value().map(this::checked).or(told::commit);
    boolean assumed = named.isEmpty() && only;
    String id = named.orElse(assumed ? checkedOut.commit() : "");
    boolean here = !id.isEmpty() && checkedOut.commit().startsWith(id);
    return new Revision(
        id,
        branch.value().or(told::branch).orElse(checkedOut.branch()),
        told.dirty() || (assumed && checkedOut.dirty()),
        told.committedAt().or(() -> here ? checkedOut.committedAt() : Optional.empty()));
  }

  private String checked(String text) {
    if (!text.matches("[0-9a-fA-F]{7,64}")) {
      throw new ProblemException(
          "invalid-setting",
          "%s is \"%s\", expected a commit id of 7 to 64 hexadecimal digits."
              .formatted(commit.property(), text));
    }
    return text.toLowerCase(Locale.ROOT);
  }

  private Instant measuredAt(Told told, boolean only, Path file) {
    try {
      if (date.value().isPresent()) {
        return OffsetDateTime.parse(date.value().get()).toInstant();
      }
      if (told.measuredAt().isEmpty() && !only) {
        throw new ProblemException(
            "import-date-missing",
            "%s holds several runs and does not say when each was measured. Expected a date for each: a column named with -Dperf.import.columns=date=COLUMN,…, or a line date: 2026-11-23T06:25:00Z before the benchmarks of a run. Nothing was imported."
                .formatted(file));
      }
      return told.measuredAt().isPresent()
          ? told.measuredAt().get()
          : Files.getLastModifiedTime(file).toInstant();
    } catch (DateTimeParseException e) {
      throw new ProblemException(
          "invalid-setting",
          "%s is \"%s\", expected a time with its zone such as 2026-11-23T06:25:00Z."
              .formatted(date.property(), date.text()),
          e);
    } catch (IOException e) {
      throw new ProblemException(
          "import-file-missing",
          "The time of %s cannot be read: %s. Give it with -Dperf.import.date."
              .formatted(file, e.getMessage()),
          e);
    }
  }
}
