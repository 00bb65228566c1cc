package dev.gnomon.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LadderTest {
  /**
   * An engine that takes nothing.
   *
   * @param refusal what its start throws; null where it starts
   */
  private record Fake(String attempt, Throwable refusal) implements Engine {
    static Fake that(String attempt) {
      return new Fake(attempt, null);
    }

    @Override
    public String name() {
      return "the " + attempt;
    }

    @Override
    public long interval() {
      return 1;
    }

    @Override
    public void start() throws Exception {
      if (refusal instanceof Error error) {
        throw error;
      }
      if (refusal instanceof Exception exception) {
        throw exception;
      }
    }

    @Override
    public Taken stop(Path output) {
      return new Taken(false, 0);
    }
  }

  private static List<String> attempts(String event, long interval) {
    ProfileOrder order =
        new ProfileOrder(event, interval, Path.of("none"), "", "there is none", Set.of());
    return Rungs.of(order).stream().map(Engine::attempt).toList();
  }

  @Test
  void theFirstEngineThatStartsSamples() {
    Engine first = Fake.that("first");
    Ladder ladder = new Ladder(List.of(first, Fake.that("second")), Set.of());

    assertThat(ladder.climb()).contains(first);
    assertThat(ladder.status(first)).isEqualTo("ok");
  }

  @Test
  void aLaterEngineSaysWhatWasTriedBefore() {
    Engine third = Fake.that("third");
    Ladder ladder =
        new Ladder(
            List.of(
                new Fake("first", new IllegalStateException("Perf events unavailable")),
                Fake.that("second"),
                third),
            Set.of("second"));

    assertThat(ladder.climb()).contains(third);
    assertThat(ladder.status(third))
        .isEqualTo(
            "ok: sampled by the third, because first: Perf events unavailable; second: simulated");
  }

  @Test
  void whereNoEngineStartsEachReasonIsToldOnce() {
    Ladder ladder =
        new Ladder(
            List.of(
                new Fake("first", new Refused("library", "no\nway")),
                new Fake("second", new Refused("library", "no\nway")),
                new Fake("third", new NoClassDefFoundError("jdk/jfr/Recording"))),
            Set.of());

    assertThat(ladder.climb()).isEmpty();
    assertThat(ladder.refusals())
        .isEqualTo("library: no way; third: NoClassDefFoundError: jdk/jfr/Recording");
  }

  @Test
  void aStatusIsOneLineOfBoundedLength() {
    assertThat(OneLine.of(" a\u0000\r\n\u2028b\u001b[31m ")).isEqualTo("a b [31m");
    assertThat(OneLine.of("x".repeat(1000))).hasSize(300).endsWith("x…");
    assertThat(OneLine.reason("x".repeat(1000)).length()).isLessThan(150);
    assertThat(OneLine.reason(new IllegalArgumentException()))
        .isEqualTo("IllegalArgumentException");
  }

  @Test
  void aCoarseProfileIsTakenByTimersAndAFineOneByPerfEvents() {
    assertThat(attempts("cpu", 4_000_000)).containsExactly("ctimer", "itimer", "jfr");
    assertThat(attempts("cpu", 1_000_000))
        .containsExactly("cpu", "cpu-clock", "ctimer", "itimer", "jfr");
    assertThat(attempts("wall", 2_000_000)).containsExactly("wall");
    assertThat(attempts("alloc", 524_288)).containsExactly("alloc");
    assertThat(attempts("lock", 10_000)).containsExactly("lock");
    assertThatThrownBy(() -> attempts("weather", 1)).hasMessage("no event is called weather");
  }

  @Test
  void onlySamplesOfTheBenchmarkCount() {
    assertThat(
            Collapsed.samplesOfBenchmark(
                """
                java/lang/Thread.run;a/B_c_jmhTest.c_avgt_jmhStub;a/B.c 7
                java/lang/Thread.run;dev/gnomon/harness/ParentWatch.watch 100
                java/lang/Thread.run;a/B_c_jmhTest.c_avgt_jmhStub 3
                """))
        .isEqualTo(10);
    assertThat(Collapsed.samplesOfBenchmark("")).isZero();
  }
}
