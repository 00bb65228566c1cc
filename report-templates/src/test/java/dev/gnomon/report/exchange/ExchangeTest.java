package dev.gnomon.report.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gnomon.environment.Environment;
import dev.gnomon.jmh.JmhResultReader;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Fork;
import dev.gnomon.model.ForkPlan;
import dev.gnomon.model.Iteration;
import dev.gnomon.model.Mode;
import dev.gnomon.model.Noise;
import dev.gnomon.model.Origin;
import dev.gnomon.model.ProfileRef;
import dev.gnomon.model.Revision;
import dev.gnomon.model.Run;
import dev.gnomon.model.Sampling;
import dev.gnomon.model.Series;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ExchangeTest {
  private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

  private static Run run() {
    return new Run(
        new Origin("g:root", "core", Origin.MEASURED, "1"),
        new Revision("ab".repeat(20), "main", false, Optional.empty()),
        NOON,
        Duration.ofSeconds(1),
        new Environment(List.of()),
        new Sampling("annotated", 2, 1, true),
        List.of(
            series("a.Cache.get", Map.of("size", "1 000"), Mode.AVERAGE_TIME, 1),
            series("a.Cache.put", Map.of(), Mode.THROUGHPUT, 4)),
        List.of());
  }

  private static Series series(String name, Map<String, String> params, Mode mode, int threads) {
    return new Series(
        BenchmarkId.of(name, params, mode, threads),
        new ForkPlan(1, 100, 2, 100, 1000),
        "",
        List.of(fork(0, 10), fork(1, 12)));
  }

  private static Fork fork(int round, double nsPerOp) {
    return new Fork(
        round,
        NOON,
        List.of(),
        List.of(Iteration.ofScore(nsPerOp), Iteration.ofScore(nsPerOp)),
        new TreeMap<>(),
        Noise.NONE,
        ProfileRef.OFF,
        Optional.empty());
  }

  @Test
  void goBenchmarksHaveALineAForkAndNamesWithoutBlanks() {
    assertThat(GoBenchmarks.of(List.of(run())))
        .contains(
            "pkg: core\n",
            "Benchmarka.Cache.get/size=1_000/mode=avgt-1\t1\t10.0 ns/op\n",
            "Benchmarka.Cache.get/size=1_000/mode=avgt-1\t1\t12.0 ns/op\n",
            "Benchmarka.Cache.put/mode=thrpt-4\t1\t12.0 ns/op\n");
  }

  @Test
  void openMetricsAreInSecondsAndEndAsTheyMust() {
    assertThat(OpenMetrics.of(List.of(run())))
        .contains(
            "gnomon_time_seconds{module=\"core\",branch=\"main\",benchmark=\"a.Cache.get\",params=\"size=1 000\",mode=\"avgt\",threads=\"1\"} 1.1E-8 1793534400\n")
        .endsWith("# EOF\n");
  }

  @Test
  void whatIsWrittenAsJmhsOwnFileIsReadBackAsItWas() throws IOException {
    byte[] json = JmhJson.of(run()).getBytes(StandardCharsets.UTF_8);
    Run back =
        JmhResultReader.read(new ByteArrayInputStream(json), "test")
            .toRun("g:root", "core", "1", run().revision(), NOON);
    assertThat(back.series().stream().map(Series::id).toList())
        .isEqualTo(run().series().stream().map(Series::id).toList());
    for (Series series : back.series()) {
      assertThat(ForkFigures.times(back, series))
          .usingComparatorForType((a, b) -> Math.abs(a - b) < 1e-9 ? 0 : 1, Double.class)
          .containsExactly(10.0, 12.0);
    }
  }
}
