package dev.gnomon.measure.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameTest {
  private static DataInputStream written(Frame frame) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    frame.write(new DataOutputStream(bytes));
    return new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
  }

  @Test
  void anyTextSurvivesTheWay() throws IOException {
    Frame frame =
        Frame.of("odd").with("a\nb", "\"<b>\u2028\t\u0000").withAll("list.", List.of("x", ""));

    assertThat(Frame.read(written(frame))).isEqualTo(frame);
    assertThat(Frame.read(written(frame)).list("list.")).containsExactly("x", "");
  }

  @Test
  void numbersThatAreNoneAreRefused() {
    Frame frame = Frame.of("iteration").with("ops", "many");

    assertThatThrownBy(() -> frame.number("ops", 0)).hasMessage("iteration.ops is no whole number");
    assertThatThrownBy(() -> frame.decimal("ops")).hasMessage("iteration.ops is no number");
  }

  @Test
  void aMessageWithoutEndIsRefusedBeforeItFillsTheMemory() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(Integer.MAX_VALUE);
    DataInputStream endless = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));

    assertThatThrownBy(() -> Frame.read(endless))
        .hasMessage("the host sent a text of 2147483647 bytes");
  }

  @Test
  void aMessageCutShortIsAnEnd() {
    DataInputStream cut = new DataInputStream(new ByteArrayInputStream(new byte[] {0, 0}));

    assertThatThrownBy(() -> Frame.read(cut)).isInstanceOf(EOFException.class);
  }
}
