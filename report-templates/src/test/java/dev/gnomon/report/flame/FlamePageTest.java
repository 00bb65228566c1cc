package dev.gnomon.report.flame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gnomon.problem.ProblemException;
import dev.gnomon.profile.Profile;
import dev.gnomon.report.ExampleProfiles;
import dev.gnomon.report.InMemoryOutput;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FlamePageTest {
  @Test
  void twoSidesAreComparedDrawnAndOffered() {
    InMemoryOutput out = write(FlameExamples.compared(0));
    assertThat(out.names())
        .containsExactlyInAnyOrder("flame/index.html", "flame/1.collapsed", "flame/2.collapsed");
    assertThat(out.text("flame/index.html"))
        .contains("Tokenizer.next costs ", "6 forks a side, ctimer every 1 ms")
        .contains("id=\"difference-cpu-candidate\"", "id=\"difference-cpu-vanished\"")
        .contains("<h2>baseline</h2>", "<h2>candidate</h2>", "main@3f2c1ab of 19 Nov 2026")
        .contains("href=\"1.collapsed\"", "href=\"2.collapsed\"")
        .contains("1.03 µs, cpu every 1 ms by ctimer.");
  }

  @Test
  void oneSideIsAPageToo() {
    InMemoryOutput out = write(FlameExamples.alone("B"));
    assertThat(out.names()).containsExactlyInAnyOrder("flame/index.html", "flame/1.collapsed");
    assertThat(out.text("flame/index.html"))
        .contains(
            "<p class=\"caveat\">The sides were sampled in different ways &lt;b&gt; &amp; &quot;so&quot;.</p>")
        .contains("of the allocation", "What was allocated")
        .doesNotContain("class=\"cause\"")
        .doesNotContain("type=\"radio\"");
  }

  @Test
  void thePageNeedsNothingBesideIt() {
    String page = write(FlameExamples.compared(0)).text("flame/index.html");
    assertThat(page)
        .contains("<style>", "<script>")
        .doesNotContain(" src=\"")
        .doesNotContain(" th:")
        .doesNotContain("@import")
        .doesNotContain("rel=\"stylesheet\"")
        .doesNotContainPattern("href=\"(?!data:,|[12]\\.collapsed\")");
  }

  @Test
  void theSameValuesGiveTheSameBytes() {
    assertThat(write(FlameExamples.compared(0)).text("flame/index.html"))
        .isEqualTo(write(FlameExamples.compared(0)).text("flame/index.html"));
  }

  @Test
  void theStacksBesideItAreThoseThatAreDrawn() {
    InMemoryOutput out = write(FlameExamples.compared(20));
    assertThat(ExampleProfiles.read(out.text("flame/2.collapsed")))
        .isEqualTo(ExampleProfiles.profile(20));
  }

  @Test
  void hostileNamesAreTextInThePage() {
    InMemoryOutput out = write(FlameExamples.hostile());
    assertThat(out.names())
        .containsExactlyInAnyOrder("flame/index.html", "flame/1.collapsed", "flame/2.collapsed");
    assertThat(out.text("flame/index.html"))
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .doesNotContain("<script>alert")
        .doesNotContain("<img")
        .doesNotContain("onload=\"")
        .doesNotContain("\u202e")
        .doesNotContain("\u001b")
        .doesNotContain("\u0000")
        .doesNotContain("x".repeat(500))
        .doesNotContain("y".repeat(500));
  }

  @Test
  void twentyThousandStacksMakeASmallPage() {
    assertThat(write(FlameExamples.compared(20_000)).text("flame/index.html"))
        .hasSizeLessThan(700_000);
  }

  @Test
  void aProfileWithoutASampleIsSaidToBeSo() {
    FlameSide side = new FlameSide("candidate", "", "", Profile.EMPTY, "ns");
    FlameRequest request = new FlameRequest("t", "b", List.of(side), Optional.empty(), "");
    assertThat(write(request).text("flame/index.html"))
        .contains("The profile has no sample.")
        .doesNotContain("<svg");
  }

  @Test
  void aPageWithoutAProfileIsRefused() {
    assertThatThrownBy(() -> new FlameRequest("t", "b", List.of(), Optional.empty(), ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a page of 0 profiles, expected one or two");
  }

  @Test
  void aDirectoryThatCannotBeWrittenIsTold() {
    assertThatThrownBy(
            () ->
                new FlamePage()
                    .write(
                        FlameExamples.compared(0),
                        name -> {
                          throw new IOException("No space left on device");
                        }))
        .isInstanceOf(ProblemException.class)
        .hasMessage(
            "The flame graph cannot be written: No space left on device. Make room or make the directory writable, or name another with -Dperf.output.");
  }

  private static InMemoryOutput write(FlameRequest request) {
    InMemoryOutput out = new InMemoryOutput();
    new FlamePage().write(request, out);
    return out;
  }
}
