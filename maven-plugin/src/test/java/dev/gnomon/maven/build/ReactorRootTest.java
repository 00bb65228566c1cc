package dev.gnomon.maven.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReactorRootTest {
  @TempDir Path top;

  private Path module() {
    return top.resolve("core").resolve("module");
  }

  @Test
  void theDirectoryWithDotMvnIsTheRoot() throws IOException {
    Files.createDirectory(top.resolve(".mvn"));

    assertThat(ReactorRoot.of(module(), top.toFile(), List.of(module()))).isEqualTo(top);
  }

  @Test
  void withoutDotMvnTheTopmostParentOnDiskIsTheRootWhereverMavenWasStarted() {
    List<Path> ancestry = List.of(module(), top.resolve("core"), top);

    assertThat(ReactorRoot.of(module(), module().toFile(), ancestry)).isEqualTo(top);
    assertThat(ReactorRoot.of(module(), top.toFile(), ancestry)).isEqualTo(top);
    assertThat(ReactorRoot.of(module(), null, ancestry)).isEqualTo(top);
  }

  @Test
  void aParentBesideTheModuleIsNoDirectoryAboveIt() {
    Path beside = top.resolve("parent");

    assertThat(ReactorRoot.of(module(), module().toFile(), List.of(module(), beside)))
        .isEqualTo(module());
  }

  @Test
  void aLoneModuleIsItsOwnRoot() {
    assertThat(ReactorRoot.of(module(), module().toFile(), List.of())).isEqualTo(module());
  }
}
