package dev.gnomon.measure.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gnomon.model.ProfileRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForkRecordTest {
  @TempDir Path directory;

  private ProfileRef left(String description) throws IOException {
    Path file = Files.writeString(directory.resolve("fork-0001.collapsed"), "a;b 1\n");
    Files.writeString(directory.resolve("fork-0001.collapsed.properties"), description);
    return new ForkRecord(Optional.of(file)).profileRef("wall");
  }

  @Test
  void whatTheForkTellsOfItsProfileIsRead() throws IOException {
    assertThat(
            left(
                """
                status=ok\\: sampled by ctimer, because cpu\\: no
                event=cpu
                engine=ctimer
                intervalNs=1000000
                samples=321
                """))
        .isEqualTo(
            new ProfileRef(
                "ok: sampled by ctimer, because cpu: no",
                "fork-0001.collapsed",
                "cpu",
                "ctimer",
                1_000_000,
                321));
    assertThat(directory.resolve("fork-0001.collapsed.properties")).doesNotExist();
  }

  @Test
  void numbersThatAreNoneAreUnknown() throws IOException {
    ProfileRef profile = left("status=ok\nintervalNs=often\nsamples=-5\n");

    assertThat(profile.intervalNs()).isZero();
    assertThat(profile.samples()).isZero();
    assertThat(left("status=ok\nsamples=99999999999999999999\n").samples()).isZero();
  }

  @Test
  void textsAreOneLineOfBoundedLength() throws IOException {
    ProfileRef profile =
        left("status=none\\: a\\nb\\u001b[31m\nengine=" + "x".repeat(1_000) + "\n");

    assertThat(profile.status()).isEqualTo("none: a b [31m");
    assertThat(profile.engine()).hasSize(300);
  }

  @Test
  void aForkThatLeftNothingStillTellsWhatWasAskedFor() {
    Path nothing = directory.resolve("fork-0002.collapsed");

    assertThat(new ForkRecord(Optional.of(nothing)).profileRef("wall"))
        .isEqualTo(new ProfileRef("none: the fork left no profile", "", "wall", "", 0));
    assertThat(new ForkRecord(Optional.empty()).profileRef("")).isEqualTo(ProfileRef.OFF);
  }
}
