package dev.gnomon.archive.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gnomon.archive.ArchiveContract;
import dev.gnomon.archive.KeptArchive;
import dev.gnomon.archive.RunAddress;
import dev.gnomon.environment.Environment;
import dev.gnomon.environment.Fingerprint;
import dev.gnomon.json.RandomRecords;
import dev.gnomon.json.SmallRuns;
import dev.gnomon.model.Run;
import dev.gnomon.model.RunHead;
import dev.gnomon.problem.ProblemException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DirectoryArchiveTest extends ArchiveContract {
  private Path root;
  private DirectoryArchive archive;

  @BeforeEach
  void prepare() {
    root = directory.resolve("archive");
    archive = new DirectoryArchive(root);
  }

  @Override
  protected KeptArchive fresh() {
    return new DirectoryArchive(root);
  }

  @Override
  protected String opening(int writer) {
    return "directory:" + root;
  }

  @Override
  protected void damage(RunAddress address) throws IOException {
    Files.writeString(root.resolve(address.path()), "{}");
  }

  @Test
  void tidyingRemovesEmptyDirectoriesAndNoRun() {
    RunAddress gone = archive.add(SmallRuns.one());
    RunAddress stays = archive.add(at(40, SmallRuns.strict()));
    archive.remove(List.of(gone));
    archive.compact();
    assertThat(root.resolve(gone.path()).getParent()).doesNotExist();
    assertThat(archive.all()).containsExactly(stays);
  }

  @Test
  void aRunLiesInAFileUnderItsPath() {
    RunAddress address = archive.add(SmallRuns.one());
    assertThat(address.path())
        .matches(
            "v1/dev\\.example\\+root/core/[0-9a-f]{12}/2026/11/"
                + "20261101T120000000Z-aaaaaaaaaaaa-[0-9a-f]{8}\\.json\\.gz");
    assertThat(root.resolve(address.path())).isRegularFile();
    assertThat(address.environment()).isEqualTo(Fingerprint.of(new Environment(List.of())));
    assertThat(address.commit()).isEqualTo("aaaaaaaaaaaa");
    assertThat(archive.list(PROJECT, "core")).containsExactly(address);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void noNameLeadsOutOfTheArchive(long seed) {
    Run run = new RandomRecords(seed, 3).record(Run.class);
    RunAddress address = archive.add(run);
    assertThat(archive.list(run.origin().project(), run.origin().module()))
        .containsExactly(address);
    assertThat(archive.read(address)).isEqualTo(run);
    assertThat(archive.readHead(address)).isEqualTo(RunHead.of(run));
    assertThat(root.resolve(address.path()).normalize()).startsWith(root);
  }

  @Test
  void aFileIsNeverWrittenTwice() throws IOException {
    RunAddress address = archive.add(SmallRuns.one());
    FileTime written = Files.getLastModifiedTime(root.resolve(address.path()));
    assertThat(archive.add(SmallRuns.one())).isEqualTo(address);
    assertThat(archive.list(PROJECT, "core")).containsExactly(address);
    assertThat(Files.getLastModifiedTime(root.resolve(address.path()))).isEqualTo(written);
  }

  @Test
  void readingMakesNothing() {
    assertThat(archive.list(PROJECT, "core")).isEmpty();
    assertThat(root).doesNotExist();
  }

  @Test
  void whatIsNoRunIsNotListed() throws IOException {
    Path month = root.resolve(archive.add(SmallRuns.one()).path()).getParent();
    for (String name : List.of(".gnomon-1.tmp", ".DS_Store", "notes.txt", "x.json.gz")) {
      Files.writeString(month.resolve(name), "");
    }
    Files.writeString(month.resolve("20269999T999999999Z-unknown-00000000.json.gz"), "");
    assertThat(archive.list(PROJECT, "core")).hasSize(1);
  }

  @Test
  void leftoversOfKilledWritersGoWhenTheyAreOld() throws IOException {
    archive.add(SmallRuns.one());
    Path old = Files.createFile(root.resolve("tmp/.gnomon-1.tmp"));
    Path young = Files.createFile(root.resolve("tmp/.gnomon-2.tmp"));
    Files.setLastModifiedTime(
        old, FileTime.from(Files.getLastModifiedTime(old).toInstant().minus(Duration.ofDays(2))));
    archive.add(at(1, SmallRuns.strict()));
    assertThat(old).doesNotExist();
    assertThat(young).exists();
  }

  @Test
  void theFileOfADamagedRunIsNamed() throws IOException {
    RunAddress address = archive.add(SmallRuns.one());
    Path file = root.resolve(address.path());
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    assertThat(problem(() -> archive.read(address)))
        .hasMessageStartingWith("A run of the archive is damaged: " + file + " (")
        .hasMessageEndingWith(
            "Restore the file from a copy of the archive, or delete it to do without that run.")
        .extracting(ProblemException::code)
        .isEqualTo("archive-file-damaged");
  }

  @Test
  void aRunUnderAnotherRunsNameIsDamaged() throws IOException {
    Path one = root.resolve(archive.add(SmallRuns.one()).path());
    RunAddress other = archive.add(at(1, SmallRuns.strict()));
    Files.write(root.resolve(other.path()), Files.readAllBytes(one));
    assertThat(problem(() -> archive.read(other)))
        .hasMessageContaining("it does not hold what its name says");
  }

  @Test
  void addingARunWhoseFileIsDamagedSaysSo() throws IOException {
    Path file = root.resolve(archive.add(SmallRuns.one()).path());
    Files.writeString(file, "");
    assertThat(problem(() -> archive.add(SmallRuns.one())).code())
        .isEqualTo("archive-file-damaged");
    assertThat(file).isEmptyFile();
  }

  @Test
  void anArchiveThatIsAFileIsNotWritable() throws IOException {
    Files.writeString(root, "a file");
    assertThat(problem(() -> archive.add(SmallRuns.one())))
        .hasMessageStartingWith(root + " cannot be written: ")
        .hasMessageContaining("name another place: -Dperf.archive=DIRECTORY")
        .extracting(ProblemException::code)
        .isEqualTo("archive-not-writable");
  }

  @Test
  void aFileInTheWayOfADirectoryIsNotWritable() throws IOException {
    Files.createDirectories(root);
    Files.writeString(root.resolve("v1"), "a file");
    assertThat(problem(() -> archive.add(SmallRuns.one())).code())
        .isEqualTo("archive-not-writable");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aLinkInsideTheArchiveIsRefused() throws IOException {
    Path outside = Files.createDirectory(directory.resolve("outside"));
    Files.createDirectories(root);
    Files.createSymbolicLink(root.resolve("v1"), outside);
    assertThat(problem(() -> archive.add(SmallRuns.one())))
        .hasMessageContaining("holds a symbolic link: " + root.resolve("v1"))
        .extracting(ProblemException::code)
        .isEqualTo("archive-link");
    assertThat(problem(() -> archive.list(PROJECT, "core")).code()).isEqualTo("archive-link");
    assertThat(outside).isEmptyDirectory();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aRootThatIsALinkIsTheUsersChoice() throws IOException {
    Path real = Files.createDirectory(directory.resolve("real"));
    Files.createSymbolicLink(root, real);
    RunAddress address = archive.add(SmallRuns.one());
    assertThat(real.resolve(address.path())).isRegularFile();
  }

  @Test
  void aFullDiskLeavesTheArchiveAsItWas() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.isWritable(full), "this system has no /dev/full");
    RunAddress before = archive.add(SmallRuns.one());
    DirectoryArchive onFullDisk =
        new DirectoryArchive(
            root,
            temporary ->
                new WholeFile(temporary, file -> FileChannel.open(full, StandardOpenOption.WRITE)));
    assertThat(problem(() -> onFullDisk.add(at(1, SmallRuns.strict()))))
        .hasMessage(
            "There is no space left for %s. What was there before is untouched. Free some space,"
                    .formatted(root)
                + " or name another place: -Dperf.archive=DIRECTORY")
        .extracting(ProblemException::code)
        .isEqualTo("disk-full");
    assertThat(archive.list(PROJECT, "core")).containsExactly(before);
    assertThat(root.resolve("tmp")).isEmptyDirectory();
  }

  @Test
  void anAddressThatLeadsOutIsRefused() {
    RunAddress address = new RunAddress("v1/../../x.json.gz", "", SmallRuns.NOON, "");
    assertThatThrownBy(() -> archive.read(address)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void mergingTwoArchivesIsACopy() throws IOException {
    DirectoryArchive other = new DirectoryArchive(directory.resolve("other"));
    RunAddress here = archive.add(SmallRuns.one());
    RunAddress there = other.add(at(1, SmallRuns.strict()));
    Files.copy(directory.resolve("other").resolve(there.path()), root.resolve(there.path()));
    assertThat(archive.list(PROJECT, "core")).containsExactly(there, here);
  }

  @Test
  void nothingButDirectoriesAndFilesIsMade() throws IOException {
    archive.add(SmallRuns.one());
    try (Stream<Path> all = Files.walk(root)) {
      assertThat(all.map(path -> root.relativize(path).toString()).filter(p -> p.contains("tmp")))
          .containsExactly("tmp");
    }
  }
}
