package dev.gnomon.maven.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gnomon.problem.ProblemException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaCommandTest {
  private static final Path HOME = Path.of(System.getProperty("java.home"));
  private static final Path JAVA = JavaCommand.choose(Optional.empty(), Optional.empty(), HOME);

  @TempDir Path empty;

  @Test
  void withoutConfigurationItIsTheJvmOfMaven() {
    assertThat(JAVA).isExecutable().startsWith(HOME);
  }

  @Test
  void theToolchainGoesBeforeTheJvmOfMaven() {
    Path toolchain = Path.of("/jdk/bin/java");

    assertThat(JavaCommand.choose(Optional.empty(), Optional.of(toolchain), HOME))
        .isEqualTo(toolchain);
  }

  @Test
  void aHomeAndAnExecutableBothNameAJvm() {
    assertThat(JavaCommand.choose(Optional.of(HOME.toString()), Optional.empty(), empty))
        .isEqualTo(JAVA);
    assertThat(JavaCommand.choose(Optional.of(JAVA.toString()), Optional.empty(), empty))
        .isEqualTo(JAVA);
  }

  @Test
  void whatIsConfiguredGoesBeforeTheToolchain() {
    assertThat(
            JavaCommand.choose(
                Optional.of(HOME.toString()), Optional.of(Path.of("/jdk/bin/java")), empty))
        .isEqualTo(JAVA);
  }

  @Test
  void aJvmThatIsNotThereIsAProblemWithItsRemedy() {
    assertThatThrownBy(
            () -> JavaCommand.choose(Optional.of(empty.toString()), Optional.empty(), HOME))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.code()).isEqualTo("jvm-not-found"))
        .hasMessage(
            ("perf.jvm is %s, where there is no Java: expected a Java home such as"
                    + " /usr/lib/jvm/jdk-25, or a java executable. Correct -Dperf.jvm or <jvm>, or"
                    + " leave it out to measure on the toolchain's JDK or the one that runs Maven.")
                .formatted(empty));
  }

  @Test
  void aJvmThatIsNoPathIsAProblemToo() {
    assertThatThrownBy(() -> JavaCommand.choose(Optional.of("a\0b"), Optional.empty(), HOME))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("where there is no Java");
  }
}
