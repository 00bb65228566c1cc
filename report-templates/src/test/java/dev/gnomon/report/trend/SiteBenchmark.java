package dev.gnomon.report.trend;

import dev.gnomon.archive.directory.DirectoryArchive;
import dev.gnomon.history.ArchiveHistory;
import dev.gnomon.history.History;
import dev.gnomon.history.HistoryQuery;
import dev.gnomon.report.DirectoryOutput;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Prints how long the site of a large archive takes and how much heap, in a JVM that starts cold.
 * Without an archive in the directory one is made first: 1,000 benchmarks, 1,000 runs of 3 forks of
 * 5 iterations.
 */
public final class SiteBenchmark {
  private static final SyntheticArchive LARGE = new SyntheticArchive(1_000, 1_000, 3);

  private static final int MOST_SECONDS = 60;
  private static final int MOST_MEBIBYTES = 2048;

  private SiteBenchmark() {}

  /** Takes the directory of the archive and the directory of the site. */
  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Path directory = Path.of(arguments[0]);
    DirectoryArchive archive = new DirectoryArchive(directory);
    if (!Files.exists(directory)) {
      LARGE.copyTo(archive);
    }
    long start = System.nanoTime();
    History history =
        ArchiveHistory.read(
            archive,
            new HistoryQuery(SyntheticArchive.PROJECT, SyntheticArchive.MODULE, "main", false));
    double read = seconds(start);
    new TrendSite(TrendOptions.plain()).write(history, new DirectoryOutput(Path.of(arguments[1])));
    out.printf(
        Locale.ROOT,
        "== Site of trends: %d runs of %d benchmarks, %d changes%n",
        history.runs().size(),
        history.benchmarks().size(),
        history.events().size());
    out.printf(Locale.ROOT, "%-40s %6.1f s%n", "reading and finding changes", read);
    out.printf(
        Locale.ROOT, "%-40s %6.1f s (at most 60)%n", "with every page written", seconds(start));
    out.printf(Locale.ROOT, "%-40s %6d MiB (at most 2048)%n", "most heap", mostHeap());
    if (seconds(start) > MOST_SECONDS || mostHeap() > MOST_MEBIBYTES) {
      throw new IllegalStateException("the site misses its target");
    }
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  /** Sum of the pools' own peaks: at least what was in use at any moment. */
  private static long mostHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getPeakUsage)
            .mapToLong(usage -> usage.getUsed())
            .sum()
        >> 20;
  }
}
