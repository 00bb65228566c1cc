package dev.gnomon.maven.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gnomon.gate.Acceptance;
import dev.gnomon.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcceptedFileTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  @TempDir Path root;

  private static Acceptance acceptance(String benchmark, double upTo) {
    return new Acceptance(benchmark, "time", upTo, "because", "Ada", DAY, DAY.plusDays(90));
  }

  @Test
  void whereThereIsNoFileNothingIsAccepted() {
    assertThat(new AcceptedFile(root.resolve("accepted.json")).read()).isEmpty();
  }

  @Test
  void theFileAndItsDirectoryAreMade() {
    AcceptedFile file = new AcceptedFile(root.resolve(".perf/accepted.json"));

    file.add(List.of(acceptance("a.B.c", 0.2)));

    assertThat(file.read()).containsExactly(acceptance("a.B.c", 0.2));
    assertThat(root.resolve(".perf")).isDirectoryContaining("glob:**accepted.json");
  }

  @Test
  void anotherAcceptanceOfTheSameReplacesTheOlder() {
    AcceptedFile file = new AcceptedFile(root.resolve("accepted.json"));
    file.add(List.of(acceptance("a.B.c", 0.2), acceptance("a.B.d", 0.1)));

    file.add(List.of(acceptance("a.B.c", 0.3)));

    assertThat(file.read()).containsExactly(acceptance("a.B.d", 0.1), acceptance("a.B.c", 0.3));
  }

  @Test
  void aFileThatIsNoneIsNamed() throws Exception {
    Path path = root.resolve("accepted.json");
    Files.writeString(path, "{\"benchmark\": ");

    assertThatThrownBy(() -> new AcceptedFile(path).read())
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.code()).isEqualTo("acceptance-file-unreadable"))
        .hasMessageStartingWith(path + " cannot be read: ");
  }

  @Test
  void aDirectoryThatCannotBeMadeIsNamed() throws Exception {
    Files.writeString(root.resolve(".perf"), "a file in the way");
    AcceptedFile file = new AcceptedFile(root.resolve(".perf/accepted.json"));

    assertThatThrownBy(() -> file.add(List.of(acceptance("a.B.c", 0.2))))
        .hasMessageContaining("cannot be used")
        .hasMessageContaining("-Dperf.accepted");
  }
}
