package dev.gnomon.imported;

import dev.gnomon.json.JsonDocument;
import dev.gnomon.json.Shown;
import dev.gnomon.json.UnreadableException;
import dev.gnomon.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** A file of another tool's results, untrusted, read whole and within limits. */
public final class ImportFile {
  private static final String MARK = "\ufeff";
  private static final int LONGEST_NAME = 4096;
  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{7,64}");
  private static final Pattern BENCHMARK_LINE =
      Pattern.compile("(?m)^Benchmark\\S*+[ \\t]++[0-9]++[ \\t]");

  private final String name;
  private final byte[] bytes;

  private ImportFile(String name, byte[] bytes) {
    this.name = name;
    this.bytes = bytes;
  }

  /**
   * Reads a file.
   *
   * @param in untrusted bytes, plain or gzipped; read to their end, not closed
   * @param name what messages call it, usually its path
   * @throws ProblemException {@code import-file-unreadable} where it passes a limit or its
   *     compression is broken, {@code import-file-empty} where there is nothing in it
   */
  public static ImportFile read(InputStream in, String name) {
    Objects.requireNonNull(name, "name");
    try {
      ImportFile file = new ImportFile(name, JsonDocument.unzipped(in));
      if (file.bytes.length == 0) {
        throw file.empty("it has no bytes");
      }
      return file;
    } catch (UnreadableException e) {
      throw unreadable(name, e.getMessage(), "a file of results, plain or gzipped", e);
    }
  }

  /** Its bytes, unzipped. */
  public InputStream open() {
    return new ByteArrayInputStream(bytes);
  }

  /**
   * The form that it seems to have.
   *
   * @throws ProblemException {@code import-file-unreadable} where it seems to have none
   */
  public Format format() {
    String text = text(Optional.empty()).stripLeading();
    if (text.startsWith("[")) {
      return Format.JMH;
    }
    if (text.startsWith("{") || text.startsWith(BenchmarkDataReader.ASSIGNED)) {
      return Format.GITHUB_ACTION;
    }
    if (BENCHMARK_LINE.matcher(text).find()) {
      return Format.GO;
    }
    if (name.toLowerCase(Locale.ROOT).matches(".*\\.csv(\\.gz)?")
        || text.lines().findFirst().orElse("").contains(",")) {
      return Format.CSV;
    }
    throw unreadable(
        name,
        "it looks like none of the forms that are known",
        "a result of JMH, benchmarks of Go, comma-separated values or a data.js",
        null);
  }

  /** Its text without a byte order mark. */
  String text(Format as) {
    return text(Optional.of(as));
  }

  private String text(Optional<Format> as) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith(MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw unreadable(
          name,
          "it is not text in UTF-8",
          as.map(Format::described).orElse("a file of results in UTF-8"),
          e);
    }
  }

  /** A commit id in lower case; empty where the text is. */
  Optional<String> commit(Format as, String text, String where) {
    String id = text.strip().toLowerCase(Locale.ROOT);
    if (!id.isEmpty() && !COMMIT.matcher(id).matches()) {
      throw unreadable(
          as, where + " names the commit " + Shown.quoted(text) + ", which is no id of git");
    }
    return id.isEmpty() ? Optional.empty() : Optional.of(id);
  }

  /** A name of bounded length. */
  String bounded(Format as, String text, String where) {
    if (text.length() > LONGEST_NAME) {
      throw unreadable(
          as, where + " has a name of " + text.length() + " characters: " + Shown.quoted(text));
    }
    return text;
  }

  ProblemException empty(String found) {
    return new ProblemException(
        "import-file-empty",
        "%s holds no result: %s. Look at the log of the tool that should have written it, or name another file with -Dperf.file."
            .formatted(name, found));
  }

  /** The problem of a file that is not what it is taken for. */
  ProblemException unreadable(Format as, String found) {
    return unreadable(name, found, as.described(), null);
  }

  private static ProblemException unreadable(
      String name, String found, String expected, Throwable cause) {
    return new ProblemException(
        "import-file-unreadable",
        "%s cannot be imported: %s. Expected %s; another form is named with -Dperf.import.format. Nothing was imported."
            .formatted(name, found, expected),
        cause);
  }
}
