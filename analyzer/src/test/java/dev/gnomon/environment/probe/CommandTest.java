package dev.gnomon.environment.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gnomon.environment.probe.Command.Fate;
import dev.gnomon.environment.probe.Command.Outcome;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandTest {
  @TempDir Path directory;

  @BeforeEach
  void withAShell() {
    assumeTrue(File.separatorChar == '/', "the commands are those of a shell");
  }

  private Outcome run(Duration patience, String script) {
    return new Command(directory, Map.of("SET", "yes", "HOME", ""), patience)
        .run(List.of("sh", "-c", script));
  }

  private Outcome run(String script) {
    return run(Duration.ofSeconds(60), script);
  }

  @Test
  void statusOutputAndTheLastErrorsAreKept() {
    assertThat(run("echo out; for i in 1 2 3 4 5 6 7 8; do echo $i >&2; done; exit 3"))
        .isEqualTo(new Outcome(Fate.ENDED, 3, "out\n", List.of("3", "4", "5", "6", "7", "8")))
        .returns(false, Outcome::ok);
    assertThat(run("echo \"$SET ${HOME-unset}\"").output()).isEqualTo("yes unset\n");
  }

  @Test
  void moreOutputThanIsKeptDoesNotStopTheCommand() {
    Outcome outcome = run("head -c 3000000 /dev/zero; head -c 3000000 /dev/zero >&2; exit 0");

    assertThat(outcome.ok()).isTrue();
    assertThat(outcome.output()).hasSize(1 << 20);
  }

  @Test
  void whyThereIsNoAnswerIsToldApart() {
    Command command = new Command(directory, Map.of(), Duration.ofSeconds(60));
    assertThat(command.run(List.of("no-such-command")).fate()).isEqualTo(Fate.NOT_STARTED);
    assertThat(run(Duration.ofMillis(50), "exec sleep 600").fate()).isEqualTo(Fate.TOO_SLOW);

    Thread.currentThread().interrupt();
    assertThat(run("exec sleep 600").fate()).isEqualTo(Fate.INTERRUPTED);
    assertThat(Thread.interrupted()).isTrue();
  }
}
