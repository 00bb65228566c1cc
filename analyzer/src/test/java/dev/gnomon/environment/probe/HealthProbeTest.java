package dev.gnomon.environment.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gnomon.doctor.MachineState;
import dev.gnomon.doctor.MachineState.Clocking;
import dev.gnomon.doctor.MachineState.Load;
import dev.gnomon.doctor.MachineState.Mount;
import dev.gnomon.doctor.MachineState.Permissions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HealthProbeTest {
  private static final Path TEMPORARY = Path.of("/tmp/jvm");
  private static final Path OUTPUT = Path.of("/w/target/perf");

  @TempDir Path root;

  @Test
  void withoutProcAndSysOnlyTheJvmsOwnKnowledgeIsLeft() {
    MachineState state = state("Mac OS X", Map.of());
    assertThat(state.place())
        .isEqualTo(
            new MachineState.Place(
                "macos",
                false,
                4,
                4,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    assertThat(state.processor())
        .isEqualTo(
            new Clocking(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    assertThat(state.permissions())
        .isEqualTo(
            new Permissions(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    assertThat(state.load())
        .isEqualTo(
            new Load(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    assertThat(state("Windows 11", Map.of()).place().family()).isEqualTo("windows");
  }

  @Test
  void aMachineTellsHowItsClockIsGoverned() throws IOException {
    write("sys/devices/system/cpu/cpu0/cpufreq/scaling_driver", "intel_pstate\n");
    write("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor", "powersave\n");
    write("sys/devices/system/cpu/intel_pstate/no_turbo", "0\n");
    write("sys/devices/system/cpu/smt/active", "1\n");
    assertThat(linux().processor())
        .isEqualTo(
            new Clocking(
                Optional.of("intel_pstate"),
                Optional.of("powersave"),
                Optional.of("on"),
                Optional.of("/sys/devices/system/cpu/intel_pstate/no_turbo"),
                Optional.of("on")));
  }

  @Test
  void aContainerWithAQuotaAndALimitIsSeen() throws IOException {
    write(".dockerenv", "");
    write("proc/self/cgroup", "0::/\n");
    write("proc/self/status", "Cpus_allowed_list:\t0-1\nSeccomp:\t2\nSeccomp_filters:\t1\n");
    write("sys/devices/system/cpu/online", "0-7\n");
    write("sys/fs/cgroup/cpu.max", "150000 100000\n");
    write("sys/fs/cgroup/memory.max", "1073741824\n");
    write("sys/fs/cgroup/memory.current", "1000000000\n");
    write("sys/fs/cgroup/memory.stat", "anon 5\ninactive_file 400000000\n");
    write("proc/meminfo", "MemTotal:       24681216 kB\nMemAvailable:   20000000 kB\n");
    MachineState state = linux();
    assertThat(state.place())
        .isEqualTo(
            new MachineState.Place(
                "linux",
                true,
                8,
                2,
                Optional.of(1.5),
                Optional.empty(),
                Optional.empty(),
                Optional.of("docker")));
    assertThat(state.place().usableCpus()).isEqualTo(1.5);
    assertThat(state.permissions().seccomp()).contains(2);
    assertThat(state.load().memoryTotal()).contains(1_073_741_824L);
    assertThat(state.load().memoryAvailable()).contains(473_741_824L);
  }

  @Test
  void theOldHierarchysQuotaCountsAndItsMissingMemoryLimitDoesNot() throws IOException {
    write("proc/self/cgroup", "9:cpuset:/x\n4:cpu,cpuacct:/docker/0123\n");
    write("sys/fs/cgroup/cpu,cpuacct/cpu.cfs_quota_us", "200000\n");
    write("sys/fs/cgroup/cpu,cpuacct/cpu.cfs_period_us", "100000\n");
    write("sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n");
    write("sys/fs/cgroup/memory/memory.usage_in_bytes", "1000\n");
    write("proc/meminfo", "MemTotal:       1024 kB\nMemAvailable:   512 kB\n");
    MachineState state = linux();
    assertThat(state.place().quotaCpus()).contains(2.0);
    assertThat(state.load().memoryTotal()).contains(1_048_576L);
    assertThat(state.load().memoryAvailable()).contains(524_288L);
  }

  @Test
  void pressureAndLoadAreTheKernelsAverages() throws IOException {
    write("proc/loadavg", "1.83 1.62 1.00 2/300 4711\n");
    write("proc/pressure/cpu", "some avg10=12.50 avg60=1.00 avg300=0.10 total=99\n");
    write("proc/pressure/memory", "some avg10=... avg60=1.00 avg300=0.10 total=99\n");
    assertThat(linux().load())
        .isEqualTo(
            new Load(
                Optional.of(1.83),
                Optional.of(12.5),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
  }

  @Test
  void aDirectoryLiesOnTheDeepestMountAboveIt() throws IOException {
    write(
        "proc/self/mounts",
        """
        /dev/vda / ext4 rw,relatime 0 0
        tmpfs /tmp tmpfs rw,nosuid,noexec 0 0
        tmpfs /w/target\\040x tmpfs rw,noexec 0 0
        overlay /w overlay rw,noexec 0 0
        /dev/vdb /w ext4 rw 0 0
        broken
        """);
    Permissions permissions = linux().permissions();
    assertThat(permissions.temporary()).contains(new Mount("/tmp/jvm", "/tmp", true));
    assertThat(permissions.output()).contains(new Mount("/w/target/perf", "/w", false));
  }

  @Test
  void theKernelsSettingsAreReadAsNumbers() throws IOException {
    write("proc/sys/kernel/perf_event_paranoid", "-1\n");
    write("proc/sys/kernel/kptr_restrict", "nonsense\n");
    assertThat(linux().permissions().perfEventParanoid()).contains(-1);
    assertThat(linux().permissions().kptrRestrict()).isEmpty();
  }

  @Test
  void kubernetesIsToldByItsVariable() {
    assertThat(state("Linux", Map.of("KUBERNETES_SERVICE_HOST", "10.0.0.1")).place().container())
        .contains("kubernetes");
  }

  private MachineState linux() {
    return state("Linux", Map.of());
  }

  private MachineState state(String os, Map<String, String> variables) {
    return new HealthProbe(new Platform(root, os, "amd64", 4, variables), TEMPORARY).state(OUTPUT);
  }

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
