package dev.gnomon.json;

import dev.gnomon.model.Run;
import dev.gnomon.model.RunHead;
import dev.gnomon.problem.ProblemException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A run as JSON, schema {@value #SCHEMA}, described in {@code docs/files.md}. The same run gives
 * the same bytes on every JDK and in every locale.
 */
public final class RunJson {
  /** Name and version of the format. */
  public static final String SCHEMA = "gnomon-run/1";

  private RunJson() {}

  /** Writes a run as plain JSON in ASCII. */
  public static byte[] encode(Run run) {
    return JsonOut.document(
        SCHEMA,
        out ->
            out.object("origin", o -> HeadJson.write(o, run.origin()))
                .object("revision", o -> HeadJson.write(o, run.revision()))
                .text("startedAt", run.startedAt().toString())
                .objects("environment", run.environment().facts(), HeadJson::write)
                .whole("tookNs", run.took().toNanos())
                .object("sampling", o -> HeadJson.write(o, run.sampling()))
                .texts("notes", run.notes())
                .objects("series", run.series(), SeriesJson::write));
  }

  /**
   * Reads a run, plain or gzipped.
   *
   * @param in untrusted bytes; read to their end, not closed
   * @param name what messages call the source, usually the path of the file
   * @throws ProblemException {@code run-file-truncated}, {@code run-file-damaged}, {@code
   *     run-file-foreign}, {@code run-file-future}, {@code run-file-invalid} or {@code
   *     run-file-hostile}
   */
  public static Run decode(InputStream in, String name) {
    return guarded(name, () -> JsonDocument.read(in, SCHEMA).as(RunJson::run));
  }

  /**
   * Reads what stands at the start of a run, and no further.
   *
   * @param in untrusted bytes; not closed
   * @param name what messages call the source
   * @throws ProblemException as {@link #decode}, for what was read
   */
  public static RunHead decodeHead(InputStream in, String name) {
    Set<String> wanted = Set.of("origin", "revision", "startedAt", "environment");
    return guarded(name, () -> JsonDocument.readStart(in, SCHEMA, wanted).as(RunJson::head));
  }

  /**
   * The plain JSON of a run's file, within the limits of {@link #decode} but not looked into.
   *
   * @param in untrusted bytes, plain or gzipped; not closed
   * @param name what messages call the source
   * @throws ProblemException as {@link #decode}
   */
  public static byte[] unzipped(InputStream in, String name) {
    return guarded(name, () -> JsonDocument.unzipped(in));
  }

  private static Run run(Fields in) {
    return new Run(
        in.object("origin").as(HeadJson::origin),
        in.object("revision").as(HeadJson::revision),
        in.instant("startedAt"),
        Duration.ofNanos(in.whole("tookNs")),
        HeadJson.environment(in),
        in.object("sampling").as(HeadJson::sampling),
        in.objects("series").stream().map(series -> series.as(SeriesJson::read)).toList(),
        in.texts("notes"));
  }

  private static RunHead head(Fields in) {
    return new RunHead(
        in.object("origin").as(HeadJson::origin),
        in.object("revision").as(HeadJson::revision),
        in.instant("startedAt"),
        HeadJson.environment(in));
  }

  private static <T> T guarded(String name, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (UnreadableException e) {
      String code = "run-file-" + e.kind().suffix();
      throw new ProblemException(
          code, name + " cannot be read as a run: " + e.getMessage() + ". " + remedy(e), e);
    }
  }

  private static String remedy(UnreadableException e) {
    return switch (e.kind()) {
      case TRUNCATED ->
          "Whoever wrote or copied it was cut short: measure again, or restore it from a copy.";
      case DAMAGED -> "Its bytes were changed after it was written: restore it from a copy.";
      case FOREIGN ->
          "Expected a file that perf:run or perf:record wrote; "
              + "results of JMH itself are taken in by perf:import.";
      case FUTURE -> "Use the version of the plugin that wrote it, or a later one.";
      case INVALID -> "It was not written by this tool as it stands: restore it, or measure again.";
      case HOSTILE -> "No run that was measured is like this: find out where the file comes from.";
    };
  }
}
