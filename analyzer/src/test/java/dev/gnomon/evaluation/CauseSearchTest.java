package dev.gnomon.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gnomon.attribution.Attribution;
import dev.gnomon.attribution.Attribution.Cause;
import dev.gnomon.compare.Baseline;
import dev.gnomon.model.Background;
import dev.gnomon.model.Fork;
import dev.gnomon.model.Iteration;
import dev.gnomon.model.ProfileRef;
import dev.gnomon.model.Run;
import dev.gnomon.model.WorkerTime;
import dev.gnomon.profile.Frame;
import dev.gnomon.profile.Profile;
import dev.gnomon.profile.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Profiles of two sides, and what they explain. */
class CauseSearchTest {
  private static final String NAME = "x.A.run";
  private static final double OPERATIONS = 1e6;
  private static final int FORKS = 10;

  /**
   * A side whose forks run for {@code hot + 50} ns, and spend {@code hot} of them in one method.
   */
  private static ProfiledRun side(double hot, String event, long intervalNs) {
    Random random = new Random(Math.round(hot));
    List<Fork> forks = new ArrayList<>();
    for (int i = 0; i < FORKS; i++) {
      double speed = Math.exp(0.01 * random.nextGaussian());
      forks.add(
          fork(i, speed * (hot + 50), new ProfileRef("ok", "f", event, "ctimer", intervalNs)));
    }
    Run run = Fixture.interleaved(Fixture.run(Fixture.series(Fixture.id(NAME), forks, "hash")));
    return new ProfiledRun(run, ref -> Optional.of(profile(hot, random)));
  }

  private static Fork fork(int pair, double nsPerOp, ProfileRef profile) {
    long onCpu = Math.round(nsPerOp * OPERATIONS / 3);
    WorkerTime alone = new WorkerTime(1, 100_000_000, onCpu, 0);
    Iteration iteration = new Iteration(nsPerOp, OPERATIONS / 3, alone, Background.NONE);
    Fork plain = Fixture.fork(nsPerOp, Map.of());
    return new Fork(
        pair,
        plain.startedAt(),
        List.of(),
        List.of(iteration, iteration, iteration),
        plain.secondary(),
        plain.noise(),
        profile,
        Optional.empty());
  }

  private static Profile profile(double hot, Random random) {
    return new Profile(
        Map.of(
            stack("a.A.hot"),
            Math.round(OPERATIONS * hot * Math.exp(0.02 * random.nextGaussian())),
            stack("a.A.cold"),
            Math.round(OPERATIONS * 50 * Math.exp(0.02 * random.nextGaussian()))),
        0);
  }

  private static Stack stack(String method) {
    return new Stack(
        List.of(
            new Frame("x.jmh_generated.A_run_jmhTest.run_avgt_jmhStub", Frame.Kind.JAVA),
            new Frame("a.A.all", Frame.Kind.JAVA),
            new Frame(method, Frame.Kind.JAVA)));
  }

  private static List<Attribution> causes(ProfiledRun baseline, ProfiledRun candidate) {
    Evaluation evaluation =
        Evaluator.evaluate(
            candidate.run(),
            new Baseline(List.of(baseline.run()), "the merge base"),
            Fixture.policy());
    return CauseSearch.of(evaluation, Set.of("a.A"), baseline, candidate).attributions();
  }

  @Test
  void theFrameThatGrewIsNamed() {
    List<Attribution> causes = causes(side(100, "cpu", 10), side(130, "cpu", 10));
    assertThat(causes).hasSize(1);
    assertThat(causes.get(0).cause()).isEqualTo(Cause.CODE);
    assertThat(causes.get(0).blamed().orElseThrow().frame().name()).isEqualTo("a.A.hot");
    assertThat(causes.get(0).blamed().orElseThrow().touched()).isTrue();
    assertThat(causes.get(0).delta()).isBetween(27.0, 33.0);
    assertThat(causes.get(0).forks()).isEqualTo(FORKS);
  }

  @Test
  void whatIsExplainedIsNotExplainedAgain() {
    ProfiledRun baseline = side(100, "cpu", 10);
    ProfiledRun candidate = side(130, "cpu", 10);
    Evaluation open =
        Evaluator.evaluate(
            candidate.run(),
            new Baseline(List.of(baseline.run()), "the merge base"),
            Fixture.policy());
    assertThat(CauseSearch.isOpen(open)).isTrue();

    Evaluation explained = CauseSearch.of(open, Set.of(), baseline, candidate);

    assertThat(CauseSearch.isOpen(explained)).isFalse();
    assertThat(CauseSearch.of(explained, Set.of("a.A"), baseline, candidate)).isEqualTo(explained);
  }

  @Test
  void aClockThatIsCoarserThanAskedForDoesNotMakeFramesCheaper() {
    ProfiledRun baseline = sampledEveryFourth(side(100, "cpu", 10));
    ProfiledRun candidate = sampledEveryFourth(side(130, "cpu", 10));
    assertThat(causes(baseline, candidate).get(0).delta()).isBetween(27.0, 33.0);
  }

  private static ProfiledRun sampledEveryFourth(ProfiledRun side) {
    return new ProfiledRun(
        side.run(),
        ref ->
            side.profiles()
                .apply(ref)
                .map(
                    profile ->
                        new Profile(
                            profile.samples().entrySet().stream()
                                .collect(
                                    Collectors.toMap(Map.Entry::getKey, e -> e.getValue() / 4)),
                            0)));
  }

  @Test
  void anImprovementIsExplainedToo() {
    List<Attribution> causes = causes(side(130, "cpu", 10), side(100, "cpu", 10));
    assertThat(causes).extracting(Attribution::cause).containsExactly(Cause.CODE);
  }

  @Test
  void whatDidNotChangeNeedsNoCause() {
    assertThat(causes(side(100, "cpu", 10), side(100, "cpu", 10))).isEmpty();
  }

  @Test
  void profilesOfDifferentKindsAreNotCompared() {
    assertThat(causes(side(100, "cpu", 10), side(130, "cpu", 20)))
        .singleElement()
        .satisfies(
            cause -> {
              assertThat(cause.cause()).isEqualTo(Cause.INCOMPARABLE);
              assertThat(cause.sampling()).isEqualTo("ctimer every 10 ns and ctimer every 20 ns");
            });
    assertThat(causes(side(100, "cpu", 10), side(130, "alloc", 10))).isEmpty();
  }

  @Test
  void profilesThatCannotBeReadNameNoCause() {
    Function<ProfileRef, Optional<Profile>> gone = ref -> Optional.empty();
    ProfiledRun baseline = new ProfiledRun(side(100, "cpu", 10).run(), gone);
    assertThat(causes(baseline, side(130, "cpu", 10)))
        .extracting(Attribution::cause)
        .containsExactly(Cause.TOO_LITTLE);
  }
}
