package dev.gnomon.maven.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gnomon.archive.KeptArchive;
import dev.gnomon.archive.Pin;
import dev.gnomon.archive.RunAddress;
import dev.gnomon.archive.directory.DirectoryArchive;
import dev.gnomon.environment.Environment;
import dev.gnomon.model.Origin;
import dev.gnomon.model.Revision;
import dev.gnomon.model.Run;
import dev.gnomon.model.Sampling;
import dev.gnomon.problem.ProblemException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PinningTest {
  private static final String FIRST = "1".repeat(40);
  private static final String SECOND = "2".repeat(40);
  private static final Map<String, String> COMMITS =
      Map.of("v1", FIRST, "HEAD", "3".repeat(40), "main", "3".repeat(40), "dirty", "4".repeat(40));

  @TempDir Path directory;
  private Pinning pinning;
  private RunAddress second;
  private PinsFile file;

  @BeforeEach
  void record() {
    KeptArchive archive = new DirectoryArchive(directory.resolve("archive"));
    archive.add(run(FIRST, 1, false));
    second = archive.add(run(SECOND, 2, false));
    archive.add(run("4".repeat(40), 3, true));
    pinning = new Pinning(archive, "g:root", text -> Optional.ofNullable(COMMITS.get(text)));
    file = new PinsFile(directory.resolve(".perf/pins"));
  }

  @Test
  void aTagIsPinnedAsItsCommit() {
    assertThat(pinning.of("r", "v1")).isEqualTo(new Pin("r", FIRST, Optional.empty()));
  }

  @Test
  void aBranchIsPinnedAsTheCommitOfItsNewestCleanRun() {
    assertThat(pinning.of("r", "main").commit()).isEqualTo(SECOND);
  }

  @Test
  void aCommitThatGitLacksIsFoundInTheArchive() {
    assertThat(pinning.of("r", "2222222").commit()).isEqualTo(SECOND);
  }

  @Test
  void oneRunIsPinnedByItsPath() {
    assertThat(pinning.of("r", second.path()))
        .isEqualTo(new Pin("r", SECOND, Optional.of(second.path())));
  }

  @Test
  void whatWasNeverMeasuredOrOnlyWithUncommittedChangesIsRefused() {
    for (String text : List.of("HEAD", "dirty", "nothing", second.path().replace("core", "web"))) {
      assertThat(problem(() -> pinning.of("r", text)).code()).isEqualTo("pin-without-run");
    }
  }

  @Test
  void runsOfAnotherProjectAreNotPinned() {
    Pinning other = new Pinning(pinning.archive(), "g:other", text -> Optional.empty());
    assertThat(problem(() -> other.of("r", "main")).code()).isEqualTo("pin-without-run");
  }

  @Test
  void aNameThatIsNoneIsRefused() {
    assertThat(problem(() -> pinning.of("a b", "v1")))
        .hasMessageStartingWith("perf.pin: \"a b\" is no name for a pin");
  }

  @Test
  void aBaselineThatNamesAPinIsWhatWasPinned() {
    assertThat(file.revision("perf.baseline", "main")).isEqualTo("main");
    file.add(pinning.of("r", "v1"));
    file.add(pinning.of("one", second.path()));
    assertThat(file.revision("perf.baseline", "pin:r")).isEqualTo(FIRST);
    assertThat(file.revision("perf.baseline", "pin:one")).isEqualTo(second.path());
    assertThat(problem(() -> file.revision("perf.baseline", "pin:other")))
        .hasMessageContaining("has no pin of that name: it has one, r. Pin one: mvn perf:pin")
        .extracting(ProblemException::code)
        .isEqualTo("pin-unknown");
  }

  private static Run run(String commit, int hour, boolean dirty) {
    return new Run(
        new Origin("g:root", "core", Origin.MEASURED, "1"),
        new Revision(commit, "main", dirty, Optional.empty()),
        Instant.parse("2026-11-01T12:00:00Z").plus(Duration.ofHours(hour)),
        Duration.ofSeconds(1),
        new Environment(List.of()),
        new Sampling("adaptive", 5, 1, true),
        List.of(),
        List.of());
  }

  private static ProblemException problem(ThrowingCallable call) {
    return catchThrowableOfType(ProblemException.class, call);
  }
}
