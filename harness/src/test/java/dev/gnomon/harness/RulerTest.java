package dev.gnomon.harness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gnomon.doctor.Ruler;
import dev.gnomon.doctor.RulerOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RulerTest {
  private static final long ONE_MS = 1_000_000;

  @TempDir Path root;

  private void schedstat(String text) throws IOException {
    Files.createDirectories(root.resolve("proc/thread-self"));
    Files.writeString(root.resolve("proc/thread-self/schedstat"), text);
  }

  @Test
  void aThreadsAccountIsReadWhereThereIsOne() throws IOException {
    ThreadAccount absent = new ThreadAccount(root);
    assertThat(absent.read()).isEqualTo(new Reading.Task("", Reading.UNKNOWN, Reading.UNKNOWN));
    assertThat(absent.source()).isEqualTo("absent");

    schedstat("12 34 5\n");
    ThreadAccount account = new ThreadAccount(root);
    assertThat(account.read()).isEqualTo(new Reading.Task("", 12, 34));
    assertThat(account.source()).isEqualTo("schedstat");
  }

  @Test
  void anAccountThatIsNeverWrittenIsNotTaken() throws IOException {
    schedstat("0 0 0\n");
    ThreadAccount account = new ThreadAccount(root);
    account.read();
    assertThat(account.source()).isEqualTo("zero");
  }

  @ParameterizedTest
  @EnumSource(RulerLoop.Kind.class)
  void everyLoopWorksAndIsCutIntoSlices(RulerLoop.Kind kind) {
    RulerSlices slices = new RulerSlices(kind.create(), new ThreadAccount(root));
    slices.warmUp(ONE_MS);
    List<RulerSlices.Slice> measured = slices.measure(ONE_MS);

    assertThat(measured)
        .isNotEmpty()
        .allSatisfy(slice -> assertThat(slice.wall()).isPositive())
        .allSatisfy(slice -> assertThat(slice.delay()).isEqualTo(Reading.UNKNOWN))
        .allSatisfy(slice -> assertThat(slice.uncontended()).isEqualTo(slice.wall()));
  }

  @Test
  void whatIsPrintedIsReadAtTheOtherEnd() {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    RulerLines lines = new RulerLines(new PrintStream(printed, true, StandardCharsets.US_ASCII));
    lines.line("slice", new RulerSlices.Slice(100, 95, 5).fields("cpu"));
    lines.line(
        "event",
        Map.of(
            "event", "cpu", "status", "failed", "reason", "No\taccess\n@gnomon-ruler\tend ü = x"));
    Ruler ruler = RulerOutput.parse(printed.toString(StandardCharsets.US_ASCII));

    assertThat(ruler.slices()).containsExactly(new Ruler.Slice("cpu", 100, 95, 5));
    assertThat(ruler.trials())
        .extracting(Ruler.Trial::status)
        .containsExactly("No access @gnomon-ruler end = x");
    assertThat(ruler.complete()).isFalse();
  }

  @Test
  void onlySamplesOfTheRulerCount() {
    assertThat(
            RulerTrials.samples(
                """
                java/lang/Thread.run;dev/gnomon/harness/RulerTrials.compute;x 7
                java/lang/Thread.run;dev/gnomon/harness/ParentWatch.watch 100
                dev/gnomon/harness/RulerMain.main;dev/gnomon/harness/RulerLoop$Chase.run 3
                """))
        .isEqualTo(10);
    assertThat(RulerTrials.samples("")).isZero();
  }

  @Test
  void contentionEnds() throws InterruptedException {
    assertThat(RulerContention.forMillis(5)).isPositive();
  }
}
