package dev.gnomon.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gnomon.doctor.Ruler.Slice;
import dev.gnomon.doctor.Ruler.Trial;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RulerOutputTest {
  private static final String WHOLE =
      """
      OpenJDK 64-Bit Server VM warning: something
      @gnomon-ruler|jvm|build=17+6|info=mixed mode|major=17|vendor=V|version=17.0.15|vm=OpenJDK VM
      @gnomon-ruler|slice|delay=5|loop=cpu|onCpu=95|wall=100
      [0.1s][info][gc] Using G1
      @gnomon-ruler|skipped|loop=memory|reason=the heap is too small
      @gnomon-ruler|accounts|source=schedstat
      @gnomon-ruler|window|busy=7|cpuPressure=3|memoryPressure=2|own=6|steal=1|throttled=0|window=9
      @gnomon-ruler|trying|event=library
      @gnomon-ruler|library|status=ok|version=4.6
      @gnomon-ruler|trying|event=ctimer
      @gnomon-ruler|event|event=ctimer|interval=10|samples=30|spent=300|status=ok
      @gnomon-ruler|trying|event=cpu
      @gnomon-ruler|event|event=cpu|interval=10|reason=No access = denied|status=failed
      @gnomon-ruler|end
      """
          .replace('|', '\t');

  @Test
  void everyLineOfTheRulerIsReadAndAllOthersArePassedOver() {
    Ruler ruler = RulerOutput.parse(WHOLE);
    assertThat(ruler.jvm().orElseThrow())
        .isEqualTo(new Ruler.Jvm("17.0.15", 17, "V", "OpenJDK VM", "17+6", "mixed mode"));
    assertThat(ruler.slices()).containsExactly(new Slice("cpu", 100, 95, 5));
    assertThat(ruler.skipped()).containsExactly("memory: the heap is too small");
    assertThat(ruler.accounts()).contains("schedstat");
    assertThat(ruler.window()).contains(new Ruler.Window(9, 7, 6, 1, 3, 2, 0));
    assertThat(ruler.library()).contains("ok");
    assertThat(ruler.trials())
        .containsExactly(
            new Trial("ctimer", "ok", 10, 30, 300),
            new Trial("cpu", "No access = denied", 10, 0, -1));
    assertThat(ruler.trying()).isEmpty();
    assertThat(ruler.complete()).isTrue();
  }

  @Test
  void whatWasBeingTriedAtTheEndIsKnown() {
    String crashed = WHOLE.substring(0, WHOLE.indexOf("@gnomon-ruler\tevent\tevent=cpu"));
    Ruler ruler = RulerOutput.parse(crashed + "#\n# A fatal error has been detected\n");
    assertThat(ruler.trying()).isEqualTo(Optional.of("cpu"));
    assertThat(ruler.complete()).isFalse();
    assertThat(ruler.trials()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\u0000\uffff",
        "@gnomon-ruler",
        "@gnomon-ruler\t",
        "@gnomon-ruler\t\t\t",
        "@gnomon-ruler\tslice",
        "@gnomon-ruler\tslice\tloop=cpu\twall=99999999999999999999999",
        "@gnomon-ruler\tslice\tloop=cpu\twall=-5",
        "@gnomon-ruler\tslice\t=\t==\twall",
        "@gnomon-ruler\tevent\tstatus=ok",
        "@gnomon-ruler\twindow\twindow=x",
        "@gnomon-ruler\tunknown\ta=b",
      })
  void garbageTellsNothing(String text) {
    assertThat(RulerOutput.parse(text)).isEqualTo(Ruler.NONE);
  }

  @Test
  void aFloodOfLinesIsNotKept() {
    String flood =
        IntStream.range(0, 100_000)
            .mapToObj(i -> "@gnomon-ruler\tslice\tloop=l" + i + "\twall=1\tdelay=9\n")
            .collect(Collectors.joining());
    assertThat(RulerOutput.parse(flood).slices())
        .hasSizeLessThanOrEqualTo(2_000)
        .allSatisfy(slice -> assertThat(slice.delayNs()).isZero());
  }

  @RepeatedTest(200)
  void aTextThatIsCutOrMixedIsReadAndJudgedAllTheSame(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    char[] text = WHOLE.substring(0, random.nextInt(WHOLE.length())).toCharArray();
    for (int i = 0; i < text.length / 20; i++) {
      text[random.nextInt(text.length)] = (char) random.nextInt(128);
    }
    Ruler ruler = RulerOutput.parse(new String(text));
    Facts facts = new Facts();
    Examined known = facts.examined();
    Diagnosis diagnosis =
        Doctor.diagnose(
            new Examined(known.java(), known.machine(), known.lock(), known.probe(), ruler));
    assertThat(Stream.of(diagnosis.sentence())).allMatch(sentence -> !sentence.isBlank());
    assertThat(diagnosis.findings()).isNotEmpty();
  }
}
