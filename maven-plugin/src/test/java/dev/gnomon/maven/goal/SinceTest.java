package dev.gnomon.maven.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gnomon.maven.config.Setting;
import dev.gnomon.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SinceTest {
  private static final String COMMITTED = "2026-10-31T23:30:00Z";

  @TempDir Path directory;

  private Optional<String> since(String text) {
    return Since.read(new Setting("perf.since", text), directory);
  }

  private String git(String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(List.of("git", "-c", "user.name=A", "-c", "user.email=a@example.org"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
    builder.environment().put("GIT_COMMITTER_DATE", COMMITTED);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said.strip();
  }

  @Test
  void nothingSetIsNoTime() {
    assertThat(since(null)).isEmpty();
    assertThat(since("  ")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-01,2026-11-01T00:00",
    "2026-11-01T02:00:00+01:00,2026-11-01T01:00",
    "2026-11-01T00:30:00+01:00,2026-10-31T23:30",
    "2026-11-01T10:00:00Z,2026-11-01T10:00",
  })
  void aDateIsInUtc(String text, String time) {
    assertThat(since(text)).contains(time);
  }

  @Test
  void aTagABranchAndACommitAreTheTimeOfTheirCommit() throws Exception {
    git("init", "--quiet", "--initial-branch=main");
    git("commit", "--quiet", "--allow-empty", "--message=one");
    git("tag", "v1.4");
    git("tag", "Test-1"); // has a T, as a time does
    String commit = git("rev-parse", "HEAD");
    for (String name : List.of("v1.4", "Test-1", "main", commit, commit.substring(0, 10))) {
      assertThat(since(name)).as(name).contains("2026-10-31T23:30");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-13-01", "yesterday", "--all", "v9.9", "2026-11-01T10:00:00"})
  void whatIsNeitherIsAProblem(String text) throws IOException {
    ProblemException problem = catchThrowableOfType(ProblemException.class, () -> since(text));
    assertThat(problem.code()).isEqualTo("invalid-setting");
    assertThat(problem).hasMessageStartingWith("perf.since is \"" + text + "\", expected a date");
  }
}
