package dev.gnomon.report.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gnomon.profile.Frame;
import dev.gnomon.profile.Profile;
import dev.gnomon.profile.Stack;
import dev.gnomon.report.ExampleProfiles;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CollapsedTextTest {
  @Test
  void whatWasReadIsReadAgain() {
    Profile profile = ExampleProfiles.profile(50);
    assertThat(ExampleProfiles.read(CollapsedText.of(profile))).isEqualTo(profile);
  }

  @Test
  void methodsClassesAndTheKernelAreWrittenAsTheProfilerDoes() {
    String text =
        """
        a/b/C.d;java.lang.Integer_[i] 3
        a/b/C.d;java.lang.Integer_[k] 2
        byte[]_[i] 5
        libc.so.6;sys_read_[k] 1
        """;
    assertThat(CollapsedText.of(ExampleProfiles.read(text))).isEqualTo(text);
  }

  @Test
  void aNameNeverStartsAnotherFrameOrLine() {
    Frame frame = new Frame("a;b\nc 7\rd", Frame.Kind.NATIVE);
    Profile profile = new Profile(Map.of(new Stack(List.of(frame)), 4L), 0);
    assertThat(CollapsedText.of(profile)).isEqualTo("a b c 7 d 4\n");
  }
}
