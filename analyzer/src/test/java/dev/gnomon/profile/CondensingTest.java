package dev.gnomon.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gnomon.profile.Frame.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CondensingTest {
  private static final String STUB = "a.jmh_generated.A_run_jmhTest.run_avgt_jmhStub";

  private static Stack stack(String... names) {
    List<Frame> frames = new ArrayList<>();
    for (String name : names) {
      frames.add(new Frame(name, Kind.JAVA));
    }
    return new Stack(frames);
  }

  @Test
  void whatTheRunnerPutBelowIsCutOffAndEqualStacksAreOne() {
    Profile condensed =
        Condensing.of(
            new Profile(
                Map.of(
                    stack("java.lang.Thread.run", STUB, "a.A.hot"), 3L,
                    stack("start_thread", STUB, "a.A.hot"), 4L,
                    stack("G1Work"), 5L),
                2));

    assertThat(condensed.samples())
        .isEqualTo(Map.of(stack(STUB, "a.A.hot"), 7L, stack("G1Work"), 5L));
    assertThat(condensed.skipped()).isEqualTo(2);
  }

  @Test
  void theRarestStacksAreToldAsOneWhereTheBenchmarkIsCounted() {
    Map<Stack, Long> samples = new HashMap<>();
    for (int i = 0; i < 1000; i++) {
      samples.put(stack(STUB, "a.A.m" + i), 10L + i);
    }
    Profile whole = new Profile(samples, 0);

    Profile condensed = Condensing.of(whole);

    assertThat(condensed.samples()).hasSize(Condensing.MOST_STACKS + 1);
    assertThat(condensed.total()).isEqualTo(whole.total());
    assertThat(condensed.samples()).containsEntry(stack(STUB, "a.A.m999"), 1009L);
    assertThat(condensed.samples()).doesNotContainKey(stack(STUB, "a.A.m0"));
    assertThat(condensed.samples().keySet())
        .allMatch(stack -> stack.frames().get(0).name().equals(STUB));
  }

  @Test
  void aDeepStackIsCutAtItsInnerEnd() {
    String[] deep = new String[Condensing.MOST_FRAMES + 50];
    for (int i = 0; i < deep.length; i++) {
      deep[i] = "a.A.level" + i;
    }
    Profile condensed = Condensing.of(new Profile(Map.of(stack(deep), 1L), 0));

    List<Frame> frames = condensed.samples().keySet().iterator().next().frames();
    assertThat(frames).hasSize(Condensing.MOST_FRAMES);
    assertThat(frames.get(0).name()).isEqualTo("a.A.level0");
  }
}
