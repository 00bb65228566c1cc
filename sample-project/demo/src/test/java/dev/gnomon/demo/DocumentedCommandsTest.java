package dev.gnomon.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentedCommandsTest {

  @Test
  void commandsOfOurGoalsAreTakenFromShellBlocks() {
    String document =
        """
        Say `mvn perf:run`, or
        ```sh
        mvn -B verify
        mvn perf:check -Dperf.forks=3
        ```
        1. indented:

           ```sh
           mvn dev.gnomon:perf-maven-plugin:1.0:run
           ```
        ```yaml
        run: mvn perf:record
        ```
        """;

    assertThat(DocumentedCommands.in(document))
        .containsExactly(
            List.of("perf:check", "-Dperf.forks=3"),
            List.of("dev.gnomon:perf-maven-plugin:1.0:run"));
  }

  @Test
  void theDocumentsShowTheCommandsThatMatterMost() {
    assertThat(DocumentedCommandsIT.commands())
        .contains(
            List.of("perf:record"),
            List.of("perf:check"),
            List.of("perf:run", "-Dperf.includes=EditDistance"));
  }
}
