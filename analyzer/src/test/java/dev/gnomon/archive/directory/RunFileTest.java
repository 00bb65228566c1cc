package dev.gnomon.archive.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gnomon.json.RunJson;
import dev.gnomon.json.SmallRuns;
import dev.gnomon.problem.ProblemException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunFileTest {
  @TempDir Path directory;

  @Test
  void aRunFileIsPlainJsonAndReadsBack() throws IOException {
    Path file = directory.resolve("target/perf/run.json");
    RunFile.write(file, SmallRuns.one());
    assertThat(Files.readAllBytes(file)).isEqualTo(RunJson.encode(SmallRuns.one()));
    assertThat(RunFile.read(file)).isEqualTo(SmallRuns.one());
  }

  @Test
  void aNewRunTakesThePlaceOfTheOldOneAndLeavesNothingBeside() throws IOException {
    Path file = directory.resolve("run.json");
    Files.writeString(file, "old");
    RunFile.write(file, SmallRuns.one());
    assertThat(RunFile.read(file)).isEqualTo(SmallRuns.one());
    try (var files = Files.list(directory)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void aZippedRunOfTheArchiveCanBeGivenAsWell() throws IOException {
    Path file = directory.resolve("run.json.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(RunJson.encode(SmallRuns.one()));
    }
    assertThat(RunFile.read(file)).isEqualTo(SmallRuns.one());
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    Path file = directory.resolve("run.json");
    assertThat(problem(file))
        .hasMessage(
            "The run "
                + file
                + " is not there. Write one with perf:run, or name another: -Dperf.run=FILE")
        .extracting(ProblemException::code)
        .isEqualTo("run-file-missing");
  }

  @Test
  void aDirectoryIsNoRun() {
    assertThat(problem(directory)).hasMessageContaining("is not a file");
  }

  @Test
  void aPlaceThatCannotBeWrittenIsNamed() throws IOException {
    Path file = directory.resolve("occupied");
    Files.writeString(file, "a file where a directory should be");
    ProblemException problem =
        catchThrowableOfType(
            ProblemException.class, () -> RunFile.write(file.resolve("run.json"), SmallRuns.one()));
    assertThat(problem.code()).isEqualTo("output-not-writable");
    assertThat(problem).hasMessageContaining("name another place: -Dperf.output=DIRECTORY");
  }

  private static ProblemException problem(Path file) {
    return catchThrowableOfType(ProblemException.class, () -> RunFile.read(file));
  }
}
