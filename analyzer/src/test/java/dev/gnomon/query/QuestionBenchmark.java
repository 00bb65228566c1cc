package dev.gnomon.query;

import com.sun.management.OperatingSystemMXBean;
import dev.gnomon.calibration.Figures;
import dev.gnomon.stats.Sample;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Prints how long each named question takes over a large archive, from its cache, and how much
 * memory. The cache is made where there is none; then a run is added to it as a goal does.
 *
 * <p>The limit is held against what a user waits. The database works on two threads; their
 * processor time stands beside it, and grows less with what else a busy machine does.
 */
public final class QuestionBenchmark {
  private static final double MOST_SECONDS = 2;
  private static final int REPEATS = 3;
  private static final QueryLimits PATIENT = new QueryLimits(1000, Duration.ofMinutes(2), 512);

  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final SyntheticRuns archive;
  private final QueryCache cache;
  private final Figures figures = new Figures();
  private final PrintStream out;

  private QuestionBenchmark(SyntheticRuns archive, QueryCache cache, PrintStream out) {
    this.archive = archive;
    this.cache = cache;
    this.out = out;
  }

  /** Takes the cache's directory, the file of figures, runs, benchmarks and forks. */
  public static void main(String[] arguments) throws IOException, SQLException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    SyntheticRuns archive =
        new SyntheticRuns(
            Integer.parseInt(arguments[2]),
            Integer.parseInt(arguments[3]),
            Integer.parseInt(arguments[4]));
    out.printf(
        Locale.ROOT,
        "== Questions over %,d runs of %,d benchmarks%n",
        archive.runs(),
        archive.benchmarks());
    Path directory = Files.createDirectories(Path.of(arguments[0]));
    SqlEngine engine = SqlEngine.of(QuestionBenchmark.class.getClassLoader());
    QueryCache cache = new QueryCache(engine, directory);
    if (!Files.exists(cache.file())) {
      long start = System.nanoTime();
      LargeCache.fill(engine, cache, archive);
      out.printf(Locale.ROOT, "%-28s %6.2f s%n", "making the cache", seconds(start));
    }
    Figures figures = new QuestionBenchmark(archive, cache, out).measured();
    out.println(figures.table());
    figures.write(Path.of(arguments[1]));
    if (!figures.missed().isEmpty()) {
      throw new IllegalStateException("missed: " + figures.missed());
    }
  }

  private Figures measured() throws IOException {
    figures.reference("questions.cache.megabytes", Files.size(cache.file()) / 1e6);
    Map<String, String> given =
        Map.of(
            "since", archive.startedAt(archive.runs() * 9 / 10).toString().replace("Z", ""),
            "pinned", archive.commit(archive.runs() / 2).substring(0, 8),
            "branch", "main");
    for (String name : Question.names()) {
      ask(name, given);
    }
    figures.reference("questions.memory.megabytes", (double) memory());
    SyntheticRuns longer =
        new SyntheticRuns(archive.runs() + 1, archive.benchmarks(), archive.forks());
    long start = System.nanoTime();
    int added =
        cache.refresh(longer, SyntheticRuns.PROJECT, List.of(SyntheticRuns.MODULE), false).added();
    out.printf(
        Locale.ROOT,
        "%-28s %6.2f s, memory so far %d MB%n",
        "a run more: " + added,
        seconds(start),
        memory());
    figures.reference("questions.append.seconds", seconds(start));
    return figures;
  }

  private void ask(String name, Map<String, String> given) {
    ArchiveQuery query = new ArchiveQuery(cache, PATIENT);
    double[] wall = new double[REPEATS];
    double[] processor = new double[REPEATS];
    int rows = 0;
    for (int i = 0; i < REPEATS; i++) {
      long start = System.nanoTime();
      long before = PROCESS.getProcessCpuTime();
      rows = query.ask(Question.named(name), given).rows().size();
      wall[i] = seconds(start);
      processor[i] = (PROCESS.getProcessCpuTime() - before) / 1e9;
    }
    out.printf(Locale.ROOT, "%-28s %d rows, memory so far %d MB%n", name, rows, memory());
    figures.atMost("questions." + name + ".wallSeconds", Sample.of(wall).median(), MOST_SECONDS);
    figures.reference("questions." + name + ".cpuSeconds", Sample.of(processor).median());
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  /** The most that the process has held so far in MB, the database's own memory with it. */
  private static long memory() {
    try {
      return Files.readAllLines(Path.of("/proc/self/status")).stream()
              .filter(line -> line.startsWith("VmHWM:"))
              .map(line -> line.replaceAll("[^0-9]", ""))
              .mapToLong(Long::parseLong)
              .findFirst()
              .orElse(0)
          / 1000;
    } catch (IOException e) {
      return 0; // no Linux
    }
  }
}
