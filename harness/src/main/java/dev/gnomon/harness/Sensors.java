package dev.gnomon.harness;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the CPUs tell of their heat and their speed, where the kernel shows it; most virtual
 * machines have none of it.
 */
final class Sensors {
  /** The CPUs of one machine heat up and slow down together, and each is a file to read. */
  private static final int MOST = 16;

  private final List<ProcFile> throttling = new ArrayList<>();
  private final List<ProcFile> frequencies = new ArrayList<>();

  Sensors(Path root) {
    Path cpus = root.resolve("sys/devices/system/cpu");
    if (!Files.isDirectory(cpus)) {
      return;
    }
    try (DirectoryStream<Path> directories = Files.newDirectoryStream(cpus, "cpu[0-9]*")) {
      for (Path cpu : directories) {
        add(throttling, cpu.resolve("thermal_throttle/core_throttle_count"));
        add(frequencies, cpu.resolve("cpufreq/scaling_cur_freq"));
      }
    } catch (IOException | DirectoryIteratorException e) {
      throttling.clear();
      frequencies.clear();
    }
  }

  private static void add(List<ProcFile> files, Path path) {
    ProcFile file = files.size() < MOST ? ProcFile.open(path) : null;
    if (file != null) {
      files.add(file);
    }
  }

  /** How often CPUs have been slowed down because they were hot, since the machine started. */
  long throttles() {
    return sum(throttling);
  }

  /** Present frequency in kHz, the mean of the CPUs. */
  long frequency() {
    long sum = sum(frequencies);
    return sum == Reading.UNKNOWN ? sum : sum / frequencies.size();
  }

  private static long sum(List<ProcFile> files) {
    long sum = files.isEmpty() ? Reading.UNKNOWN : 0;
    for (ProcFile file : files) {
      long number = file.refresh() ? file.nextNumber() : Reading.UNKNOWN;
      if (number == Reading.UNKNOWN) {
        return Reading.UNKNOWN;
      }
      sum += number;
    }
    return sum;
  }
}
