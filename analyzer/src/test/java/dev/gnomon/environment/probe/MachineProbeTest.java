package dev.gnomon.environment.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gnomon.environment.Environment;
import dev.gnomon.environment.Fact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MachineProbeTest {
  @TempDir Path root;

  @Test
  void aLinuxMachineTellsItsStrictAndSoftFacts() throws IOException {
    write(
        "proc/cpuinfo",
        """
        processor\t: 0
        model name\t: AMD  EPYC
        microcode\t: 0x1
        cpu MHz\t: 2599.9
        flags\t\t: fpu sse hypervisor
        """);
    write("proc/self/status", "Name:\tjava\nCpus_allowed:\t3\nCpus_allowed_list:\t0-1\n");
    write("proc/meminfo", "MemTotal:       24681216 kB\nMemFree: 1 kB\n");
    write("proc/sys/kernel/osrelease", "6.1.0\n");
    write("proc/sys/kernel/random/boot_id", "0f5c\n");
    write("sys/devices/system/cpu/smt/active", "0\n");
    write("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor", "powersave\n");
    write("sys/devices/system/cpu/intel_pstate/no_turbo", "0\n");
    write("sys/kernel/mm/transparent_hugepage/enabled", "always [madvise] never\n");
    write("sys/class/dmi/id/sys_vendor", "QEMU\n");
    write("etc/machine-id", "abc\n");
    assertThat(linux().facts())
        .containsExactly(
            Fact.soft("cpu.governor", "powersave"),
            Fact.soft("cpu.microcode", "0x1"),
            Fact.strict("cpu.model", "AMD EPYC"),
            Fact.strict("cpu.smt", "off"),
            Fact.soft("cpu.turbo", "on"),
            Fact.strict("cpu.usable", "2"),
            Fact.soft("machine.boot", "52585f7a9ae5"),
            Fact.soft("machine.host", "883ddcf5ba3c"),
            Fact.soft("memory.hugepages", "madvise"),
            Fact.soft("memory.total", "24 GiB"),
            Fact.strict("os.arch", "amd64"),
            Fact.strict("os.family", "linux"),
            Fact.soft("os.kernel", "6.1.0"),
            Fact.strict("virtualisation", "vm"),
            Fact.soft("virtualisation.product", "QEMU"));
  }

  @Test
  void aRealMachineIsNoVirtualOne() throws IOException {
    write("proc/cpuinfo", "flags : fpu sse\n");
    write("sys/class/dmi/id/sys_vendor", "Dell Inc.\n");
    assertThat(value(linux(), "virtualisation")).contains("none");
    assertThat(value(linux(), "virtualisation.product")).isEmpty();
  }

  @Test
  void onArmTheNumbersOfTheCoreStandForItsModel() throws IOException {
    write("proc/cpuinfo", "CPU implementer\t: 0x41\nCPU variant\t: 0x3\nCPU part\t: 0xd0c\n");
    assertThat(value(linux(), "cpu.model")).contains("ARM 0x41 0xd0c 0x3");
    assertThat(value(linux(), "virtualisation")).isEmpty();
  }

  @Test
  void aContainersImageDoesNotTellItsHost() throws IOException {
    write("etc/machine-id", "abc\n");
    write(".dockerenv", "");
    assertThat(value(linux(), "machine.host")).isEmpty();
  }

  @Test
  void withoutProcAndSysWhatTheJvmKnowsIsLeft() {
    Map<String, String> variables = Map.of("PROCESSOR_IDENTIFIER", "Intel64 Family 6");
    MachineProbe windows =
        new MachineProbe(new Platform(root, "Windows 11", "amd64", 8, variables));
    assertThat(windows.facts())
        .containsExactly(
            Fact.strict("cpu.model", "Intel64 Family 6"),
            Fact.strict("cpu.usable", "8"),
            Fact.strict("os.arch", "amd64"),
            Fact.strict("os.family", "windows"));
    MachineProbe mac = new MachineProbe(new Platform(root, "Mac OS X", "aarch64", 10, Map.of()));
    assertThat(mac.facts())
        .contains(Fact.strict("os.family", "macos"), Fact.strict("cpu.usable", "10"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0-1|2",
        "0|1",
        "0-3,8,10-11|7",
        "nonsense|4",
        "|4",
      })
  void theAffinityIsCounted(String list, String usable) throws IOException {
    write("proc/self/status", "Cpus_allowed_list:\t" + (list == null ? "" : list) + "\n");
    assertThat(value(linux(), "cpu.usable")).contains(usable);
  }

  @Test
  void theTightestQuotaOfTheUnifiedHierarchyCounts() throws IOException {
    write("proc/self/cgroup", "0::/build/job\n");
    write("sys/fs/cgroup/build/job/cpu.max", "max 100000\n");
    write("sys/fs/cgroup/build/cpu.max", "150000 100000\n");
    assertThat(value(linux(), "cpu.usable")).contains("1.5");
  }

  @Test
  void theQuotaOfTheOldHierarchyCounts() throws IOException {
    write("proc/self/cgroup", "5:memory:/job\n4:cpu,cpuacct:/job\n");
    write("sys/fs/cgroup/cpu,cpuacct/job/cpu.cfs_quota_us", "33333\n");
    write("sys/fs/cgroup/cpu,cpuacct/job/cpu.cfs_period_us", "100000\n");
    assertThat(value(linux(), "cpu.usable")).contains("0.33");
  }

  @Test
  void inAContainerWhoseMountIsItsOwnGroupTheQuotaIsFoundAtTheRoot() throws IOException {
    write("proc/self/cgroup", "4:cpu,cpuacct:/docker/0123\n");
    write("sys/fs/cgroup/cpu,cpuacct/cpu.cfs_quota_us", "200000\n");
    write("sys/fs/cgroup/cpu,cpuacct/cpu.cfs_period_us", "100000\n");
    assertThat(value(linux(), "cpu.usable")).contains("2");
  }

  @Test
  void noQuotaIsNoLimit() throws IOException {
    write("proc/self/cgroup", "4:cpu:/\n0::/\nbroken\n");
    write("sys/fs/cgroup/cpu/cpu.cfs_quota_us", "-1\n");
    write("sys/fs/cgroup/cpu/cpu.cfs_period_us", "100000\n");
    write("sys/fs/cgroup/cpu.max", "max 100000\n");
    assertThat(value(linux(), "cpu.usable")).contains("4");
  }

  @Test
  void theFactsOfThisMachineDoNotChangeFromOneReadingToTheNext() {
    List<Fact> facts = MachineProbe.ofThisMachine().facts();
    assertThat(MachineProbe.ofThisMachine().facts()).isEqualTo(facts);
    assertThat(facts).extracting(Fact::name).contains("os.family", "os.arch", "cpu.usable");
  }

  private MachineProbe linux() {
    return new MachineProbe(new Platform(root, "Linux", "amd64", 4, Map.of()));
  }

  private static Optional<String> value(MachineProbe probe, String name) {
    return new Environment(probe.facts()).value(name);
  }

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
