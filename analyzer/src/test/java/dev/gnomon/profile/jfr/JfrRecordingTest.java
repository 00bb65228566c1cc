package dev.gnomon.profile.jfr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gnomon.profile.Frame;
import dev.gnomon.profile.Profile;
import dev.gnomon.profile.ProfileEvent;
import dev.gnomon.profile.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import jdk.jfr.Recording;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads what the JVM's own recorder wrote of this test. */
class JfrRecordingTest {
  private static final int PERIOD_MS = 10;

  @TempDir static Path directory;

  private static Path recorded;
  private static List<byte[]> kept = new ArrayList<>();

  @BeforeAll
  static void record() throws IOException {
    recorded = directory.resolve("own.jfr");
    try (Recording recording = new Recording()) {
      recording.enable("jdk.ExecutionSample").withPeriod(Duration.ofMillis(PERIOD_MS));
      recording.enable("jdk.ObjectAllocationOutsideTLAB");
      recording.enable("jdk.ObjectAllocationInNewTLAB");
      // As every recording by a template of the JVM has it: it tells the period.
      recording.enable("jdk.ActiveSetting");
      recording.start();
      double sum = 0;
      for (int i = 0; i < 40; i++) {
        sum += spin(i);
        kept.add(large(i));
      }
      recording.stop();
      recording.dump(recorded);
      assertThat(sum).isPositive();
    }
  }

  private static double spin(int seed) {
    double sum = seed;
    for (int i = 1; i < 5_000_000; i++) {
      sum += Math.sqrt(i);
    }
    return sum;
  }

  private static byte[] large(int seed) {
    return new byte[2_000_000 + seed];
  }

  private static List<String> names(Stack stack) {
    return stack.frames().stream().map(Frame::name).toList();
  }

  @Test
  void samplesOfTimeWeighTheirInterval() throws IOException {
    JfrRecording read = JfrRecording.read(recorded);
    Profile time = read.profiles().get(ProfileEvent.CPU);
    assertThat(read.intervalNs()).isEqualTo(PERIOD_MS * 1_000_000L);
    assertThat(time.samples().values())
        .isNotEmpty()
        .allSatisfy(weight -> assertThat(weight % read.intervalNs()).isZero());
    assertThat(time.samples().keySet())
        .map(JfrRecordingTest::names)
        .anySatisfy(
            frames ->
                assertThat(frames)
                    .containsSubsequence(
                        JfrRecordingTest.class.getName() + ".record",
                        JfrRecordingTest.class.getName() + ".spin"));
  }

  @Test
  void allocationEndsInTheClassAndWeighsItsBytes() throws IOException {
    Profile bytes = JfrRecording.read(recorded).profiles().get(ProfileEvent.ALLOC);
    long large =
        bytes.samples().entrySet().stream()
            .filter(e -> names(e.getKey()).contains(JfrRecordingTest.class.getName() + ".large"))
            .peek(e -> assertThat(names(e.getKey())).last().isEqualTo("byte[]"))
            .mapToLong(e -> e.getValue())
            .sum();
    assertThat(large).isGreaterThanOrEqualTo(2_000_000L);
  }

  @Test
  void whatIsNoRecordingIsAnErrorThatSaysSo() throws IOException {
    Path garbage = Files.writeString(directory.resolve("garbage.jfr"), "FLR\0 nothing more");
    assertThatThrownBy(() -> JfrRecording.read(garbage)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> JfrRecording.read(directory.resolve("absent.jfr")))
        .isInstanceOf(IOException.class);
  }

  @Test
  void aDamagedRecordingNeverEndsInAnythingButAnIoException() throws IOException {
    byte[] whole = Files.readAllBytes(recorded);
    Random random = new Random(7);
    Path damaged = directory.resolve("damaged.jfr");
    for (int trial = 0; trial < 60; trial++) {
      byte[] bytes = whole.clone();
      for (int i = 0; i < 20; i++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      Files.write(damaged, bytes);
      try {
        JfrRecording.read(damaged);
      } catch (IOException e) {
        assertThat(e).hasMessageNotContaining("\n\n");
      }
    }
    Files.write(damaged, Arrays.copyOf(whole, whole.length / 2));
    assertThatThrownBy(() -> JfrRecording.read(damaged)).isInstanceOf(IOException.class);
  }
}
