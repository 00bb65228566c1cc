package dev.gnomon.harness.live;

import dev.gnomon.measure.Measured;
import dev.gnomon.measure.PairedMeasured;
import dev.gnomon.model.Fork;
import dev.gnomon.model.Iteration;
import dev.gnomon.model.Series;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Every iteration of a live run as a line of a CSV file, for whoever asks why it came out so. */
final class IterationTable {
  private static final String HEADER =
      "repetition,side,benchmark,round,started,part,nsPerOp,ops,windowNs,runNs,delayNs,systemBusyNs,"
          + "otherThreadsNs,jitNs,jitDelayNs,gcNs";

  private final Path file;

  /** Begins a file, in whose place nothing else is left. */
  IterationTable(Path file) throws IOException {
    this.file = file;
    Files.createDirectories(file.getParent());
    Files.write(file, List.of(HEADER));
  }

  void add(int repetition, PairedMeasured sides) throws IOException {
    List<String> lines = new ArrayList<>();
    add(lines, repetition + ",baseline", sides.baseline());
    add(lines, repetition + ",candidate", sides.candidate());
    Files.write(file, lines, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
  }

  private static void add(List<String> lines, String side, Measured measured) {
    for (Series series : measured.series()) {
      for (Fork fork : series.goodForks()) {
        String start =
            "%s,%s,%d,%s".formatted(side, series.id().shortName(), fork.round(), fork.startedAt());
        fork.warmup().forEach(iteration -> lines.add(line(start + ",warm-up", iteration)));
        fork.iterations().forEach(iteration -> lines.add(line(start + ",measured", iteration)));
      }
    }
  }

  private static String line(String start, Iteration iteration) {
    return String.format(
        Locale.ROOT,
        "%s,%f,%f,%d,%d,%d,%d,%d,%d,%d,%d",
        start,
        iteration.nsPerOp(),
        iteration.ops(),
        iteration.workers().windowNs(),
        iteration.workers().onCpuNs(),
        iteration.workers().delayNs(),
        iteration.background().systemBusyNs(),
        iteration.background().otherThreadsNs(),
        iteration.background().jitNs(),
        iteration.background().jitDelayNs(),
        iteration.background().gcNs());
  }
}
