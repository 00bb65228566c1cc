package dev.gnomon.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LabelsTest {
  private static final BenchmarkId PLAIN = id("a.b.Bench.run", Mode.AVERAGE_TIME, 1);

  @Test
  void aNameIsAsShortAsTellsItApart() {
    assertThat(label(PLAIN, id("a.b.Bench.walk", Mode.AVERAGE_TIME, 1))).isEqualTo("Bench.run");
  }

  @Test
  void threadsAndParametersStandBehindTheName() {
    BenchmarkId id =
        BenchmarkId.of("a.Bench.run", Map.of("size", "10", "kind", "x"), Mode.AVERAGE_TIME, 4);
    assertThat(label(id)).isEqualTo("Bench.run (kind=x, size=10, threads=4)");
  }

  @Test
  void theModeIsToldWhereItAloneDiffers() {
    assertThat(label(PLAIN, id("a.b.Bench.run", Mode.THROUGHPUT, 1))).isEqualTo("Bench.run (avgt)");
  }

  @Test
  void thePackageIsToldWhereTwoClassesShareAName() {
    assertThat(label(PLAIN, id("a.c.Bench.run", Mode.AVERAGE_TIME, 1)))
        .isEqualTo("a.b.Bench.run (avgt)");
  }

  private static BenchmarkId id(String name, Mode mode, int threads) {
    return BenchmarkId.of(name, Map.of(), mode, threads);
  }

  private static String label(BenchmarkId first, BenchmarkId... others) {
    List<BenchmarkId> all = new ArrayList<>(List.of(others));
    all.add(first);
    return new Labels(all).of(first);
  }
}
