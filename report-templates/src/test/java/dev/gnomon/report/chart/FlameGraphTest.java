package dev.gnomon.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gnomon.profile.CollapsedReader;
import dev.gnomon.profile.Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FlameGraphTest {
  @Test
  void framesAreAsWideAsTheirShare() throws IOException {
    String svg = FlameGraph.svg(read("a;b 3\na;c 1\n"), Weighed.TIME, "it");
    assertThat(svg)
        .contains("<title>a: 100 % of the time</title>")
        .contains("<title>b: 75 % of the time</title><rect x=\"0\" y=\"18\" width=\"719.4\"")
        .contains("<title>c: 25 % of the time</title><rect x=\"720\" y=\"18\" width=\"239.4\"");
  }

  @Test
  void aProfileWithoutSamplesHasNoGraph() {
    assertThat(FlameGraph.svg(Profile.EMPTY, Weighed.TIME, "it")).isEmpty();
  }

  @Test
  void bytesAndWaitingAreCalledWhatTheyAre() throws IOException {
    assertThat(FlameGraph.svg(read("a;java.lang.Integer_[i] 24\n"), Weighed.ALLOCATION, "it"))
        .contains("<title>java.lang.Integer: 100 % of the allocation</title>")
        .contains("wider frames allocated more");
    assertThat(FlameGraph.svg(read("a 1\n"), Weighed.LOCKS, "it"))
        .contains("<title>a: 100 % of the waiting for locks</title>");
  }

  @Test
  void aWideAndDeepProfileStaysSmall() throws IOException {
    Random random = new Random(7);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 5_000; i++) {
      text.append("root");
      for (int depth = 0; depth < 100; depth++) {
        text.append(";f").append(random.nextInt(3));
      }
      text.append(" 1\n");
    }
    String svg = FlameGraph.svg(read(text.toString()), Weighed.TIME, "it");
    assertThat(svg).hasSizeLessThan(150_000).contains("small frames, drawn as one");
    assertThat(svg.split("<g ", -1)).hasSizeBetween(50, 351);
  }

  @Test
  void namesAreTextAndNothingElse() throws IOException {
    String svg =
        FlameGraph.svg(
            read("<script>\"'&\u202e;" + "z".repeat(400) + " 5\n"), Weighed.TIME, "a<b>");
    assertThat(svg)
        .contains("&lt;script&gt;&quot;&#39;&amp;\\u202e")
        .contains("a&lt;b&gt;")
        .doesNotContain("<script>")
        .doesNotContain("z".repeat(201));
  }

  private static Profile read(String text) throws IOException {
    return CollapsedReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
