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
  void aMachineWithoutTheseFilesKnowsNothing() {
    assertThat(read().values()).allMatch(value -> value == Reading.UNKNOWN);
  }
}
