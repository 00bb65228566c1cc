package dev.gnomon.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineTest {
  @TempDir Path root;

  private void file(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Map<String, Long> read() {
    Map<String, Long> counters = new HashMap<>();
    new Machine(root).read(counters);
    return counters;
  }

  @Test
  void busyTimeLeavesOutIdlingAndSteal() throws IOException {
    file("proc/stat", "cpu  10 20 30 1000 2000 40 50 7 0 0\ncpu0 1 1 1\n");

    assertThat(read()).containsEntry("busy", 1_500_000_000L).containsEntry("steal", 70_000_000L);
  }

  @Test
  void pressureIsInNanoseconds() throws IOException {
    file(
        "proc/pressure/cpu",
        "some avg10=0.00 avg60=0.01 avg300=0.00 total=1234\nfull avg10=0 total=9\n");

    assertThat(read())
        .containsEntry("cpuPressure", 1_234_000L)
        .containsEntry("memoryPressure", -1L);
  }

  @Test
  void throttlingIsReadFromTheSecondKindOfControlGroups() throws IOException {
    file("proc/self/cgroup", "0::/ci/job\n");
    file("sys/fs/cgroup/ci/job/cpu.stat", "usage_usec 5\nnr_throttled 3\nthrottled_usec 7\n");

    assertThat(read()).containsEntry("throttled", 7_000L);
  }

  @Test
  void throttlingIsReadFromTheFirstKindOfControlGroups() throws IOException {
    file("proc/self/cgroup", "5:memory:/x\n4:cpu,cpuacct:/ci/job\n");
    file("sys/fs/cgroup/cpu,cpuacct/ci/job/cpu.stat", "nr_periods 5\nthrottled_time 7\n");

    assertThat(read()).containsEntry("throttled", 7L);
  }

  @Test
  void anotherControllerWhoseNameBeginsAlikeIsNotMistaken() throws IOException {
    file("proc/self/cgroup", "7:cpuset:/pinned\n6:name=cpu:/other\n4:cpu,cpuacct:/ci/job\n");
    file("sys/fs/cgroup/cpu,cpuacct/pinned/cpu.stat", "throttled_time 1\n");
    file("sys/fs/cgroup/cpu,cpuacct/other/cpu.stat", "throttled_time 2\n");
    file("sys/fs/cgroup/cpu,cpuacct/ci/job/cpu.stat", "throttled_time 7\n");

    assertThat(read()).containsEntry("throttled", 7L);
  }

  @Test
  void theControllerMayHaveAMountOfItsOwn() throws IOException {
    file("proc/self/cgroup", "5:cpuacct:/x\n4:cpu:/ci/job\n");
    file("sys/fs/cgroup/cpu/ci/job/cpu.stat", "throttled_time 7\n");

    assertThat(read()).containsEntry("throttled", 7L);
  }

  @Test
  void aContainerOfTheFirstKindHasItsGroupAtTheMount() throws IOException {
    file("proc/self/cgroup", "4:cpu,cpuacct:/docker/0123\n");
    file("sys/fs/cgroup/cpu,cpuacct/cpu.stat", "throttled_time 7\n");

    assertThat(read()).containsEntry("throttled", 7L);
  }

  @Test
  void aMachineWithoutTheseFilesKnowsNothing() {
    assertThat(read().values()).allMatch(value -> value == Reading.UNKNOWN);
  }
}
