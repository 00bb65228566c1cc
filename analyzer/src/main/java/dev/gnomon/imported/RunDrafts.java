package dev.gnomon.imported;

import dev.gnomon.environment.Fact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The runs of a file while it is read, in the order in which they appear. */
final class RunDrafts {
  /** Values of one file; a year of nightly runs of a thousand benchmarks has fewer. */
  private static final int MOST_VALUES = 2_000_000;

  private final ImportFile file;
  private final Format format;
  private final Map<Draft, ForkCollector> drafts = new LinkedHashMap<>();
  private int values;

  private record Draft(Told told, List<Fact> facts) {}

  RunDrafts(ImportFile file, Format format) {
    this.file = file;
    this.format = format;
  }

  /** Where the values of a run go that the file tells this of. */
  ForkCollector run(Told told, List<Fact> facts) {
    if (++values > MOST_VALUES) {
      throw file.unreadable(format, "it holds more than " + MOST_VALUES + " values");
    }
    return drafts.computeIfAbsent(
        new Draft(told, List.copyOf(facts)), unseen -> new ForkCollector());
  }

  /** All of them, at least one. */
  List<ImportedRun> finished(String whenNone) {
    if (drafts.isEmpty()) {
      throw file.empty(whenNone);
    }
    List<ImportedRun> runs = new ArrayList<>();
    drafts.forEach(
        (draft, values) ->
            runs.add(
                new ImportedRun(
                    format, draft.told(), values.series(), draft.facts(), notes(values))));
    return runs;
  }

  private static List<String> notes(ForkCollector values) {
    List<String> notes = new ArrayList<>();
    if (values.withoutResult() > 0) {
      notes.add(
          values.withoutResult()
              + " values are no times of at least 0; their benchmarks count as failed.");
    }
    if (values.withoutTime() > 0) {
      notes.add(
          values.withoutTime()
              + " benchmarks have a unit that is no time: questions see them, trends do not.");
    }
    return notes;
  }
}
