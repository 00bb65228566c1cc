package dev.gnomon.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FiguresTest {
  @TempDir Path directory;

  @Test
  void aMissedTargetIsNamedInBothDirections() {
    Figures figures = new Figures();
    figures.atLeast("power", 0.79, 0.8);
    figures.atLeast("coverage", 0.95, 0.95);
    figures.atMost("false alarms", 0.02, 0.01);
    figures.reference("the others", 0.5);
    assertThat(figures.missed()).containsExactly("power", "false alarms");
    assertThat(figures.table()).containsPattern("power +0\\.7900  at least 0\\.8 +MISSED");
  }

  @Test
  void calibrationsThatShareAFileKeepEachOthersFigures() throws IOException {
    Path file = directory.resolve("calibration/figures.json");
    Figures one = new Figures();
    one.atLeast("a", 1, 2);
    one.atLeast("b", 3, 2);
    one.write(file);
    Figures other = new Figures();
    other.atLeast("a", 5, 2);
    other.write(file);
    assertThat(Files.readString(file).replaceAll("\\s", ""))
        .isEqualTo(
            "[{\"name\":\"a\",\"value\":5.0,\"target\":\"atleast2.0\",\"met\":true},"
                + "{\"name\":\"b\",\"value\":3.0,\"target\":\"atleast2.0\",\"met\":true}]");
  }
}
