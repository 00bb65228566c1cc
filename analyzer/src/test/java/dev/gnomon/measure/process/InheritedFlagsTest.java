package dev.gnomon.measure.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gnomon.environment.Fact;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InheritedFlagsTest {
  @Test
  void flagsOfEveryVariableAreAFact() {
    assertThat(
            InheritedFlags.of(
                Map.of(
                    "JAVA_TOOL_OPTIONS",
                    " -Xmx1g  -Dfile.encoding=UTF-8 ",
                    "JDK_JAVA_OPTIONS",
                    "-XX:+UseSerialGC",
                    "MAVEN_OPTS",
                    "-Xmx9g")))
        .contains(Fact.strict("jvm.environment", "-XX:+UseSerialGC -Xmx1g"));
  }

  @Test
  void withoutAnyThereIsNoFact() {
    assertThat(InheritedFlags.of(Map.of("JAVA_TOOL_OPTIONS", "-Da=b"))).isEmpty();
    assertThat(InheritedFlags.of(Map.of())).isEmpty();
  }
}
