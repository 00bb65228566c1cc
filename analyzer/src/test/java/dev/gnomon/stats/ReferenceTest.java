package dev.gnomon.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every figure agrees with SciPy; {@code reference.py} beside the file made the cases. */
class ReferenceTest {
  private static final double CLOSE = 1e-9;

  static final class Case {
    private final String kind;
    private final double[] a;
    private final double[] b;
    private final double parameter;
    private final double[] expected;

    private Case(String kind, double[] a, double[] b, double parameter, double[] expected) {
      this.kind = kind;
      this.a = a;
      this.b = b;
      this.parameter = parameter;
      this.expected = expected;
    }

    static Case of(String line) {
      String[] columns = line.split(";", -1);
      return new Case(
          columns[0],
          numbers(columns[1]),
          numbers(columns[2]),
          Double.parseDouble(columns[3]),
          numbers(columns[4]));
    }

    private static double[] numbers(String text) {
      return text.isEmpty()
          ? new double[0]
          : Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    @Override
    public String toString() {
      return kind + " of " + a.length + " and " + b.length;
    }
  }

  static List<Case> cases() throws IOException {
    try (InputStream in = ReferenceTest.class.getResourceAsStream("reference.csv");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.startsWith("#")).map(Case::of).toList();
    }
  }

  @Test
  void thereAreAtLeastTwoHundredCases() throws IOException {
    assertThat(cases()).hasSizeGreaterThan(200);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyFigureAgreesWithScipy(Case given) {
    double[] actual = compute(given);

    assertThat(actual).hasSameSizeAs(given.expected);
    for (int i = 0; i < actual.length; i++) {
      double scale = Math.max(1, Math.abs(given.expected[i]));
      assertThat(actual[i]).isCloseTo(given.expected[i], within(CLOSE * scale));
    }
  }

  private static double[] compute(Case c) {
    return switch (c.kind) {
      case "moments" -> moments(Sample.of(c.a));
      case "welch" -> welch(c);
      case "tost" -> new double[] {logs(c).pNotEquivalent(c.parameter)};
      case "hodges-lehmann" -> new double[] {HodgesLehmann.shift(Sample.of(c.a), Sample.of(c.b))};
      case "mann-whitney" -> new double[] {MannWhitney.pGreater(Sample.of(c.a), Sample.of(c.b))};
      case "permutation" -> new double[] {Permutation.pGreater(Sample.of(c.a), Sample.of(c.b))};
      case "signed-rank" ->
          new double[] {SignedRank.pGreater(Sample.of(c.a)), SignedRank.pLess(Sample.of(c.a))};
      case "holm" -> MultipleTesting.holm(c.a);
      case "benjamini-hochberg" -> MultipleTesting.benjaminiHochberg(c.a);
      case "t-above" -> Arrays.stream(c.a).map(t -> StudentT.above(t, c.parameter)).toArray();
      case "t-quantile" -> Arrays.stream(c.a).map(p -> StudentT.quantile(p, c.parameter)).toArray();
      case "normal-quantile" ->
          Arrays.stream(c.a).map(p -> StudentT.quantile(p, Double.POSITIVE_INFINITY)).toArray();
      case "per-side" -> new double[] {Power.perSide(c.a[0], c.a[1], c.parameter)};
      default -> throw new AssertionError("unknown kind of case " + c.kind);
    };
  }

  private static double[] moments(Sample sample) {
    return new double[] {
      sample.mean(),
      sample.variance(),
      sample.median(),
      sample.quantile(0.25),
      sample.quantile(0.9),
      sample.trimmedMean(0.2)
    };
  }

  private static Estimate logs(Case c) {
    return Welch.difference(Sample.of(c.a).log(), Sample.of(c.b).log());
  }

  private static double[] welch(Case c) {
    Estimate estimate = logs(c);
    ConfidenceInterval interval = estimate.interval(c.parameter);
    return new double[] {
      estimate.value(),
      estimate.degreesOfFreedom(),
      estimate.pTwoSided(),
      estimate.pAbove(0),
      estimate.pBelow(0),
      interval.lower(),
      interval.upper()
    };
  }

  @Test
  void theIntervalsOfRobustShiftsInvertTheirTests() {
    double[] d = {0.3, -0.1, 0.7, 0.45, 0.2, 0.9, 0.05, 0.6};
    ConfidenceInterval interval = HodgesLehmann.of(Sample.of(d), 0.90).interval();
    double inside = interval.lower() + 1e-9;
    double outside = interval.lower() - 1e-9;

    assertThat(SignedRank.pGreater(Sample.of(d).map(x -> x - outside))).isLessThanOrEqualTo(0.05);
    assertThat(SignedRank.pGreater(Sample.of(d).map(x -> x - inside))).isGreaterThan(0.05);
  }

  @Test
  void theIntervalsOfShiftsBetweenSamplesInvertTheMannWhitneyTest() {
    Sample a = Sample.of(1.31, 1.12, 1.57, 1.43, 1.26);
    Sample b = Sample.of(1.02, 0.91, 1.17, 1.08, 0.83, 1.21);
    double lower = HodgesLehmann.between(a, b, 0.90).interval().lower();

    assertThat(MannWhitney.pGreater(a.map(x -> x - lower + 1e-9), b)).isLessThanOrEqualTo(0.05);
    assertThat(MannWhitney.pGreater(a.map(x -> x - lower - 1e-9), b)).isGreaterThan(0.05);
  }

  @Test
  void fewPairsSupportNoInterval() {
    assertThat(HodgesLehmann.of(Sample.of(1, 2, 3), 0.90).interval())
        .isEqualTo(
            new ConfidenceInterval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 0.90));
  }

  @Test
  void satterthwaiteOfTwoEqualPartsIsTwiceTheDegreesOfOne() {
    List<MeanSquare> parts =
        IntStream.range(0, 2).mapToObj(i -> new MeanSquare(0.2, 0.01, 4)).toList();

    assertThat(MeanSquare.degreesOfFreedom(parts)).isCloseTo(8, within(1e-12));
    assertThat(Stream.of(parts).mapToDouble(MeanSquare::sum).sum()).isCloseTo(0.004, within(1e-15));
  }
}
