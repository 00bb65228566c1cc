package dev.gnomon.maven.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gnomon.maven.config.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpgradeTest {
  private static Setting setting(String text) {
    return new Setting("perf.upgrade", text);
  }

  @Test
  void severalAreReadInTheirOrder() {
    assertThat(Upgrade.read(setting(" org.example:parser:1.4.0-rc+1, a.b:c:2 ")))
        .containsExactly(
            new Upgrade("org.example", "parser", "1.4.0-rc+1"), new Upgrade("a.b", "c", "2"));
    assertThat(Upgrade.read(setting(null))).isEmpty();
    assertThat(Upgrade.read(setting(" "))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a:b", "a:b:c:d", "a:b:[1,2)", "a::1", "a:b:1,", "a:b:../1", "a b:c:1"})
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> Upgrade.read(setting(text)))
        .hasMessageContaining("perf.upgrade is \"" + text + "\", expected group:artifact:version");
  }
}
