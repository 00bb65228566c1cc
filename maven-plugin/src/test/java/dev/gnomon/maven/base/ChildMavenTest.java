package dev.gnomon.maven.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class ChildMavenTest {
  @TempDir Path directory;

  private List<String> command(String version) {
    FakeMaven installation = FakeMaven.in(directory, "");
    ChildMaven maven =
        new ChildMaven(
            installation.home(),
            version,
            Path.of("/jdk"),
            "a JDK",
            "1",
            List.of("-s", "my settings.xml"),
            List.of("a", "b"),
            List.of("c"),
            new TreeMap<>());
    return maven.command(
        Path.of("/t/pom.xml"), List.of("-pl", "./app", "-am"), Path.of("/t/app"), Path.of("/f"));
  }

  @Test
  void aProfileThatTheBaseLacksIsNoErrorInAnyMaven() {
    assertThat(command("3.6.3")).containsSequence("-P", "a,b,!c");
    assertThat(command("4.0.0-rc-6")).containsSequence("-P", "?a,?b,!?c");
  }

  @Test
  void theModuleIsSelectedAndItsClassPathAskedFor() {
    assertThat(command("3.9.11"))
        .startsWith(directory + "/bin" + File.separator + "mvn")
        .containsSequence("-s", "my settings.xml")
        .containsSequence("-f", "/t/pom.xml")
        .containsSequence("-pl", "./app", "-am")
        .containsSequence("-Dperf.classPathModule=/t/app", "-Dperf.classPathFile=/f");
  }
}
