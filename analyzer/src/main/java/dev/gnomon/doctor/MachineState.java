package dev.gnomon.doctor;

import java.util.Objects;
import java.util.Optional;

/**
 * What can be read of a machine without measuring; empty where it does not tell.
 *
 * @param place the system and its processors
 * @param processor how its clock is governed
 * @param permissions what a profiler is allowed
 * @param load how busy it is
 */
public record MachineState(Place place, Clocking processor, Permissions permissions, Load load) {

  /**
   * The system and its processors.
   *
   * @param family {@code linux}, {@code macos}, {@code windows} or another
   * @param procfs whether the kernel tells about processes under {@code /proc}
   * @param cpus CPUs of the machine that are online; at least 1
   * @param allowedCpus CPUs that the affinity or the cpuset leaves; at least 1
   * @param quotaCpus CPUs that the control group's quota is worth
   * @param virtualisation {@code vm} or {@code none}
   * @param product maker and product of the virtual machine
   * @param container kind of container around this process
   */
  public record Place(
      String family,
      boolean procfs,
      int cpus,
      int allowedCpus,
      Optional<Double> quotaCpus,
      Optional<String> virtualisation,
      Optional<String> product,
      Optional<String> container) {
    public Place {
      Objects.requireNonNull(family, "family");
    }

    /** CPUs that a measurement can use, the quota counted. */
    public double usableCpus() {
      return Math.min(allowedCpus, quotaCpus.orElse(Double.POSITIVE_INFINITY));
    }

    boolean linux() {
      return family.equals("linux");
    }

    boolean windows() {
      return family.equals("windows");
    }
  }

  /**
   * What decides about the clock of a core.
   *
   * @param driver the driver that sets frequencies
   * @param governor the rule by which it does
   * @param turbo {@code on} or {@code off}
   * @param turboSwitch the file that switches it
   * @param smt {@code on} or {@code off}
   */
  public record Clocking(
      Optional<String> driver,
      Optional<String> governor,
      Optional<String> turbo,
      Optional<String> turboSwitch,
      Optional<String> smt) {}

  /**
   * What a profiler is allowed.
   *
   * @param perfEventParanoid the kernel's setting of that name
   * @param kptrRestrict the kernel's setting of that name
   * @param seccomp 0 without a filter of system calls, 2 with one
   * @param temporary where the JVM's temporary directory lies
   * @param output where the output directory lies
   */
  public record Permissions(
      Optional<Integer> perfEventParanoid,
      Optional<Integer> kptrRestrict,
      Optional<Integer> seccomp,
      Optional<Mount> temporary,
      Optional<Mount> output) {}

  /**
   * The file system that a directory lies on.
   *
   * @param directory the directory
   * @param point where the file system is mounted
   * @param noexec whether nothing may be executed there
   */
  public record Mount(String directory, String point, boolean noexec) {}

  /**
   * How busy the machine was before anything was measured.
   *
   * @param loadAverage tasks that ran or waited, over the last minute
   * @param cpuPressure percent of the last ten seconds in which some task waited for a CPU
   * @param memoryPressure percent of the last ten seconds in which some task waited for memory
   * @param memoryTotal bytes of the machine, or of the control group's limit
   * @param memoryAvailable bytes of it that can be had without swapping
   */
  public record Load(
      Optional<Double> loadAverage,
      Optional<Double> cpuPressure,
      Optional<Double> memoryPressure,
      Optional<Long> memoryTotal,
      Optional<Long> memoryAvailable) {}
}
