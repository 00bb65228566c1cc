package dev.gnomon.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gnomon.profile.Frame.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CollapsedReaderTest {
  @Test
  void stacksAreReadOutermostFrameFirstAndCountsAddUp() throws IOException {
    Profile profile = read("java/lang/Thread.run;a/B.c 3\njava/lang/Thread.run;a/B.c 4\r\nstart 2");
    assertThat(profile.total()).isEqualTo(9);
    assertThat(profile.samples())
        .containsEntry(
            new Stack(
                List.of(
                    new Frame("java.lang.Thread.run", Kind.JAVA), new Frame("a.B.c", Kind.JAVA))),
            7L);
  }

  @Test
  void annotatedFramesLoseTheirSuffixAndKeepTheirKind() {
    assertThat(FrameNames.parse("a/B.c_[j]")).isEqualTo(new Frame("a.B.c", Kind.JAVA));
    assertThat(FrameNames.parse("a/B.c_[0]")).isEqualTo(new Frame("a.B.c", Kind.JAVA));
    assertThat(FrameNames.parse("do_syscall_64_[k]"))
        .isEqualTo(new Frame("do_syscall_64", Kind.KERNEL));
    assertThat(FrameNames.parse("G1ParScan::steal(int)"))
        .isEqualTo(new Frame("G1ParScan::steal(int)", Kind.NATIVE));
  }

  @Test
  void numbersOfHiddenClassesAreDropped() {
    assertThat(FrameNames.parse("a/B$$Lambda$14/0x00007f1.run").name())
        .isEqualTo(FrameNames.parse("a/B$$Lambda$15/0x00007f2.run").name());
    // As JDK 17 and JDK 25 name the classes of lambdas to a profiler.
    Frame lambda = new Frame("a.B$$Lambda.apply", Kind.JAVA);
    assertThat(FrameNames.parse("a/B$$Lambda$59.0x00007fdb6802b538.apply")).isEqualTo(lambda);
    assertThat(FrameNames.parse("a/B$$Lambda.0x000000000f04a3c8.apply")).isEqualTo(lambda);
    assertThat(FrameNames.parse("java/lang/invoke/LambdaForm$DMH.0x00007fa2a0036ac0.invoke").kind())
        .isEqualTo(Kind.JAVA);
  }

  @Test
  void whatIsNoStackIsCountedAndSkipped() throws IOException {
    Profile profile = read("a;b\n;;; 4\na;b -1\na;b 99999999999999999999\na;b NaN\n\na;b 1");
    assertThat(profile.skipped()).isEqualTo(5);
    assertThat(profile.total()).isEqualTo(1);
  }

  @Test
  void longNamesAreCutAndDeepStacksEndEarly() throws IOException {
    Profile profile = read("x".repeat(10_000) + ";a".repeat(2_000) + " 1");
    Stack stack = profile.samples().keySet().iterator().next();
    assertThat(stack.frames()).hasSize(512);
    assertThat(stack.frames().get(0).name()).hasSize(FrameNames.LONGEST);
  }

  @Test
  void aLineWithoutEndIsSkipped() throws IOException {
    assertThat(read("x;".repeat(1 << 19) + "y 1\na 1"))
        .satisfies(p -> assertThat(p.skipped()).isEqualTo(1))
        .satisfies(p -> assertThat(p.total()).isEqualTo(1));
  }

  @Test
  void framesOfTheRunnerAreLeftOut() {
    List<Frame> frames =
        List.of("java/lang/Thread.run", "a/jmh_generated/B_c_jmhTest.c_avgt_jmhStub", "a/B.c")
            .stream()
            .map(FrameNames::parse)
            .toList();
    assertThat(FrameNames.withoutRunner(frames)).isEqualTo(frames.subList(1, 3));
    assertThat(FrameNames.withoutRunner(frames.subList(0, 1))).hasSize(1);
  }

  private static Profile read(String text) throws IOException {
    return CollapsedReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
