package dev.gnomon.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gnomon.archive.directory.DirectoryArchive;
import dev.gnomon.environment.Environment;
import dev.gnomon.environment.Fingerprint;
import dev.gnomon.json.RandomRecords;
import dev.gnomon.json.SmallRuns;
import dev.gnomon.model.Origin;
import dev.gnomon.model.Revision;
import dev.gnomon.model.Run;
import dev.gnomon.model.RunHead;
import dev.gnomon.problem.ProblemException;
import dev.gnomon.profile.FrameNames;
import dev.gnomon.profile.Profile;
import dev.gnomon.profile.RunProfiles;
import dev.gnomon.profile.Stack;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every archive keeps to, wherever its runs lie. */
public abstract class ArchiveContract {
  protected static final String PROJECT = "dev.example:root";

  private static final RunProfiles PROFILES =
      new RunProfiles(
          Map.of(
              "fork-0000.collapsed",
              new Profile(
                  Map.of(new Stack(List.of(FrameNames.parse("a/A.run"))), 20_000_000L), 0)));

  @TempDir protected Path directory;

  private final List<KeptArchive> opened = new ArrayList<>();

  /** The archive under test as another process would open it: nothing remembered. */
  protected abstract KeptArchive fresh();

  /** The same, closed when the test is over. */
  protected final KeptArchive open() {
    return closing(fresh());
  }

  /** Closes an archive when the test is over. */
  protected final KeptArchive closing(KeptArchive archive) {
    opened.add(archive);
    return archive;
  }

  @AfterEach
  void closeAll() {
    opened.forEach(KeptArchive::close);
  }

  /**
   * How one of several writers opens the same archive, for {@link RecordingProcess}.
   *
   * @param writer its number from 0
   */
  protected abstract String opening(int writer) throws Exception;

  /** Changes what is stored at an address behind the archive's back. */
  protected abstract void damage(RunAddress address) throws Exception;

