package dev.gnomon.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SensorsTest {
  @TempDir Path root;

  private void cpu(int number, String file, String text) throws IOException {
    Path path = root.resolve("sys/devices/system/cpu/cpu" + number).resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  @Test
  void throttlesAreCountedAndFrequenciesAveraged() throws IOException {
    cpu(0, "thermal_throttle/core_throttle_count", "3\n");
    cpu(1, "thermal_throttle/core_throttle_count", "4\n");
    cpu(0, "cpufreq/scaling_cur_freq", "2000000\n");
    cpu(1, "cpufreq/scaling_cur_freq", "3000000\n");
    Sensors sensors = new Sensors(root);

    assertThat(sensors.throttles()).isEqualTo(7);
    assertThat(sensors.frequency()).isEqualTo(2_500_000);

    cpu(1, "thermal_throttle/core_throttle_count", "9\n");
    assertThat(sensors.throttles()).isEqualTo(12);
  }

  @Test
  void whatIsNotThereIsUnknown() throws IOException {
    assertThat(new Sensors(root).throttles()).isEqualTo(Reading.UNKNOWN);

    cpu(0, "cpufreq/scaling_cur_freq", "<unknown>\n");
    assertThat(new Sensors(root).frequency()).isEqualTo(Reading.UNKNOWN);
  }
}
