package dev.gnomon.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gnomon.archive.ArchiveCheck.Damage;
import dev.gnomon.archive.directory.DirectoryArchive;
import dev.gnomon.json.SmallRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ArchiveCheckTest {
  @TempDir Path root;

  @Test
  void aSoundArchiveHasNoDamage() {
    KeptArchive archive = new DirectoryArchive(root);
    archive.add(SmallRuns.one());
    assertThat(ArchiveCheck.of(archive)).isEmpty();
  }

  @Test
  void eachDamagedOrMisplacedRunIsNamed() throws IOException {
    KeptArchive archive = new DirectoryArchive(root);
    RunAddress cut = archive.add(SmallRuns.one());
    RunAddress sound =
        archive.add(
            SmallRuns.of(
                SmallRuns.revision("main", "b"),
                SmallRuns.NOON.plusSeconds(60),
                SmallRuns.strict()));
    Path elsewhere = root.resolve(sound.path().replace("/core/", "/other/"));
    Files.createDirectories(elsewhere.getParent());
    Files.copy(root.resolve(sound.path()), elsewhere);
    Files.write(root.resolve(cut.path()), new byte[] {31, -117, 8});

    assertThat(ArchiveCheck.of(archive))
        .extracting(Damage::found)
        .satisfiesExactlyInAnyOrder(
            found -> assertThat(found).contains(root.resolve(cut.path()).toString()),
            found -> assertThat(found).contains("/other/", " belongs under v1/"));
  }
}