  @Test
  void anAddressTellsProjectModuleEnvironmentAndMonth() {
    RunAddress address = open().add(SmallRuns.one());
    assertThat(address.path())
        .matches(
            "v1/dev\\.example\\+root/core/[0-9a-f]{12}/2026/11/"
                + "20261101T120000000Z-aaaaaaaaaaaa-[0-9a-f]{8}\\.json\\.gz");
    assertThat(address.environment()).isEqualTo(Fingerprint.of(new Environment(List.of())));
    assertThat(address.commit()).isEqualTo("aaaaaaaaaaaa");
    assertThat(open().list(PROJECT, "core")).containsExactly(address);
    assertThat(open().all()).containsExactly(address);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void anyRunIsReadBackWhateverItsNames(long seed) {
    Run run = new RandomRecords(seed, 3).record(Run.class);
    RunAddress address = open().add(run);
    KeptArchive archive = open();
    assertThat(archive.list(run.origin().project(), run.origin().module()))
        .containsExactly(address);
    assertThat(archive.all()).containsExactly(address);
    assertThat(archive.read(address)).isEqualTo(run);
    assertThat(archive.readHead(address)).isEqualTo(RunHead.of(run));
  }

  @Test
  void theSameRunTwiceIsStoredOnce() {
    RunAddress address = open().add(SmallRuns.one());
    assertThat(open().add(SmallRuns.one())).isEqualTo(address);
    assertThat(open().list(PROJECT, "core")).containsExactly(address);
  }

  @Test
  void whatWasAddedIsSeenByTheSameArchive() {
    KeptArchive archive = open();
    assertThat(archive.all()).isEmpty();
    RunAddress address = archive.add(SmallRuns.one());
    assertThat(archive.all()).containsExactly(address);
  }

  @Test
  void runsAreListedNewestFirstAcrossEnvironments() {
    KeptArchive archive = open();
    for (int day : new int[] {3, 1, 4, 2}) {
      archive.add(at(day, SmallRuns.strict("cpu.model", "model " + day % 2)));
    }
    assertThat(open().list(PROJECT, "core"))
        .extracting(a -> a.startedAt().toString().substring(0, 10))
        .containsExactly("2026-11-05", "2026-11-04", "2026-11-03", "2026-11-02");
  }

  @Test
  void modulesAndProjectsAreKeptApart() {
    open().add(SmallRuns.one());
    assertThat(open().list(PROJECT, "Core")).isEmpty();
    assertThat(open().list("dev.example", "core")).isEmpty();
  }

  @Test
  void anArchiveThatIsNotThereIsEmpty() {
    assertThat(open().list(PROJECT, "core")).isEmpty();
    assertThat(open().all()).isEmpty();
  }

  @Test
  void aCommitThatIsNoneStaysOutOfTheName() {
    Revision odd = new Revision("../../x", "main", false, SmallRuns.one().revision().committedAt());
    RunAddress address = open().add(SmallRuns.of(odd, SmallRuns.NOON, SmallRuns.strict()));
    assertThat(address.path()).contains("/20261101T120000000Z-unknown-");
    assertThat(open().list(PROJECT, "core").get(0).commit()).isEmpty();
  }

  @Test
  void twoRunsOfOneMomentAreTwo() {
    Run run = SmallRuns.one();
    Run sister =
        new Run(
            new Origin(PROJECT, "core", "jmh-json", "0.1.0"),
            run.revision(),
            run.startedAt(),
            run.took(),
            run.environment(),
            run.sampling(),
            run.series(),
            run.notes());
    assertThat(open().add(run)).isNotEqualTo(open().add(sister));
    assertThat(open().list(PROJECT, "core")).hasSize(2);
  }

  @Test
  void aDamagedRunIsNamedAndTheOthersStayReadable() throws Exception {
    RunAddress address = open().add(SmallRuns.one());
    RunAddress other = open().add(at(1, SmallRuns.strict()));
    damage(address);
    assertThat(problem(() -> open().read(address)))
        .hasMessageStartingWith("A run of the archive is damaged: ")
        .hasMessageContaining(address.path())
        .extracting(ProblemException::code)
        .isEqualTo("archive-file-damaged");
    assertThat(problem(() -> open().add(SmallRuns.one())).code()).isEqualTo("archive-file-damaged");
    assertThat(open().read(other)).isEqualTo(at(1, SmallRuns.strict()));
  }

  @Test
  void whatIsRemovedIsGoneAndTheRestStays() {
    RunAddress address = open().add(SmallRuns.one());
    RunAddress other = open().add(at(1, SmallRuns.strict()));
    KeptArchive archive = open();
    archive.remove(List.of(address));
    archive.remove(List.of(address));
    assertThat(archive.all()).containsExactly(other);
    assertThat(open().all()).containsExactly(other);
    assertThat(open().read(other)).isEqualTo(at(1, SmallRuns.strict()));
  }

  @Test
  void compactingSaysWhatItDidAndLeavesEveryRun() {
    assertThat(open().compact()).contains(open().place());
    RunAddress address = open().add(SmallRuns.one());
    open().remove(List.of(open().add(at(1, SmallRuns.strict()))));

    assertThat(open().compact()).contains(open().place());

    assertThat(open().all()).containsExactly(address);
    assertThat(open().read(address)).isEqualTo(SmallRuns.one());
  }

  @Test
  void aCopyInAnotherArchiveHasTheSameAddressesAndDocuments() {
    KeptArchive archive = open();
    for (int day = 0; day < 5; day++) {
      archive.add(at(day, SmallRuns.strict()));
    }
    KeptArchive copy = new DirectoryArchive(directory.resolve("copy"));
    assertThat(Mirror.copy(open(), copy)).isEqualTo(5);
    assertThat(Mirror.copy(open(), copy)).isZero();
    assertThat(copy.all()).isEqualTo(open().all());
    RunAddress newest = copy.all().get(0);
    assertThat(copy.read(newest)).isEqualTo(at(4, SmallRuns.strict()));
    open().remove(List.of(newest));
    assertThat(Mirror.copy(copy, open())).isEqualTo(1);
    assertThat(open().stored(newest).same(copy.stored(newest))).isTrue();
  }

  @Test
  void profilesAreKeptBesideTheirRunAndGoWithIt() {
    RunAddress address = open().add(SmallRuns.one(), PROFILES);
    RunAddress other = open().add(at(1, SmallRuns.strict()));

    assertThat(open().profiles(address)).isEqualTo(PROFILES);
    assertThat(open().profiles(other)).isEqualTo(RunProfiles.NONE);
    assertThat(open().read(address)).isEqualTo(SmallRuns.one());
    assertThat(open().all()).containsExactly(other, address);
    assertThat(ArchiveCheck.of(open())).isEmpty();
    assertThat(open().compact()).contains(open().place());
    assertThat(open().profiles(address)).isEqualTo(PROFILES);

    KeptArchive archive = open();
    archive.remove(List.of(address));
    assertThat(archive.profiles(address)).isEqualTo(RunProfiles.NONE);
    assertThat(open().profiles(address)).isEqualTo(RunProfiles.NONE);
    assertThat(open().all()).containsExactly(other);
  }

  @Test
  void aCopyHasTheProfilesToo() {
    RunAddress address = open().add(SmallRuns.one(), PROFILES);
    KeptArchive copy = new DirectoryArchive(directory.resolve("copy"));
    assertThat(Mirror.copy(open(), copy)).isEqualTo(1);
    assertThat(copy.profiles(address)).isEqualTo(PROFILES);

    open().remove(List.of(address));
    assertThat(Mirror.copy(copy, open())).isEqualTo(1);
    assertThat(open().profiles(address)).isEqualTo(PROFILES);
  }

  @Test
  void damagedProfilesAreNamedAndTheRunStaysReadable() {
    StoredRun run =
        StoredRun.of(SmallRuns.one()).with(Optional.of(StoredProfiles.kept(new byte[] {1, 2})));
    open().put(List.of(run));

    assertThat(open().read(run.address())).isEqualTo(SmallRuns.one());
    assertThat(problem(() -> open().profiles(run.address())))
        .hasMessageContaining(run.address().profilesPath())
        .extracting(ProblemException::code)
        .isEqualTo("profiles-unreadable");
    assertThat(ArchiveCheck.of(open()))
        .extracting(ArchiveCheck.Damage::address)
        .containsExactly(run.address());
  }

  @Test
  void runsAreReadByManyThreadsAtOnce() {
    for (int day = 0; day < 20; day++) {
      open().add(at(day, SmallRuns.strict()));
    }
    KeptArchive archive = open();
    List<Run> read = archive.all().parallelStream().map(archive::read).toList();
    assertThat(read)
        .isEqualTo(IntStream.range(0, 20).mapToObj(i -> at(19 - i, SmallRuns.strict())).toList());
  }

  @Test
  void whatWasClosedCanStillBeUsed() {
    KeptArchive archive = open();
    RunAddress address = archive.add(SmallRuns.one());
    archive.close();
    assertThat(archive.read(address)).isEqualTo(SmallRuns.one());
    archive.close();
    archive.close();
    archive.remove(List.of(address));
    assertThat(archive.all()).isEmpty();
  }

  @Test
  void aRunThatIsNotThereIsAProblemAndTheNextIsRead() {
    RunAddress address = open().add(SmallRuns.one());
    RunAddress gone = open().add(at(1, SmallRuns.strict()));
    open().remove(List.of(gone));
    KeptArchive archive = open();
    assertThat(problem(() -> archive.read(gone)).code()).isEqualTo("archive-not-readable");
    assertThat(archive.read(address)).isEqualTo(SmallRuns.one());
  }

  @Test
  void eightProcessesRecordAtOnceAndSomeAreKilled() throws Exception {
    Set<String> stored = new HashSet<>();
    List<RecordingProcess> writers = new ArrayList<>();
    try {
      for (int i = 0; i < 8; i++) {
        writers.add(RecordingProcess.start(opening(i), 4L * i, 6)); // two are the next one's too
      }
      for (int killed : new int[] {1, 4, 6}) {
        stored.add(writers.get(killed).nextStored());
        writers.get(killed).kill();
      }
      writers.forEach(writer -> stored.addAll(writer.complete()));
    } finally {
      writers.forEach(RecordingProcess::close);
    }
    assertWhole(stored);
    for (int killed : new int[] {1, 4, 6}) {
      try (RecordingProcess again = RecordingProcess.start(opening(killed), 4L * killed, 6)) {
        stored.addAll(again.complete());
      }
    }
    assertThat(stored).hasSize(7 * 4 + 6);
    assertThat(assertWhole(stored)).hasSize(7 * 4 + 6);
  }

  /** Everything that was stored is there, once, and is what it was. */
  private List<RunAddress> assertWhole(Set<String> stored) {
    KeptArchive archive = open();
    List<RunAddress> all = archive.all();
    assertThat(all).extracting(RunAddress::path).containsAll(stored).doesNotHaveDuplicates();
    for (RunAddress address : all) {
      long number = Duration.between(SmallRuns.NOON, address.startedAt()).toSeconds();
      assertThat(archive.read(address)).isEqualTo(RecordingProcess.run(number));
    }
    return all;
  }

  protected static Run at(int day, Environment environment) {
    Instant start = SmallRuns.NOON.plus(Duration.ofDays(day));
    return SmallRuns.of(SmallRuns.revision("main", "b"), start, environment);
  }

  protected static ProblemException problem(ThrowingCallable call) {
    return catchThrowableOfType(ProblemException.class, call);
  }
}
