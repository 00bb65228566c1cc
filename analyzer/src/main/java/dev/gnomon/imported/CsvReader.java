package dev.gnomon.imported;

import dev.gnomon.imported.Columns.Field;
import dev.gnomon.problem.ProblemException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/** Reads a table of values, one a row, whose head names the columns. */
public final class CsvReader {
  private static final Format FORM = Format.CSV;
  private static final CSVFormat CSV =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
          .setIgnoreEmptyLines(true)
          .get();

  private CsvReader() {}

  /**
   * Reads all rows of a table; rows that agree in commit, branch, date, label and cleanness are one
   * run.
   *
   * @param asked which column says what; empty for a table that this tool or JMH wrote
   * @param unit unit of the scores where no column says it
   * @return at least one run, in the order of their first rows
   * @throws ProblemException {@code import-file-unreadable}, {@code import-file-empty}, {@code
   *     import-column-unknown}
   */
  public static List<ImportedRun> read(
      ImportFile file, Optional<Columns> asked, Optional<String> unit) {
    try (CSVParser table = CSVParser.parse(new StringReader(file.text(FORM)), CSV)) {
      List<String> head = table.getHeaderNames();
      Columns columns =
          asked.or(() -> Columns.known(head)).orElseThrow(() -> unknown(head, "not set"));
      List<String> missing = columns.missingIn(head);
      if (!missing.isEmpty()) {
        throw unknown(head, "names " + String.join(", ", missing));
      }
      if (columns.column(Field.UNIT).isEmpty() && unit.isEmpty()) {
        throw unknown(head, "names no unit");
      }
      RunDrafts runs = new RunDrafts(file, FORM);
      for (CSVRecord row : table) {
        if (!row.isConsistent()) {
          throw file.unreadable(
              FORM,
              "row %d has %d fields and the head %d"
                  .formatted(row.getRecordNumber(), row.size(), head.size()));
        }
        new CsvRow(file, columns, unit, row).addTo(runs);
      }
      return runs.finished("no row follows its head");
    } catch (UncheckedIOException | IOException | IllegalArgumentException e) {
      throw file.unreadable(FORM, said(e));
    }
  }

  private static String said(Exception e) {
    return String.valueOf(e.getMessage()).replaceAll("\\p{Cntrl}", "?");
  }

  private static ProblemException unknown(List<String> head, String found) {
    String shown = String.join(", ", head).replaceAll("\\p{Cntrl}", "?");
    return new ProblemException(
        "import-column-unknown",
        "perf.import.columns is %s. The columns are %s. Expected what says the benchmark, its score and its unit: -Dperf.import.columns=benchmark=COLUMN,score=COLUMN,unit=COLUMN, or without such a column -Dperf.import.unit=ns/op. Nothing was imported."
            .formatted(
                found.startsWith("not") ? found : "wrong: it " + found,
                shown.length() > 1000 ? shown.substring(0, 1000) + "…" : shown));
  }
}
