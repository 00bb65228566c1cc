package dev.gnomon.measure.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gnomon.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TurnsTest {
  @TempDir Path directory;

  @Test
  void theFirstBeginsAndWhoHasLeftIsWrittenDown() throws IOException {
    Path file = directory.resolve("turns");
    Files.writeString(file, "left by a build that was killed");
    try (Turns turns = Turns.begin(file)) {
      assertThat(Files.readAllBytes(file)).containsExactly(0, 0, 0);

      turns.left(Turns.SECOND);
      assertThat(Files.readAllBytes(file)).containsExactly(0, 0, 1);
    }
    assertThat(file).doesNotExist();
  }

  @Test
  void anInterruptDoesNotCloseIt() throws IOException {
    Path file = directory.resolve("turns");
    Thread.currentThread().interrupt();
    try (Turns turns = Turns.begin(file)) {
      turns.left(Turns.FIRST);
      assertThat(Files.readAllBytes(file)).containsExactly(0, 1, 0);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void whereItCannotBeWrittenThatIsSaid() {
    assertThatThrownBy(() -> Turns.begin(directory.resolve("missing/turns")))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("turns can't be written");
  }
}
