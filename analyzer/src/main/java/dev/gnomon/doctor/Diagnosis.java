package dev.gnomon.doctor;

import java.util.List;
import java.util.Objects;

/**
 * What the doctor says.
 *
 * @param sentence how well this machine can measure, in one sentence
 * @param findings worst first; of one severity in the order of {@link Check}
 * @param figures what was measured
 */
public record Diagnosis(String sentence, List<Finding> findings, Figures figures) {
  public Diagnosis {
    Objects.requireNonNull(sentence, "sentence");
    findings = List.copyOf(findings);
    Objects.requireNonNull(figures, "figures");
  }

  /** How many findings there are of a severity. */
  public long count(Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }

  /**
   * What the ruler measured; NaN where it could not.
   *
   * @param loops one entry for each kind of loop that was run
   * @param windowNs wall time of all loops; 0 where none was run
   * @param stealShare share of the machine's CPU time that the hypervisor gave to others
   * @param otherCpus CPUs that other processes kept busy, on average
   * @param cpuPressureShare share of the time in which some task waited for a CPU
   * @param memoryPressureShare share of the time in which some task waited for memory
   * @param throttledShare share of the time for which a quota stopped this control group
   * @param trials one entry for each event that the profiler was tried with
   */
  public record Figures(
      List<Loop> loops,
      long windowNs,
      double stealShare,
      double otherCpus,
      double cpuPressureShare,
      double memoryPressureShare,
      double throttledShare,
      List<Trial> trials) {
    public Figures {
      loops = List.copyOf(loops);
      trials = List.copyOf(trials);
    }
  }

  /**
   * Slices of equal work of one kind.
   *
   * @param name {@code cpu}, {@code memory} or {@code allocation}
   * @param slices how many
   * @param medianNs median of their uncontended time, of wall time where delay is unknown
   * @param wallSpread standard deviation of their wall time over its median
   * @param uncontendedSpread the same of wall time less delay; NaN where delay is unknown
   * @param delayShare share of their wall time spent waiting for a CPU; NaN where unknown
   */
  public record Loop(
      String name,
      int slices,
      double medianNs,
      double wallSpread,
      double uncontendedSpread,
      double delayShare) {}

  /**
   * One event of the profiler.
   *
   * @param event its name
   * @param status {@code ok}, or why it could not be used
   * @param interval what was asked for: nanoseconds, or bytes for {@code alloc}
   * @param samples samples that hit the busy thread
   * @param effectiveInterval what was got, in the same unit; NaN without samples, and for {@code
   *     lock}, which counts events rather than time
   */
  public record Trial(
      String event, String status, long interval, long samples, double effectiveInterval) {
    /** Whether the event could be used. */
    public boolean works() {
      return status.equals("ok");
    }
  }
}
