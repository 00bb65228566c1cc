package dev.gnomon.jmh;

import dev.gnomon.environment.Fact;
import dev.gnomon.imported.Format;
import dev.gnomon.imported.ImportedRun;
import dev.gnomon.imported.Told;
import dev.gnomon.json.Fields;
import dev.gnomon.json.JsonDocument;
import dev.gnomon.json.UnreadableException;
import dev.gnomon.json.UnreadableException.Kind;
import dev.gnomon.model.Series;
import dev.gnomon.problem.ProblemException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Reads the result JSON of any JMH since 1.11. */
public final class JmhResultReader {
  private JmhResultReader() {}

  /**
   * Reads a result file.
   *
   * @param in untrusted bytes, plain or gzipped; read to their end, not closed
   * @param name what messages call the source, usually the path of the file
   * @throws ProblemException {@code jmh-file-empty} for the zero bytes that a crashed JMH leaves
   *     and for a list without results, {@code jmh-file-unreadable} for anything that is not a JMH
   *     result
   */
  public static ImportedRun read(InputStream in, String name) {
    try {
      List<Fields> results = JsonDocument.readArray(in);
      if (results.isEmpty()) {
        throw empty(name, "it is a list without results");
      }
      return result(results);
    } catch (UnreadableException e) {
      if (e.kind() == Kind.TRUNCATED && e.getMessage().equals(UnreadableException.EMPTY)) {
        throw empty(name, "it has no bytes, as a JMH that crashed leaves it");
      }
      throw new ProblemException(
          "jmh-file-unreadable",
          name
              + " cannot be read as a JMH result: "
              + e.getMessage()
              + ". Expected what JMH 1.11 or later writes with -rf json -rff FILE.",
          e);
    }
  }

  private static ProblemException empty(String name, String found) {
    return new ProblemException(
        "jmh-file-empty",
        "%s holds no result: %s. Run JMH again with -rf json -rff FILE and look at its log for failed benchmarks."
            .formatted(name, found));
  }

  private static ImportedRun result(List<Fields> results) {
    List<Series> series = new ArrayList<>();
    for (Fields result : results) {
      series.add(result.lenientlyAs(ResultReader::series));
    }
    return new ImportedRun(Format.JMH, Told.NOTHING, series, facts(results), notes(results));
  }

  private static List<Fact> facts(List<Fields> results) {
    List<Fact> facts = new ArrayList<>();
    add(facts, Fact.strict("jmh.version", values(results, "jmhVersion")));
    add(facts, Fact.strict("jvm.major", major(values(results, "jdkVersion"))));
    add(facts, Fact.strict("jvm.vm", values(results, "vmName")));
    add(facts, Fact.soft("jvm.version", values(results, "vmVersion")));
    return facts;
  }

  private static void add(List<Fact> facts, Fact fact) {
    if (!fact.value().isEmpty()) {
      facts.add(fact);
    }
  }

  /** Feature release of {@code 17.0.9}, {@code 1.8.0_292} or {@code 25-ea}. */
  private static String major(String version) {
    return version.replaceFirst("^1\\.", "").replaceFirst("[^0-9].*$", "");
  }

  private static String values(List<Fields> results, String name) {
    return results.stream()
        .flatMap(result -> result.textIfAny(name).stream())
        .distinct()
        .sorted()
        .collect(Collectors.joining(" + "));
  }

  private static List<String> notes(List<Fields> results) {
    long unforked = results.stream().filter(r -> r.has("forks") && r.count("forks") == 0).count();
    return unforked == 0
        ? List.of()
        : List.of(
            unforked
                + " of "
                + results.size()
                + " benchmarks ran inside JMH's own JVM (-f 0), where one spoils the other.");
  }
}
