package dev.gnomon.environment.probe;

import dev.gnomon.doctor.MachineState;
import dev.gnomon.doctor.MachineState.Clocking;
import dev.gnomon.doctor.MachineState.Permissions;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads what a machine tells of its state: its settings, and how busy it is at this moment. What
 * cannot be read is left out; nothing is changed.
 */
public final class HealthProbe {
  private static final String CPU = "/sys/devices/system/cpu";
  private static final String NO_TURBO = CPU + "/intel_pstate/no_turbo";
  private static final String BOOST = CPU + "/cpufreq/boost";

  private final Platform platform;
  private final MachineProbe machine;
  private final Path temporary;

  HealthProbe(Platform platform, Path temporary) {
    this.platform = platform;
    this.machine = new MachineProbe(platform);
    this.temporary = temporary;
  }

  /**
   * A probe of the machine that this JVM runs on.
   *
   * @param root where its files are read: {@code /}, or a directory in its place
   */
  public static HealthProbe under(Path root) {
    return new HealthProbe(
        Platform.under(root), Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath());
  }

  /**
   * Reads the state of this moment.
   *
   * @param output directory that the profiler's library is laid into; it need not exist
   */
  public MachineState state(Path output) {
    Processor processor = new Processor(platform, machine.family());
    return new MachineState(
        place(processor),
        new Clocking(
            platform.read(CPU + "/cpu0/cpufreq/scaling_driver"),
            processor.governor(),
            processor.turbo(),
            Stream.of(NO_TURBO, BOOST).filter(platform::exists).findFirst(),
            processor.smt()),
        permissions(output),
        new Busyness(platform).load());
  }

  private MachineState.Place place(Processor processor) {
    UsableCpus usable = new UsableCpus(platform);
    return new MachineState.Place(
        machine.family(),
        platform.exists("/proc/self"),
        Math.max(1, usable.online()),
        Math.max(1, usable.allowed()),
        usable.quota().stream().boxed().findFirst(),
        processor.virtualisation(),
        processor.hypervisor(),
        new Container(platform).kind());
  }

  private Permissions permissions(Path output) {
    Mounts mounts = Mounts.of(platform);
    return new Permissions(
        number("/proc/sys/kernel/perf_event_paranoid"),
        number("/proc/sys/kernel/kptr_restrict"),
        platform.line("/proc/self/status", "Seccomp").flatMap(HealthProbe::parsed),
        mounts.of(temporary),
        mounts.of(output));
  }

  private Optional<Integer> number(String file) {
    return platform.read(file).flatMap(HealthProbe::parsed);
  }

  private static Optional<Integer> parsed(String text) {
    try {
      return Optional.of(Integer.parseInt(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
