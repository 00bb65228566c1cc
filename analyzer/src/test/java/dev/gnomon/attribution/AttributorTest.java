package dev.gnomon.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gnomon.attribution.Attribution.Cause;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Mode;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class AttributorTest {
  private static final BenchmarkId ID =
      new BenchmarkId("a.Bench.m", new TreeMap<>(), Mode.AVERAGE_TIME, 1);
  private static final int FORKS = 8;
  private static final double SPREAD = 0.02;

  private static final Map<String, Double> BASE =
      Map.of(
          "a.Bench.m;a.Lexer.all;a.Lexer.next", 400.0,
          "a.Bench.m;a.Lexer.all;java.util.ArrayList.add", 250.0,
          "a.Bench.m;a.Rules.match", 350.0);

  @Test
  void theFrameThatGrewIsBlamed() {
    Attribution found = compare(with("a.Bench.m;a.Lexer.all;a.Lexer.next", 520), Set.of("a.Lexer"));
    assertThat(found.cause()).isEqualTo(Cause.CODE);
    FrameChange blamed = found.blamed().orElseThrow();
    assertThat(blamed.frame().name()).isEqualTo("a.Lexer.next");
    assertThat(blamed.touched()).isTrue();
    assertThat(blamed.delta()).isCloseTo(120, within(40.0));
    assertThat(blamed.interval().lower()).isPositive();
    assertThat(blamed.share()).isBetween(0.7, 1.4);
  }

  @Test
  void aNewCalleeIsBlamedOnTheOwnCodeThatCallsIt() {
    Attribution found =
        compare(with("a.Bench.m;a.Rules.match;java.util.regex.Pattern.compile", 300), Set.of());
    assertThat(found.cause()).isEqualTo(Cause.CODE);
    assertThat(found.blamed().orElseThrow().frame().name()).isEqualTo("a.Rules.match");
    assertThat(found.path()).last().isEqualTo(Planted.java("java.util.regex.Pattern.compile"));
  }

  @Test
  void aCostThatMovedIsNoRegression() {
    Map<String, Double> moved = with("a.Bench.m;a.Lexer.all;a.Lexer.next", 250);
    moved.put("a.Bench.m;a.Rules.match", 500.0);
    Attribution found = compare(moved, Set.of());
    assertThat(found.cause()).isEqualTo(Cause.COST_SHIFT);
    assertThat(found.blamed().orElseThrow().frame().name()).isEqualTo("a.Rules.match");
    assertThat(found.relieved().orElseThrow().frame().name()).isEqualTo("a.Lexer.next");
  }

  @Test
  void aCostThatMovedIsOneWhereItIsNotQuiteTheSame() {
    Map<String, Double> moved = with("a.Bench.m;a.Lexer.all;a.Lexer.next", 250);
    moved.put("a.Bench.m;a.Rules.match", 550.0);
    assertThat(compare(moved, Set.of()).cause()).isEqualTo(Cause.COST_SHIFT);
    moved.put("a.Bench.m;a.Rules.match", 620.0);
    assertThat(compare(moved, Set.of()).cause()).isEqualTo(Cause.CODE);
  }

  @Test
  void equalGrowthEverywhereIsTheMachine() {
    Map<String, Double> slower = new TreeMap<>(BASE);
    slower.replaceAll((path, cost) -> cost * 1.3);
    assertThat(compare(slower, Set.of()).cause()).isEqualTo(Cause.UNIFORM);
  }

  @Test
  void nothingIsBlamedWhereNothingChanged() {
    Attribution found = compare(BASE, Set.of());
    assertThat(found.cause()).isEqualTo(Cause.NO_CHANGE);
    assertThat(found.blamed()).isEmpty();
  }

  @Test
  void timeSpentBlockedIsNotBlamedOnCode() {
    TimeShift asleep = new TimeShift(500, 495, 0, 1);
    Attribution found = Attributor.of(ID, sides(BASE, 4), asleep, Set.of());
    assertThat(found.cause()).isEqualTo(Cause.BLOCKED);
  }

  @Test
  void oneForkIsTooLittle() {
    ProfiledSides few =
        new ProfiledSides(
            Weight.CPU, forks(BASE, 1, 1), forks(with("a.Bench.m;a.Rules.match", 900), 2, 1));
    assertThat(Attributor.of(ID, few, TimeShift.UNKNOWN, Set.of()).cause())
        .isEqualTo(Cause.TOO_LITTLE);
  }

  @Test
  void aHugeTreeIsPrunedWithoutGaps() {
    Map<String, Double> wide = new TreeMap<>();
    for (int i = 0; i < 20_000; i++) {
      wide.put("a.Bench.m;a.P" + i % 40 + ".p;a.Q" + i + ".q", 1 + i % 7 * 0.1);
    }
    List<FlameNode> tree =
        Attributor.of(
                ID,
                new ProfiledSides(Weight.CPU, wideForks(wide, 1), wideForks(wide, 2)),
                TimeShift.UNKNOWN,
                Set.of())
            .tree();
    assertThat(tree).hasSizeBetween(1, Attribution.MOST_NODES);
    int depth = -1;
    for (FlameNode node : tree) {
      assertThat(node.depth()).isLessThanOrEqualTo(depth + 1);
      depth = node.depth();
    }
  }

  private static List<ProfiledFork> wideForks(Map<String, Double> costs, long seed) {
    return new Planted(costs, 200_000, new Random(seed)).forks(2, SPREAD);
  }

  private static Map<String, Double> with(String path, double cost) {
    Map<String, Double> costs = new TreeMap<>(BASE);
    costs.put(path, cost);
    return costs;
  }

  private static Attribution compare(Map<String, Double> candidate, Set<String> touched) {
    return Attributor.of(ID, sides(candidate, 7), TimeShift.UNKNOWN, touched);
  }

  private static ProfiledSides sides(Map<String, Double> candidate, long seed) {
    return new ProfiledSides(
        Weight.CPU, forks(BASE, seed, FORKS), forks(candidate, seed + 1, FORKS));
  }

  private static List<ProfiledFork> forks(Map<String, Double> costs, long seed, int count) {
    return new Planted(costs, 4_000, new Random(seed)).forks(count, SPREAD);
  }
}
