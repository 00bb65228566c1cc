package dev.gnomon.doctor;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the probe JVM told. Nothing of it is certain: the JVM may have ended at any point.
 *
 * @param jvm what runs the forks; empty where it did not come so far
 * @param accounts {@code schedstat}, {@code zero} where the kernel has the file and counts nothing
 *     in it, {@code absent} where there is none; empty where it did not come so far
 * @param slices in the order of their run
 * @param skipped loops that could not be run, with the reason
 * @param window the whole machine during all loops
 * @param library {@code ok}, or why the profiler's library could not be loaded; empty where it was
 *     not tried
 * @param trials the events that were tried
 * @param trying the event, or {@code library}, that was being tried when the output ended
 * @param complete whether it came to its end
 */
public record Ruler(
    Optional<Jvm> jvm,
    Optional<String> accounts,
    List<Slice> slices,
    List<String> skipped,
    Optional<Window> window,
    Optional<String> library,
    List<Trial> trials,
    Optional<String> trying,
    boolean complete) {
  /** A ruler that was not run. */
  public static final Ruler NONE =
      new Ruler(
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          false);

  public Ruler {
    Objects.requireNonNull(jvm, "jvm");
    slices = List.copyOf(slices);
    skipped = List.copyOf(skipped);
    trials = List.copyOf(trials);
  }

  /**
   * A Java virtual machine, as its own properties tell.
   *
   * @param version {@code java.version}
   * @param major its first number
   * @param vendor {@code java.vendor}
   * @param vm {@code java.vm.name}
   * @param build {@code java.vm.version}
   * @param info {@code java.vm.info}: {@code mixed mode, sharing}
   */
  public record Jvm(
      String version, int major, String vendor, String vm, String build, String info) {}

  /**
   * A slice of one loop; nanoseconds, -1 where unknown.
   *
   * @param loop which loop
   * @param wallNs from start to end
   * @param onCpuNs of it on a CPU
   * @param delayNs of it waiting for one
   */
  public record Slice(String loop, long wallNs, long onCpuNs, long delayNs) {}

  /**
   * The whole machine; nanoseconds, -1 where unknown.
   *
   * @param wallNs how long it was watched
   * @param busyNs time of all CPUs that was used
   * @param ownNs of it by the probe JVM
   * @param stealNs time that the hypervisor gave to others
   * @param cpuPressureNs time in which some task waited for a CPU
   * @param memoryPressureNs time in which some task waited for memory
   * @param throttledNs time for which a quota stopped this control group
   */
  public record Window(
      long wallNs,
      long busyNs,
      long ownNs,
      long stealNs,
      long cpuPressureNs,
      long memoryPressureNs,
      long throttledNs) {}

  /**
   * One event of the profiler.
   *
   * @param event its name
   * @param status {@code ok}, or the profiler's message
   * @param interval what was asked for: nanoseconds or bytes
   * @param samples samples that hit the ruler's own code
   * @param spent what they were taken of, in the interval's unit
   */
  public record Trial(String event, String status, long interval, long samples, long spent) {}
}
