package dev.gnomon.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReferenceTest {
  private static final Path ACTUAL = Path.of("target/reference.md");

  @Test
  void theReferenceIsThatOfThePlugin() throws Exception {
    Descriptor plugin = Descriptor.read();
    assertThat(plugin.goals()).containsKey("check");
    assertThat(plugin.settings()).containsKey("perf.skip");

    String actual = Reference.of(plugin);
    Files.writeString(ACTUAL, actual);

    assertThat(Repository.ROOT.resolve("docs/reference.md"))
        .as("docs/reference.md; copy %s over it to bring it up to date", ACTUAL.toAbsolutePath())
        .content()
        .isEqualTo(actual);
  }
}
