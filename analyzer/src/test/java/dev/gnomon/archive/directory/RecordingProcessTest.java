package dev.gnomon.archive.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gnomon.archive.RecordingProcess;
import dev.gnomon.archive.RunAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes that record at once, and are killed while they do. */
final class RecordingProcessTest {
  private static final long SEED = 20261123;

  @TempDir Path root;

  @Test
  void anArchiveStaysReadableAndWholeWhenItsWriterIsKilledAtAnyMoment() throws Exception {
    Random moments = new Random(SEED);
    List<String> stored = new ArrayList<>();
    for (int kill = 0; kill < 10; kill++) {
      try (RecordingProcess writer =
          RecordingProcess.start("directory:" + root, 1000L * kill, 1000)) {
        for (int said = moments.nextInt(12); said >= 0; said--) {
          stored.add(writer.nextStored());
        }
        LockSupport.parkNanos(moments.nextInt(8_000_000));
        writer.kill();
        stored.addAll(writer.complete());
      }
      assertWhole(stored);
    }
    assertThat(stored).hasSizeGreaterThanOrEqualTo(10);
  }

  private void assertWhole(List<String> stored) {
    DirectoryArchive archive = new DirectoryArchive(root);
    List<RunAddress> listed = archive.list("dev.example:root", "core");
    assertThat(listed).extracting(RunAddress::path).containsAll(stored);
    for (RunAddress address : listed) {
      long number =
          address.startedAt().getEpochSecond()
              - RecordingProcess.run(0).startedAt().getEpochSecond();
      assertThat(archive.read(address)).isEqualTo(RecordingProcess.run(number));
    }
  }

  @Test
  void processesThatAddAtOnceLoseNothing() throws Exception {
    List<RecordingProcess> writers = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      writers.add(
          RecordingProcess.start(
              "directory:" + root, 10L * i, 20)); // half of each is the next one's too
    }
    List<String> stored = writers.stream().flatMap(writer -> writer.rest().stream()).toList();
    writers.forEach(RecordingProcess::close);
    assertThat(stored).hasSize(60);
    assertThat(new DirectoryArchive(root).list("dev.example:root", "core")).hasSize(40);
    assertWhole(stored);
    assertThat(temporaryFiles()).isEmpty();
  }

  private List<Path> temporaryFiles() throws IOException {
    try (Stream<Path> files = Files.list(root.resolve("tmp"))) {
      return files.toList();
    }
  }
}
