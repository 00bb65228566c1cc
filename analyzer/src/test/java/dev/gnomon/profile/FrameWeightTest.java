package dev.gnomon.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gnomon.profile.Frame.Kind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FrameWeightTest {
  private static Frame frame(String name) {
    return new Frame(name, Kind.JAVA);
  }

  private static Stack stack(String... names) {
    return new Stack(Arrays.stream(names).map(FrameWeightTest::frame).toList());
  }

  @Test
  void recursionCountsOnceInTheTotalAndWhatIsOnTopInItself() {
    Profile profile =
        new Profile(
            Map.of(
                stack("a.A.run", "a.A.walk", "a.A.walk", "a.A.leaf"), 10L,
                stack("a.A.run", "a.A.walk"), 5L),
            0);

    assertThat(FrameWeight.heaviest(profile))
        .containsExactly(
            new FrameWeight(frame("a.A.run"), 0, 15),
            new FrameWeight(frame("a.A.walk"), 5, 15),
            new FrameWeight(frame("a.A.leaf"), 10, 10));
  }

  @Test
  void onlyTheHeaviestAreTold() {
    Map<Stack, Long> samples = new HashMap<>();
    for (int i = 1; i <= 200; i++) {
      samples.put(stack("a.A.m" + i), (long) i);
    }
    List<FrameWeight> heaviest = FrameWeight.heaviest(new Profile(samples, 0));

    assertThat(heaviest).hasSize(FrameWeight.MOST);
    assertThat(heaviest.get(0).frame().name()).isEqualTo("a.A.m200");
    assertThat(FrameWeight.heaviest(Profile.EMPTY)).isEmpty();
  }
}
