package dev.gnomon.maven.goal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Failure;
import dev.gnomon.model.Fork;
import dev.gnomon.model.Iteration;
import dev.gnomon.model.Mode;
import dev.gnomon.model.Noise;
import dev.gnomon.model.ProfileRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ProgressLogTest {
  private static final BenchmarkId PARSE =
      BenchmarkId.of("a.b.Tokenizer.parse", Map.of("size", "1000"), Mode.AVERAGE_TIME, 1);

  private final List<String> info = new ArrayList<>();
  private final List<String> warn = new ArrayList<>();
  private final ProgressLog log = new ProgressLog("core", true, info::add, warn::add);

  private static Fork fork(Optional<Failure> failure, double... nsPerOp) {
    List<Iteration> iterations = new ArrayList<>();
    for (double ns : nsPerOp) {
      iterations.add(Iteration.ofScore(ns));
    }
    return new Fork(
        0,
        Instant.EPOCH,
        List.of(),
        iterations,
        new TreeMap<>(),
        Noise.NONE,
        ProfileRef.OFF,
        failure);
  }

  @Test
  void aForkIsOneLineWithItsValueAndTheTimeLeft() {
    log.forkEnded(PARSE, fork(Optional.empty(), 812, 812, 812), 7, 12, Duration.ofSeconds(61));

    assertThat(info)
        .containsExactly("[ 7/12] Tokenizer.parse (size=1000)  812 ns/op  about 61 s left");
  }

  @Test
  void laterForksTellHowFarApartTheyLie() {
    log.forkEnded(PARSE, fork(Optional.empty(), 1000), 1, 3, Duration.ofMinutes(4));
    log.forkEnded(PARSE, fork(Optional.empty(), 1020), 2, 3, Duration.ofMinutes(4));

    assertThat(info.get(1))
        .isEqualTo("[2/3] Tokenizer.parse (size=1000)  1.01 µs/op ±0.99 %  about 4 min left");
  }

  @Test
  void aPilotSaysWhatItIsForInPlaceOfAValue() {
    log.forkEnded(PARSE, fork(Optional.empty()), 1, 12, Duration.ofSeconds(61));

    assertThat(info)
        .containsExactly(
            "[ 1/12] Tokenizer.parse (size=1000)  pilot of the warm-up  about 61 s left");
  }

  @Test
  void aFailedForkIsAWarningWithItsReason() {
    Failure failure =
        new Failure(Failure.Kind.THREW, "java.lang.Error: no\n[INFO] BUILD SUCCESS", List.of());

    log.forkEnded(PARSE, fork(Optional.of(failure)), 1, 2, Duration.ZERO);

    assertThat(info).isEmpty();
    assertThat(warn)
        .containsExactly(
            "[1/2] Tokenizer.parse (size=1000)  failed: java.lang.Error: no\\n[INFO] BUILD"
                + " SUCCESS");
  }

  @Test
  void aHostileParameterCannotForgeALineOrDriveTheTerminal() {
    BenchmarkId hostile =
        BenchmarkId.of(
            "B.m", Map.of("p", "x\n[INFO] \u001b[2J\u009b2J\u202e<b>\"/../"), Mode.AVERAGE_TIME, 1);

    log.forkEnded(hostile, fork(Optional.empty(), 5), 1, 1, Duration.ZERO);

    assertThat(info)
        .containsExactly(
            "[1/1] B.m (p=x\\n[INFO] \\u001b[2J\\u009b2J\\u202e<b>\"/../)  5 ns/op  done");
  }

  @Test
  void whoIsWaitedForIsNamed() {
    log.waiting("shop:checkout, process 4711");

    assertThat(info)
        .containsExactly(
            "core waits for shop:checkout, process 4711, which is measuring on this machine.");
  }

  @Test
  void withoutProgressOnlyFailuresAndWaitingAreTold() {
    ProgressLog quiet = new ProgressLog("core", false, info::add, warn::add);

    quiet.forkEnded(PARSE, fork(Optional.empty(), 5), 1, 1, Duration.ZERO);

    assertThat(info).isEmpty();
  }

  @Test
  void everyUnitOfTimeIsUsedWhereItReadsBest() {
    List<Double> values = List.of(0.4, 31.26, 4321.0, 5e6, 2e9);

    assertThat(values)
        .extracting(ns -> ProgressText.value(List.of(ns)))
        .containsExactly("0.4 ns/op", "31.3 ns/op", "4.32 µs/op", "5 ms/op", "2 s/op");
  }
}
