package dev.gnomon.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gnomon.archive.ArchiveCheck;
import dev.gnomon.archive.RunAddress;
import dev.gnomon.archive.directory.DirectoryArchive;
import dev.gnomon.model.Run;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ExampleArchiveTest {
  private final DirectoryArchive archive = new DirectoryArchive(ExampleQuestions.ARCHIVE);

  private List<RunAddress> kept() {
    return archive.list(ExampleStory.PROJECT, ExampleStory.MODULE);
  }

  @Test
  void theArchiveIsTheStory() {
    Set<Run> told = Set.copyOf(ExampleStory.runs());

    assertThat(told).hasSize(68);
    assertThat(kept().stream().map(archive::read).collect(Collectors.toSet())).isEqualTo(told);
    assertThat(archive.all()).hasSameSizeAs(told);
    assertThat(ArchiveCheck.of(archive)).isEmpty();
  }

  @Test
  void itIsTheSampleProjectsSoThatAnyoneCanAskThere() {
    assertThat(ExampleStory.PROJECT).isEqualTo("dev.gnomon:gnomon");
    assertThat(Repository.read("pom.xml"))
        .contains("<groupId>dev.gnomon</groupId>\n  <artifactId>gnomon</artifactId>");
    assertThat(Repository.read("sample-project/pom.xml"))
        .contains("<artifactId>" + ExampleStory.MODULE + "</artifactId>");
    assertThat(Repository.ROOT.resolve(".mvn")).isDirectory();
  }
}
