package dev.gnomon.maven.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gnomon.archive.KeptArchive;
import dev.gnomon.archive.Pin;
import dev.gnomon.archive.Pins;
import dev.gnomon.archive.Retention;
import dev.gnomon.archive.RunAddress;
import dev.gnomon.archive.directory.DirectoryArchive;
import dev.gnomon.environment.Environment;
import dev.gnomon.model.Origin;
import dev.gnomon.model.Revision;
import dev.gnomon.model.Run;
import dev.gnomon.model.Sampling;
import dev.gnomon.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpkeepTest {
  private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

  @TempDir Path directory;
  private Path root;
  private KeptArchive archive;
  private Upkeep upkeep;
  private final List<String> told = new ArrayList<>();

  @BeforeEach
  void open() {
    root = directory.resolve("archive");
    archive = new DirectoryArchive(root);
    upkeep = new Upkeep(archive, told::add);
  }

  @Test
  void anEmptyArchiveIsListedAsEmpty() {
    upkeep.list();
    assertThat(told).containsExactly(root + " holds 0 runs");
  }

  @Test
  void nothingIsNeitherSoundNorCopied() {
    KeptArchive other = new DirectoryArchive(directory.resolve("other"));
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(upkeep::verify)
        .withMessageContaining(root + " holds no run");
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> upkeep.mirrorTo(other))
        .withMessageContaining(root + " holds no run");
    assertThat(told).isEmpty();
  }

  @Test
  void theListHasALineForEachModuleAndEnvironment() {
    archive.add(run("core", 2));
    archive.add(run("core", 0));
    archive.add(run("web", 1));
    upkeep.list();
    assertThat(told.get(0)).isEqualTo(root + " holds 3 runs");
    assertThat(told.get(1))
        .matches(
            "  g:root core on [0-9a-f]{12}: 2 runs, 2026-10-30 … 2026-11-01, newest main@0000000");
    assertThat(told.get(2)).startsWith("  g:root web on ").contains(": 1 run, ");
  }

  @Test
  void verifyingNamesTheDamagedFileAndFails() throws IOException {
    RunAddress address = archive.add(run("core", 0));
    archive.add(run("core", 1));
    upkeep.verify();
    assertThat(told).containsExactly(root + " is sound: 2 runs read");
    Files.writeString(root.resolve(address.path()), "{");
    ProblemException problem = catchThrowableOfType(ProblemException.class, upkeep::verify);
    assertThat(problem.code()).isEqualTo("archive-damaged");
    assertThat(problem).hasMessageStartingWith("1 of 2 runs in " + root);
    assertThat(told.get(1)).contains(root.resolve(address.path()).toString());
  }

  @Test
  void aMirrorSaysHowManyItCopied() {
    archive.add(run("core", 0));
    KeptArchive other = new DirectoryArchive(directory.resolve("other"));
    upkeep.mirrorTo(other);
    assertThat(told).containsExactly("Copied 1 run from " + root + " to " + other.place());
    assertThat(other.all()).isEqualTo(archive.all());
  }

  @Test
  void pruningTellsFirstAndRemovesOnlyWhenItIsMeant() {
    List<RunAddress> added = new ArrayList<>();
    for (int age = 100; age < 106; age++) {
      added.add(archive.add(run("core", age)));
    }
    Pins pins = Pins.none().with(new Pin("r", "", Optional.of(added.get(4).path())));
    Retention policy = new Retention(0, 0);

    upkeep.prune("g:root", policy, pins, NOW, true);
    assertThat(told)
        .last()
        .asString()
        .startsWith("4 runs of 6 would be removed")
        .contains("dryRun");
    upkeep.prune("g:other", policy, pins, NOW, false);
    assertThat(archive.all()).hasSize(6);

    upkeep.prune("g:root", policy, pins, NOW, false);
    assertThat(told).last().isEqualTo("Removed 4 runs of 6 from " + root);
    assertThat(archive.all()).containsExactly(added.get(0), added.get(4));
  }

  private static Run run(String module, int age) {
    return new Run(
        new Origin("g:root", module, Origin.MEASURED, "1"),
        new Revision("%040d".formatted(age), "main", false, Optional.empty()),
        NOW.minus(Duration.ofDays(age)),
        Duration.ofSeconds(1),
        new Environment(List.of()),
        new Sampling("adaptive", 5, 1, true),
        List.of(),
        List.of());
  }
}
