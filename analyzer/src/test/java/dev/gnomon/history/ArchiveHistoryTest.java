package dev.gnomon.history;

import static dev.gnomon.history.Histories.HERE;
import static dev.gnomon.history.Histories.UPGRADED;
import static dev.gnomon.history.Histories.series;
import static dev.gnomon.history.Histories.wobble;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.gnomon.model.Metric;
import dev.gnomon.model.Origin;
import dev.gnomon.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ArchiveHistoryTest {
  private final Histories archive = new Histories();

  @Test
  void aChangeLiesBetweenTheLastRunBeforeAndTheFirstAfter() {
    for (int i = 0; i < 40; i++) {
      archive.with(HERE, series("x", (i < 25 ? 100 : 120) * wobble(i), 48, "h"));
    }
    SeriesHistory time = time(archive.read(), "x").get(0);
    assertThat(time.shifts()).hasSize(1);
    Shift shift = time.shifts().get(0);
    assertThat(shift.before()).isEqualTo(24);
    assertThat(shift.after()).isEqualTo(25);
    assertThat(shift.point().ratio()).isCloseTo(1.2, within(0.02));
    assertThat(shift.worsening()).isPositive();
    assertThat(shift.stayed()).isTrue();
    assertThat(time.spread()).isBetween(0.002, 0.03);
  }

  @Test
  void aRunWithoutTheBenchmarkMakesTheRangeWider() {
    for (int i = 0; i < 40; i++) {
      if (i >= 23 && i < 25) {
        archive.with(HERE, series("other", 10, 0, "h"));
      } else {
        archive.with(HERE, series("x", (i < 25 ? 100 : 120) * wobble(i), 48, "h"));
      }
    }
    Shift shift = time(archive.read(), "x").get(0).shifts().get(0);
    assertThat(shift.before()).isEqualTo(22);
    assertThat(shift.after()).isEqualTo(25);
  }

  @Test
  void aNewEnvironmentStartsASeriesAndIsNoChange() {
    for (int i = 0; i < 40; i++) {
      archive.with(i < 20 ? HERE : UPGRADED, series("x", (i < 20 ? 100 : 70) * wobble(i), 48, "h"));
    }
    History history = archive.read();
    assertThat(time(history, "x")).hasSize(2).allSatisfy(s -> assertThat(s.shifts()).isEmpty());
    assertThat(history.events()).isEmpty();
    assertThat(history.places())
        .extracting(Place::firstRun, Place::runs, Place::difference)
        .containsExactly(tuple(0, 20, ""), tuple(20, 20, "jvm.major was 17, is 25"));
  }

  @Test
  void twoMachinesInTurnAreTwoSeriesThatEachShowTheChange() {
    for (int i = 0; i < 80; i++) {
      double level = (i < 50 ? 100 : 130) * (i % 2 == 0 ? 1 : 2);
      archive.with(i % 2 == 0 ? HERE : UPGRADED, series("x", level * wobble(i / 2), 48, "h"));
    }
    assertThat(time(archive.read(), "x"))
        .hasSize(2)
        .allSatisfy(s -> assertThat(s.changes()).hasSize(1))
        .extracting(s -> s.changes().get(0).after())
        .containsExactly(50, 51);
  }

  @Test
  void aBenchmarkWhoseOwnCodeChangedStartsAnew() {
    for (int i = 0; i < 40; i++) {
      archive.with(HERE, series("x", (i < 20 ? 100 : 140) * wobble(i), 48, i < 20 ? "h" : "g"));
    }
    SeriesHistory time = time(archive.read(), "x").get(0);
    assertThat(time.shifts()).isEmpty();
    assertThat(time.boundaries())
        .containsExactly(new Boundary(20, "The benchmark's own code changed."));
  }

  @Test
  void onlyCleanMeasuredRunsOfTheBranchCountAndTheOthersAreTold() {
    archive
        .with(HERE, series("x", 100, 48, "h"))
        .with(archive.revision("feature", false), HERE, Origin.MEASURED, series("x", 1, 48, "h"))
        .with(archive.revision("main", true), HERE, Origin.MEASURED, series("x", 2, 48, "h"))
        .with(archive.revision("main", false), HERE, Origin.INTERLEAVED, series("x", 3, 48, "h"));
    History history = archive.read();
    assertThat(history.runs()).hasSize(1);
    assertThat(time(history, "x").get(0).points().values()).hasSize(1);
    assertThat(history.leftOut())
        .containsExactly(
            "1 run measured side by side with another",
            "1 run of another branch than main",
            "1 run of uncommitted changes");
  }

  @Test
  void aDamagedRunIsAnErrorUnlessTheUserSaysSo() {
    archive.with(HERE, series("x", 100, 48, "h")).withDamaged(HERE, series("x", 100, 48, "h"));
    assertThatThrownBy(archive::read)
        .isInstanceOf(ProblemException.class)
        .extracting(e -> ((ProblemException) e).code())
        .isEqualTo("archive-file-damaged");
    History history = archive.read(true);
    assertThat(history.runs()).hasSize(1);
    assertThat(history.leftOut()).containsExactly("1 run damaged: 1");
  }

  @Test
  void benchmarksThatMovedWithinAFewRunsAreOneEventWorstFirst() {
    for (int i = 0; i < 60; i++) {
      archive.with(
          HERE,
          series("a", (i < 30 ? 100 : 120) * wobble(i), 48, "h"),
          series("b", (i < 30 ? 100 : 150) * wobble(i + 2), 48, "h"),
          series("c", (i < 31 ? 100 : 80) * wobble(i + 4), 48, "h"),
          series("d", (i < 45 ? 100 : 130) * wobble(i + 1), 48, "h"),
          series("e", 100 * wobble(i + 3), 48, "h"));
    }
    List<Event> events = archive.read().events();
    assertThat(events).hasSize(2);
    assertThat(methods(events.get(0))).containsExactly("a.B.d");
    assertThat(methods(events.get(1))).containsExactly("a.B.b", "a.B.a", "a.B.c");
    assertThat(events.get(1).run()).isEqualTo(30);
    assertThat(events.get(1).before()).isEqualTo(29);
    assertThat(events.get(1).after()).isEqualTo(31);
    assertThat(events.get(1).leading().key().id().benchmark()).isEqualTo("a.B.b");
  }

  @Test
  void theMeasurementsOwnAllocationIsNoChange() {
    for (int i = 0; i < 60; i++) {
      archive.with(
          HERE,
          series("none", 100 * wobble(i), i < 30 ? 1e-5 : 3e-3, "h"),
          series("some", 100 * wobble(i), i < 30 ? 0 : 24, "h"));
    }
    Map<String, List<Shift>> shifts =
        archive.read().benchmarks().stream()
            .collect(
                Collectors.toMap(
                    b -> b.id().shortName(), b -> b.by(Metric.ALLOCATION).get(0).shifts()));
    assertThat(shifts.get("B.none")).isEmpty();
    assertThat(shifts.get("B.some")).hasSize(1);
  }

  @Test
  void anEmptyArchiveIsAnEmptyHistory() {
    History history = archive.read();
    assertThat(history.runs()).isEmpty();
    assertThat(history.benchmarks()).isEmpty();
    assertThat(history.leftOut()).isEmpty();
  }

  private static List<String> methods(Event event) {
    return event.shifts().stream().map(shift -> shift.key().id().benchmark()).toList();
  }

  private static List<SeriesHistory> time(History history, String method) {
    return history.benchmarks().stream()
        .filter(b -> b.id().benchmark().equals("a.B." + method))
        .findFirst()
        .orElseThrow()
        .by(Metric.TIME);
  }
}
